#include "kiosk/model/wait.h"

namespace navbat::kiosk {

Wait wait_of(const std::optional<domain::PromiseRange>& range, bool live, domain::Seconds target) {
  if (!live) {
    return {};
  }
  if (!range) {
    return {.kind = WaitKind::kSoon, .range = {}};
  }
  Wait wait{.kind = WaitKind::kRange, .range = *range, .mood = WaitMood::kGood};
  if (range->low_min == 0) {
    wait.kind = WaitKind::kUpTo;
    wait.range.high_min = std::max(1, range->high_min);
  } else if (range->low_min == range->high_min) {
    wait.kind = WaitKind::kExact;
  }
  const domain::Seconds high = std::chrono::minutes(range->high_min);
  const domain::Seconds low = std::chrono::minutes(range->low_min);
  wait.mood = high <= target ? WaitMood::kGood : low <= target ? WaitMood::kFair : WaitMood::kPoor;
  return wait;
}

std::string wait_text(const ui::Catalogue& words, std::string_view where, const Wait& wait) {
  std::string key(where);
  switch (wait.kind) {
    case WaitKind::kRange:
      key += "range";
      break;
    case WaitKind::kExact:
      key += "exact";
      break;
    case WaitKind::kUpTo:
      key += "up_to";
      break;
    case WaitKind::kSoon:
      key += "soon";
      break;
    case WaitKind::kUnknown:
      key = "kiosk.wait.unknown";
      break;
  }
  return words.text(key, {{"low", std::to_string(wait.range.low_min)},
                          {"high", std::to_string(wait.range.high_min)}});
}

}  // namespace navbat::kiosk
