#include "kiosk/screens/feedback_view.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/entry_pad.h"
#include "kiosk/screens/faces.h"
#include "kiosk/screens/message.h"
#include "kiosk/screens/step.h"
#include "ui/text/spoken.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/text_field.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Color;
using ui::Rect;

constexpr float kGap = 24;

// ----- the number -----------------------------------------------------------------------------

float letter_gap(const ui::Frame& frame) { return frame.canvas.mm(3.2F); }

int letters_in_row(const ui::Frame& frame, float width, std::size_t count) {
  const float least = frame.canvas.mm(frame.theme.min_target_mm);
  const int most =
      std::max(1, static_cast<int>((width + letter_gap(frame)) / (least + letter_gap(frame))));
  const int rows = (static_cast<int>(count) + most - 1) / most;
  return rows == 0 ? most : (static_cast<int>(count) + rows - 1) / rows;
}

float letters_height(const ui::Frame& frame, float width, std::size_t count) {
  if (count == 0) {
    return 0;
  }
  const int columns = letters_in_row(frame, width, count);
  const auto rows = static_cast<float>((static_cast<int>(count) + columns - 1) / columns);
  const float key = frame.canvas.mm(frame.theme.min_target_mm + 2);
  return rows * key + (rows - 1) * letter_gap(frame);
}

void draw_letter(ui::Frame& frame, const Rect& rect, char letter, bool enabled, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const std::string face(1, letter);
  const std::string said = ui::spell(frame.words, face);
  const float radius = std::min(frame.theme.radii.tile, rect.h / 2);
  const ui::Touch state = ui::touch(frame, "feedback/letter/" + face, rect, face,
                                    {.enabled = enabled, .spoken = said, .radius = radius});
  const Color ground =
      enabled ? ui::mix(p.surface, p.surface_pressed, state.press) : p.surface_muted;
  canvas.push_transform(rect.center(), 1 - 0.04F * state.press, {});
  if (enabled) {
    canvas.shadow(rect, radius, 22, 8, p.shadow.with_alpha(frame.theme.flat ? 0 : 0.2F));
  }
  canvas.fill(rect, ground, radius);
  canvas.outline(rect, p.line, radius, frame.theme.outline);
  canvas.text(rect, face,
              {.role = ui::Role::kHeadline,
               .color = enabled ? p.accent_ink : p.ink_muted,
               .on = ground,
               .align = ui::Align::kCenter,
               .stand = ui::Stand::kMiddle,
               .spoken = said});
  canvas.pop_transform();
  if (state.tapped) {
    frame.transcript.say(said);
    emit(TypeKey{face});
  }
}

void draw_letters(ui::Frame& frame, const Rect& area, const FeedbackModel& model,
                  const Emit& emit) {
  const int columns = letters_in_row(frame, area.w, model.letters.size());
  const float gap = letter_gap(frame);
  const float width =
      std::min((area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns),
               frame.canvas.mm(34));
  const float height = frame.canvas.mm(frame.theme.min_target_mm + 2);
  const float row_width = static_cast<float>(columns) * (width + gap) - gap;
  const float left = area.x + (area.w - row_width) / 2;
  for (std::size_t i = 0; i < model.letters.size(); ++i) {
    const auto column = static_cast<float>(static_cast<int>(i) % columns);
    const auto row = static_cast<float>(static_cast<int>(i) / columns);
    draw_letter(frame,
                {left + column * (width + gap), area.y + row * (height + gap), width, height},
                model.letters[i], model.letters_open, emit);
  }
}

void draw_number(ui::Frame& frame, const FeedbackModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  const float field = ui::text_field_height(frame);
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kConfirmationNumber,
                                .title = words.text("kiosk.feedback.number.title"),
                                .hint = words.text("kiosk.feedback.number.hint"),
                                .aside = field});
  ui::text_field(frame, step.aside,
                 {.label = words.text("kiosk.feedback.number.field"), .text = model.number});
  Rect body = step.body;
  const float letters = letters_height(frame, body.w, model.letters.size());
  if (letters > 0) {
    const float pad = std::min(body.h - letters - kGap, frame.canvas.mm(140));
    body.cut_top((body.h - letters - kGap - pad) / 2);
    draw_letters(frame, body.cut_top(letters), model, emit);
    body.cut_top(kGap);
    body.h = pad;
  }
  draw_entry_pad(
      frame, "feedback", body,
      {.kind = EntryKind::kTicket, .complete = model.complete, .can_erase = !model.empty}, emit);
  const Rect main = draw_back(frame, step.actions, "feedback", emit);
  if (draw_main(frame, main, "feedback/continue", words.text("common.continue"),
                ui::icon::kArrowForward, model.complete)) {
    emit(SubmitEntry{});
  }
}

// ----- the faces ------------------------------------------------------------------------------

