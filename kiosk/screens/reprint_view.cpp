#include "kiosk/screens/reprint_view.h"

#include "kiosk/screens/message.h"
#include "ui/text/labels.h"
#include "ui/text/spoken.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {

ReprintModel make_reprint(const ScreenContext& context) {
  ReprintModel model{.header = context.header, .label = {}, .service = {}};
  if (const auto& ticket = context.visit().ticket) {
    model.label = ticket->label;
    const ServiceOffer* offer = context.facts.find(ticket->service);
    model.service = offer == nullptr ? "" : offer->name.in(context.words.language());
  }
  return model;
}

void draw_reprint(ui::Frame& frame, const ReprintModel& model, const Emit& emit) {
  const ui::Catalogue& words = frame.words;
  draw_message(frame, model.header,
               {.icon = ui::icon::kPrint,
                .over = model.service,
                .title = words.text("kiosk.reprint.title"),
                .text = words.text("kiosk.reprint.text"),
                .number = ui::spaced_label(model.label),
                .number_spoken = ui::spell(words, model.label),
                .answers = {{.id = "reprint/no",
                             .label = words.text("kiosk.reprint.no"),
                             .intent = DeclineReprint{},
                             .icon = ui::icon::kClose,
                             .main = false},
                            {.id = "reprint/yes",
                             .label = words.text("kiosk.reprint.yes"),
                             .intent = AcceptReprint{},
                             .icon = ui::icon::kPrint}}},
               emit);
}

}  // namespace navbat::kiosk
