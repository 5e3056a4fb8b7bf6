#include "kiosk/screens/time_left.h"

#include <algorithm>
#include <chrono>

namespace navbat::kiosk {

TimeLeft time_left(const ScreenContext& context) {
  const auto ends = context.navigator.ends_at();
  if (!ends) {
    return {};
  }
  const Moment left = std::max(Moment{0}, *ends - context.now);
  const Moment whole = std::max(Moment{1}, context.navigator.patience());
  return {.seconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()),
          .share =
              std::min(1.0F, static_cast<float>(left.count()) / static_cast<float>(whole.count()))};
}

void wake_for_countdown(ui::Motion& motion, const TimeLeft& left, const ScreenContext& context) {
  if (left.share >= 0) {
    motion.wake_after((*context.navigator.ends_at() - context.now) % Moment{1000} + Moment{1});
  }
}

}  // namespace navbat::kiosk
