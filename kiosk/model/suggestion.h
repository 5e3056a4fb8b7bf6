#pragma once
// What would save this customer the wait. Only what truly saves something is offered: the saving
// named is the least that the promise allows, never the most.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/branch.h"

namespace navbat::kiosk {

struct Suggestion {
  std::string id;
  AlternativeKind kind = AlternativeKind::kAtm;
  Translated name;
  Translated place;
  std::string url;
  int wait_min = 0;           // there; 0: now
  int travel_min = 0;         // to the other branch
  std::optional<int> hour{};  // kQuieterHour: local hour at which to come
  int saves_min = 0;          // against the low end of the wait here
};

// Best saving first, at most kMostSuggestions. Empty when the wait here is short
// (kWorthSaving), not known, or nothing saves as much. `hour_now` is local. A quieter hour must be
// an hour that is still to come, half as long or better, and one in which the service has been
// used.
[[nodiscard]] std::vector<Suggestion> suggestions_for(const domain::ServiceId& service,
                                                      const BranchFacts& facts,
                                                      const LiveQueue* live, const Outlook& outlook,
                                                      std::optional<int> hour_now);

}  // namespace navbat::kiosk
