#include "kiosk/model/branch.h"

namespace navbat::kiosk {

const std::string& Translated::in(const std::string& language) const {
  static const std::string kNone;
  const auto wanted = {language, language.substr(0, language.find('-')), std::string("en")};
  for (const std::string& candidate : wanted) {
    if (const auto found = texts_.find(candidate); found != texts_.end()) {
      return found->second;
    }
  }
  return texts_.empty() ? kNone : texts_.begin()->second;
}

const ServiceOffer* BranchFacts::find(const domain::ServiceId& service) const {
  for (const ServiceOffer& offer : services) {
    if (offer.id == service) {
      return &offer;
    }
  }
  return nullptr;
}

}  // namespace navbat::kiosk
