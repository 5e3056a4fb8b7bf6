#include "kiosk/screens/wait_words.h"

#include "ui/text/spoken.h"

namespace navbat::kiosk {

std::string wait_spoken(const ui::Catalogue& words, const Wait& wait) {
  switch (wait.kind) {
    case WaitKind::kRange:
      return ui::spoken_range(words, wait.range.low_min, wait.range.high_min);
    case WaitKind::kExact:
      return ui::spoken_about(words, wait.range.high_min);
    case WaitKind::kUpTo:
      return ui::spoken_up_to(words, wait.range.high_min);
    case WaitKind::kSoon:
    case WaitKind::kUnknown:
      break;
  }
  return {};
}

}  // namespace navbat::kiosk
