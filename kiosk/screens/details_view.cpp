#include "kiosk/screens/details_view.h"

#include "kiosk/screens/entry_pad.h"
#include "kiosk/screens/step.h"
#include "ui/text/spoken.h"
#include "ui/widgets/text_field.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

constexpr float kGap = 26;

ui::TextSpec consent_spec(const Ground& ground) {
  return {.role = ui::Role::kBody, .color = ground.muted, .on = ground.on, .lines = 4};
}

void draw_number(ui::Frame& frame, const Step& step, const DetailsModel& model) {
  ui::Rect aside = step.aside;
  const ui::Catalogue& words = frame.words;
  const auto digits = static_cast<std::int64_t>(model.digits);
  ui::text_field(
      frame, aside.cut_top(ui::text_field_height(frame)),
      {.label = words.text("kiosk.details.field"),
       .text = model.number,
       .spoken = model.shown && digits > 0 ? ui::spell(words, model.number)
                                           : words.count("speech.digits_entered", digits)});
  aside.cut_top(kGap);
  frame.canvas.text(aside, words.text("kiosk.details.consent"), consent_spec(step.ground));
}

}  // namespace

void draw_details(ui::Frame& frame, const DetailsModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  const float consent =
      frame.canvas
          .measure({0, 0, aside_width(frame), 2000}, words.text("kiosk.details.consent"),
                   consent_spec(sheet_ground(frame)))
          .height;
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kPhoneIphone,
                                .title = words.text("kiosk.details.title"),
                                .hint = words.text("kiosk.details.hint"),
                                .aside = ui::text_field_height(frame) + kGap + consent});
  draw_number(frame, step, model);
  const ui::Rect pad = draw_entry_pad(frame, "details", step.body,
                                      {.kind = EntryKind::kPhone,
                                       .complete = model.complete,
                                       .can_erase = model.digits > 0,
                                       .secret = !model.shown},
                                      emit);
  if (ui::icon_button(frame, "details/show", spare_key(frame, pad),
                      words.text(model.shown ? "kiosk.details.hide" : "kiosk.details.show"),
                      model.shown ? ui::icon::kVisibilityOff : ui::icon::kVisibility,
                      model.shown)) {
    emit(ShowEntry{});
  }
  const ui::Rect main = draw_back(frame, step.actions, "details", emit);
  // One way on: without the number until there is one.
  if (model.digits == 0) {
    if (draw_main(frame, main, "details/skip", words.text("kiosk.details.skip"),
                  ui::icon::kArrowForward, true)) {
      emit(SkipDetails{});
    }
  } else if (draw_main(frame, main, "details/take", words.text("kiosk.details.take"),
                       ui::icon::kConfirmationNumber, model.complete)) {
    emit(SubmitEntry{});
  }
}

}  // namespace navbat::kiosk
