#pragma once
// The measure of minutes truly saved: what was offered, what was taken, and whether the customer
// came back for a ticket all the same. Nobody is identified: a ticket for the same service in the
// same language within domain::kGuidanceReturn counts as the return of the last one who went away.

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/promise_range.h"
#include "kiosk/model/place.h"
#include "kiosk/model/suggestion.h"

namespace navbat::kiosk {

struct GuidanceOffered {
  std::string guidance;  // UUID, of this offer
  domain::ServiceId service;
  std::string language;
  std::optional<domain::PromiseRange> wait;  // at the teller, when it was offered
  std::vector<Suggestion> options;
};
struct GuidanceTaken {
  std::string guidance;
  std::string option;
};
struct GuidanceReturned {
  std::string guidance;
  std::string ticket;  // its id
};

// Who went to self-service and has not come back yet. UI thread.
class GuidanceBook {
 public:
  void went(const std::string& guidance, const domain::ServiceId& service,
            const std::string& language, Moment now);

  // A ticket was issued: whose return it is, once.
  std::optional<std::string> came_back(const domain::ServiceId& service,
                                       const std::string& language, Moment now);

 private:
  struct Gone {
    std::string guidance;
    domain::ServiceId service;
    std::string language;
    Moment at{};
  };
  std::deque<Gone> gone_;
};

}  // namespace navbat::kiosk
