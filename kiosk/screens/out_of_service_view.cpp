#include "kiosk/screens/out_of_service_view.h"

#include "kiosk/screens/message.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {

void draw_out_of_service(ui::Frame& frame, const HeaderModel& header) {
  draw_message(frame, header,
               {.icon = ui::icon::kCoffee,
                .title = frame.words.text("kiosk.out.title"),
                .text = frame.words.text("kiosk.out.text")},
               [](const Intent&) {});
}

}  // namespace navbat::kiosk
