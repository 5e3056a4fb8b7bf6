#include "kiosk/screens/check_in_model.h"

#include "ui/widgets/entry.h"

namespace navbat::kiosk {

CheckInModel make_check_in(const ScreenContext& context) {
  const Entry& entry = context.visit().entry;
  return {.header = context.header,
          .code = ui::grouped(entry.text(), "### ### ### ###"),
          .empty = entry.text().empty(),
          .complete = entry.complete()};
}

}  // namespace navbat::kiosk
