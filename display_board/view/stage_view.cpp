#include <algorithm>
#include <cmath>
#include <string>

#include "display_board/view/parts.h"
#include "ui/text/labels.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::IconSize;
using ui::Moment;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kRadius = 44;

// How long a new call moves: long enough to draw the eye, then everything stands still.
constexpr Moment kArrival{650};
constexpr Moment kPulses{3'600};
constexpr float kPulseCount = 4;

struct Dress {
  Color from, to, edge;
  char32_t icon;
  const char* caption;
};

Dress dress_of(const View& view) {
  const Look& look = view.look;
  switch (view.picture.stage.kind) {
    case StageKind::kCall:
      return {look.call_from, look.call_to, look.call_edge, ui::icon::kCampaign, "board.now"};
    case StageKind::kRecall:
      return {look.recall_from, look.recall_to, look.recall_edge, ui::icon::kNotifications,
              "board.again"};
    case StageKind::kPast:
    case StageKind::kEmpty:
      break;
  }
  return {look.past_from, look.past_to, look.past_edge, ui::icon::kSchedule, "board.past"};
}

// 0 to 1 and back, a few times, then 0.
float pulse(const View& view) {
  const float gone = view.frame.motion.progress(view.stage_since, kPulses, ui::Ease::kLinear);
  constexpr float kTurn = 6.2831853F;
  return gone >= 1 ? 0 : 0.5F - 0.5F * std::cos(gone * kPulseCount * kTurn);
}

void draw_ground(const View& view, const Rect& place, const Dress& dress, bool news, float beat) {
  ui::Canvas& canvas = view.frame.canvas;
  if (news) {
    canvas.shadow(place, kRadius, 70, 0, dress.edge.with_alpha(0.38F + 0.42F * beat));
  }
  canvas.gradient(place, dress.from, dress.to, ui::Toward::kDownRight, kRadius);
  // Rings that spread from the counter's plate, like sound.
  canvas.push_clip(place.inset(6));
  const ui::Point middle{place.right() - 190, place.center().y};
  for (const float radius : {280.0F, 390.0F, 500.0F, 610.0F}) {
    canvas.arc(middle, radius, 64, 0.54F, 0.96F, Color{255, 255, 255, 13});
  }
  canvas.pop_clip();
  canvas.outline(place, dress.edge, kRadius, news ? 6 : 2);
}

void draw_caption(const View& view, const Rect& place, const ui::Catalogue& words,
                  const Dress& dress) {
  ui::Canvas& canvas = view.frame.canvas;
  const std::string text = words.text(dress.caption);
  const float icon = canvas.icon_side(IconSize::kSmall);
  const float wide = std::min(place.w, canvas.width(Role::kTitle, text) + icon + 74);
  Rect pill{place.x, place.y, wide, 66};
  const Color fill{255, 255, 255, 38};
  canvas.fill(pill, Color{0, 0, 0, 56}, 33);
  canvas.outline(pill, fill, 33, 2);
  pill = pill.inset(24, 0);
  canvas.icon(pill.cut_left(icon).center(), IconSize::kSmall, dress.icon, view.look.text);
  pill.cut_left(14);
  text_to_fit(view, pill, text,
              {.role = Role::kTitle,
               .color = view.look.text,
               .on = ui::over(Color{0, 0, 0, 56}, dress.from),
               .stand = Stand::kMiddle});
}

// Three arrow heads towards the counter; while the call arrives they light up one after the other.
void draw_arrows(const View& view, ui::Point middle, bool moving) {
  constexpr float kHigh = 42;
  constexpr float kDeep = 34;
  constexpr float kStep = 40;
  const auto since = (view.frame.motion.now() - view.stage_since).count();
  for (int i = 0; i < 3; ++i) {
    float alpha = 0.35F + 0.25F * static_cast<float>(i);
    if (moving) {
      const float phase = static_cast<float>(since % 900) / 900 - static_cast<float>(i) * 0.2F;
      alpha = 0.3F + 0.7F * std::max(0.0F, std::cos((phase - 0.2F) * 6.2831853F));
    }
    const float x = middle.x + (static_cast<float>(i) - 1) * kStep - kDeep / 2;
    view.frame.canvas.curve({{x, middle.y - kHigh}, {x + kDeep, middle.y}, {x, middle.y + kHigh}},
                            view.look.text.with_alpha(alpha), 13);
  }
}

void draw_plate(const View& view, Rect plate, const ui::Catalogue& words) {
  ui::Canvas& canvas = view.frame.canvas;
  canvas.shadow(plate, 36, 40, 14, Color{2, 10, 40, 110});
  canvas.fill(plate, view.look.plate, 36);
  plate = plate.inset(22, 26);
  text_to_fit(view, plate.cut_top(52), words.text("board.counter"),
              {.role = Role::kHeadline,
               .color = view.look.plate_caption,
               .on = view.look.plate,
               .align = Align::kCenter,
               .stand = Stand::kMiddle});
  counter_name(view, plate, view.picture.stage.call.counter, Role::kGiant, view.look.plate);
}

void draw_call(const View& view, const Rect& place) {
  ui::Canvas& canvas = view.frame.canvas;
  const Stage& stage = view.picture.stage;
  const bool news = stage.kind != StageKind::kPast;
  const Dress dress = dress_of(view);
  // The words are those of the ticket while they are for one person, then everybody's again.
  const ui::Catalogue& words = news ? view.frame.languages.of(stage.language) : view.frame.words;
  const float beat = news ? pulse(view) : 0;
  draw_ground(view, place, dress, news, beat);
  Rect inside = place.inset(40, 36);
  const Rect plate = inside.cut_right(312);
  const Rect arrows = inside.cut_right(176);
  draw_caption(view, inside, words, dress);
  inside.cut_top(66);
  const float arrived =
      news ? view.frame.motion.progress(view.stage_since, kArrival, ui::Ease::kSpring) : 1;
  canvas.push_transform({inside.x, inside.center().y}, 0.88F + 0.12F * arrived, {});
  line_to_fit(
      view, inside, ui::spaced_label(stage.call.label),
      {.role = Role::kGiant, .color = view.look.text, .on = dress.from, .stand = Stand::kMiddle});
  canvas.pop_transform();
  draw_arrows(view, {arrows.center().x + 6, inside.center().y},
              news && view.frame.motion.progress(view.stage_since, kPulses) < 1);
  draw_plate(view, plate, words);
}

// A sign, a sentence and one more: what stands there when there is no call to show.
void draw_notice(const View& view, const Rect& place, const Dress& dress, const std::string& title,
                 const std::string& more) {
  ui::Canvas& canvas = view.frame.canvas;
  draw_ground(view, place, dress, false, 0);
  Rect inside = place.inset(64, 56);
  const Rect sign = inside.cut_left(230);
  canvas.circle(sign.center(), 112, Color{255, 255, 255, 26});
  canvas.icon(sign.center(), IconSize::kLarge, dress.icon, view.look.text);
  inside.cut_left(50);
  const Rect upper = inside.cut_top(inside.h * (more.empty() ? 1.0F : 0.60F));
  canvas.text(upper, title,
              {.role = Role::kDisplay,
               .color = view.look.text,
               .on = dress.to,
               .stand = more.empty() ? Stand::kMiddle : Stand::kBottom,
               .lines = 2});
  inside.cut_top(34);
  if (!more.empty()) {
    canvas.text(inside, more,
                {.role = Role::kTitle,
                 .color = view.look.text,
                 .on = dress.to,
                 .stand = Stand::kTop,
                 .lines = 2});
  }
}

}  // namespace

void draw_stage(const View& view, const Rect& place) {
  const ui::Catalogue& words = view.frame.words;
  const Look& look = view.look;
  Dress dress{look.past_from, look.past_to, look.past_edge, ui::icon::kConfirmationNumber, ""};
  if (view.picture.trust == Trust::kAskStaff) {
    dress = {look.recall_from, look.recall_to, look.recall_edge, ui::icon::kSupportAgent, ""};
    draw_notice(view, place, dress, words.text("board.ask_staff"),
                words.text("board.ask_staff_why"));
  } else if (view.picture.trust == Trust::kStarting) {
    dress.icon = ui::icon::kHourglassTop;
    draw_notice(view, place, dress, words.text("board.starting"), "");
  } else if (view.picture.stage.kind != StageKind::kEmpty) {
    draw_call(view, place);
  } else if (view.picture.counters_open == 0) {
    draw_notice(view, place, dress, words.text("board.welcome"), words.text("board.closed"));
  } else {
    draw_notice(view, place, dress, words.text("board.welcome"), words.text("board.take_ticket"));
  }
}

}  // namespace navbat::board
