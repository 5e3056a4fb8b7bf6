#include "kiosk/model/guidance.h"

#include "domain/event.h"

namespace navbat::kiosk {

void GuidanceBook::went(const std::string& guidance, const domain::ServiceId& service,
                        const std::string& language, Moment now) {
  gone_.push_back({guidance, service, language, now});
}

std::optional<std::string> GuidanceBook::came_back(const domain::ServiceId& service,
                                                   const std::string& language, Moment now) {
  while (!gone_.empty() && gone_.front().at + domain::kGuidanceReturn < now) {
    gone_.pop_front();
  }
  for (auto last = gone_.rbegin(); last != gone_.rend(); ++last) {
    if (last->service == service && last->language == language) {
      std::string guidance = last->guidance;
      gone_.erase(std::next(last).base());
      return guidance;
    }
  }
  return std::nullopt;
}

}  // namespace navbat::kiosk