void draw_score(ui::Frame& frame, const Rect& rect, int score, const Emit& emit) {
  ui::Canvas& canvas = frame.canvas;
  const ui::Palette& p = frame.palette();
  const std::string number = std::to_string(score);
  const std::string label = frame.words.text("kiosk.feedback.score." + number);
  const float round = frame.theme.radii.card;
  const ui::Touch state =
      ui::touch(frame, "feedback/score/" + number, rect, label, {.radius = round});
  const Color ground = ui::mix(p.surface_muted, p.surface_pressed, state.press);
  canvas.push_transform(rect.center(), 1 - 0.03F * state.press, {});
  canvas.fill(rect, ground, round);
  if (frame.theme.flat) {
    canvas.outline(rect, p.line, round, frame.theme.outline);
  }
  const ui::TextSpec text{.role = ui::Role::kStrong,
                          .color = p.ink,
                          .on = ground,
                          .align = ui::Align::kCenter,
                          .lines = 2,
                          .balanced = true};
  const Rect room = rect.inset(8, 0);
  const float height = canvas.measure(room, label, text).height;
  const float gap = canvas.mm(8);
  const float radius = std::min((rect.w - 44) / 2, (rect.h - height - gap - 60) / 2);
  const float top = rect.y + (rect.h - 2 * radius - gap - height) / 2;
  draw_face(frame, {rect.center().x, top + radius}, radius, score);
  canvas.text({room.x, top + 2 * radius + gap, room.w, height}, label, text);
  canvas.pop_transform();
  if (state.tapped) {
    emit(Rate{score});
  }
}

void draw_scores(ui::Frame& frame, const FeedbackModel& model, const Emit& emit) {
  const Step step =
      begin_step(frame, model.header,
                 {.icon = ui::icon::kSentimentSatisfied,
                  .title = frame.words.text("kiosk.feedback.faces.title"),
                  .hint = frame.words.text("kiosk.feedback.ticket", {{"label", model.label}})});
  constexpr int kScores = 4;
  // Two by two where that makes the faces larger.
  const int columns = step.body.h > step.body.w * 0.8F || frame.theme.large_text ? 2 : kScores;
  const int rows = kScores / columns;
  const float width =
      (step.body.w - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height =
      std::min((step.body.h - kGap * static_cast<float>(rows - 1)) / static_cast<float>(rows),
               width * (rows == 1 ? 1.75F : 1.08F));
  const float all = height * static_cast<float>(rows) + kGap * static_cast<float>(rows - 1);
  const float top = step.body.y + (step.body.h - all) / 2;
  for (int i = 0; i < kScores; ++i) {
    const auto column = static_cast<float>(i % columns);
    const auto row = static_cast<float>(i / columns);
    draw_score(frame,
               {step.body.x + column * (width + kGap), top + row * (height + kGap), width, height},
               i + 1, emit);
  }
  draw_back_alone(frame, step.actions, "feedback", emit);
}

// ----- the reasons ----------------------------------------------------------------------------

char32_t reason_icon(const std::string& reason) {
  if (reason == "wait") return ui::icon::kSchedule;
  if (reason == "staff") return ui::icon::kSupportAgent;
  if (reason == "clarity") return ui::icon::kForum;
  if (reason == "result") return ui::icon::kTaskAlt;
  if (reason == "comfort") return ui::icon::kChair;
  return ui::icon::kMoreHoriz;
}

void draw_reasons(ui::Frame& frame, const FeedbackModel& model, const Emit& emit) {
  const bool liked = model.score >= 3;
  const Step step = begin_step(frame, model.header,
                               {.icon = liked ? ui::icon::kThumbUp : ui::icon::kLightbulb,
                                .title = frame.words.text(liked ? "kiosk.feedback.reasons.liked"
                                                                : "kiosk.feedback.reasons.better"),
                                .hint = frame.words.text("kiosk.feedback.reasons.hint")});
  constexpr int kColumns = 2;
  const auto rows =
      std::ceil(static_cast<float>(model.reasons.size()) / static_cast<float>(kColumns));
  const float width = (step.body.w - kGap) / kColumns;
  const float height = std::min((step.body.h - kGap * (rows - 1)) / rows, frame.canvas.mm(44));
  const float top = step.body.y + (step.body.h - height * rows - kGap * (rows - 1)) / 2;
  for (std::size_t i = 0; i < model.reasons.size(); ++i) {
    const ReasonChoice& reason = model.reasons[i];
    const auto row = static_cast<float>(i / kColumns);
    const auto column = static_cast<float>(i % kColumns);
    if (ui::choice_tile(
            frame, "feedback/reason/" + reason.id,
            {step.body.x + column * (width + kGap), top + row * (height + kGap), width, height},
            frame.words.text("kiosk.feedback.reason." + reason.id),
            {.icon = reason_icon(reason.id), .selected = reason.chosen})) {
      emit(ToggleReason{reason.id});
    }
  }
  if (draw_main(frame, step.actions, "feedback/send", frame.words.text("kiosk.feedback.send"),
                ui::icon::kSend, true)) {
    emit(SendFeedback{});
  }
}

}  // namespace

void draw_feedback(ui::Frame& frame, const FeedbackModel& model, const Emit& emit) {
  switch (model.step) {
    case FeedbackStep::kNumber:
      draw_number(frame, model, emit);
      break;
    case FeedbackStep::kFaces:
      draw_scores(frame, model, emit);
      break;
    case FeedbackStep::kReasons:
      draw_reasons(frame, model, emit);
      break;
    case FeedbackStep::kThanks:
      draw_message(frame, model.header,
                   {.face = 4,
                    .title = frame.words.text("kiosk.feedback.thanks.title"),
                    .text = frame.words.text("kiosk.feedback.thanks.text"),
                    .answers = {{.id = "feedback/close",
                                 .label = frame.words.text("common.close"),
                                 .intent = Finish{},
                                 .icon = ui::icon::kCheck,
                                 .closes = true}},
                    .share_left = model.share_left,
                    .seconds_left = model.seconds_left},
                   emit);
      break;
  }
}

}  // namespace navbat::kiosk
