#include "kiosk/screens/staff_pin_view.h"

#include <algorithm>
#include <chrono>

#include "kiosk/screens/entry_pad.h"
#include "kiosk/screens/step.h"
#include "ui/widgets/text_field.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

constexpr std::size_t kPlaces = 4;  // shown empty; a longer PIN takes more as it is typed

std::string hint_of(const ui::Catalogue& words, const StaffPinModel& model) {
  if (model.locked_for_s > 0) {
    return words.count("kiosk.pin.locked", model.locked_for_s);
  }
  if (model.wrong) {
    return words.count("kiosk.pin.wrong", model.tries_left);
  }
  return words.text("kiosk.pin.hint");
}

}  // namespace

StaffPinModel make_staff_pin(const ScreenContext& context) {
  const Navigator& navigator = context.navigator;
  const Moment left = std::max(Moment{0}, navigator.pin_lock().until() - context.now);
  return {.header = context.header,
          .filled = context.visit().entry.text().size(),
          .complete = context.visit().entry.complete(),
          .wrong = navigator.pin_wrong(),
          .tries_left = navigator.pin_lock().tries_left(),
          .locked_for_s = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count())};
}

void draw_staff_pin(ui::Frame& frame, const StaffPinModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  const bool locked = model.locked_for_s > 0;
  const Step step = begin_step(frame, model.header,
                               {.icon = ui::icon::kLock,
                                .title = words.text("kiosk.pin.title"),
                                .hint = hint_of(words, model),
                                .warns = locked || model.wrong,
                                .aside = ui::text_field_height(frame)});
  ui::text_field(frame, step.aside,
                 {.label = words.text("kiosk.pin.field"),
                  .places = std::max(kPlaces, model.filled),
                  .filled = model.filled,
                  .wrong = locked || model.wrong});
  draw_entry_pad(frame, "staff_pin", step.body,
                 {.kind = EntryKind::kPin,
                  .complete = model.complete && !locked,
                  .can_erase = model.filled > 0,
                  .secret = true,
                  .enabled = !locked},
                 emit);
  const ui::Rect main = draw_back(frame, step.actions, "staff_pin", emit);
  if (draw_main(frame, main, "staff_pin/continue", words.text("common.continue"),
                ui::icon::kArrowForward, model.complete && !locked)) {
    emit(SubmitEntry{});
  }
  if (locked) {
    frame.motion.wake_after(Moment{250});
  }
}

}  // namespace navbat::kiosk
