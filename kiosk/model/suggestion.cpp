#include "kiosk/model/suggestion.h"

#include <algorithm>

#include "kiosk/limits.h"

namespace navbat::kiosk {
namespace {

Suggestion base_of(const Alternative& alternative) {
  return {.id = alternative.id,
          .kind = alternative.kind,
          .name = alternative.name,
          .place = alternative.place,
          .url = alternative.url};
}

std::optional<Suggestion> at_once(const Alternative& alternative, int wait_here) {
  Suggestion suggestion = base_of(alternative);
  suggestion.saves_min = wait_here;
  return suggestion;
}

std::optional<Suggestion> quieter_hour(const Alternative& alternative, int wait_here,
                                       const domain::ServiceId& service, const Outlook& outlook,
                                       std::optional<int> hour_now) {
  const auto usual = outlook.usual.find(service);
  if (!hour_now || usual == outlook.usual.end()) {
    return std::nullopt;
  }
  const UsualHour* best = nullptr;
  for (const UsualHour& candidate : usual->second) {
    const bool later = candidate.hour > *hour_now;
    const bool quiet = candidate.wait_min * 2 <= wait_here;
    if (later && quiet && (best == nullptr || candidate.wait_min < best->wait_min)) {
      best = &candidate;
    }
  }
  if (best == nullptr) {
    return std::nullopt;
  }
  Suggestion suggestion = base_of(alternative);
  suggestion.hour = best->hour;
  suggestion.wait_min = best->wait_min;
  suggestion.saves_min = wait_here - best->wait_min;
  return suggestion;
}

std::optional<Suggestion> other_branch(const Alternative& alternative, int wait_here,
                                       const domain::ServiceId& service, const Outlook& outlook) {
  const auto there = outlook.elsewhere.find(alternative.branch);
  if (there == outlook.elsewhere.end()) {
    return std::nullopt;
  }
  const auto wait = there->second.find(service);
  if (wait == there->second.end() || !wait->second.range) {
    return std::nullopt;
  }
  Suggestion suggestion = base_of(alternative);
  suggestion.travel_min = alternative.travel_min;
  suggestion.wait_min = wait->second.range->high_min;
  suggestion.saves_min = wait_here - suggestion.wait_min - suggestion.travel_min;
  return suggestion;
}

std::optional<Suggestion> suggestion_of(const Alternative& alternative, int wait_here,
                                        const domain::ServiceId& service, const Outlook& outlook,
                                        std::optional<int> hour_now) {
  switch (alternative.kind) {
    case AlternativeKind::kAtm:
    case AlternativeKind::kTerminal:
    case AlternativeKind::kApp:
      return at_once(alternative, wait_here);
    case AlternativeKind::kQuieterHour:
      return quieter_hour(alternative, wait_here, service, outlook, hour_now);
    case AlternativeKind::kBranch:
      return other_branch(alternative, wait_here, service, outlook);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Suggestion> suggestions_for(const domain::ServiceId& service, const BranchFacts& facts,
                                        const LiveQueue* live, const Outlook& outlook,
                                        std::optional<int> hour_now) {
  std::vector<Suggestion> offered;
  const auto here =
      live == nullptr ? decltype(live->services.end()){} : live->services.find(service);
  if (live == nullptr || here == live->services.end() || !here->second.range) {
    return offered;
  }
  const int wait_here = here->second.range->low_min;
  for (const Alternative& alternative : facts.alternatives) {
    if (std::ranges::find(alternative.services, service) == alternative.services.end()) {
      continue;
    }
    auto suggestion = suggestion_of(alternative, wait_here, service, outlook, hour_now);
    if (suggestion && suggestion->saves_min >= kWorthSavingMin) {
      offered.push_back(std::move(*suggestion));
    }
  }
  std::ranges::stable_sort(offered, std::ranges::greater{}, &Suggestion::saves_min);
  if (offered.size() > kMostSuggestions) {
    offered.resize(kMostSuggestions);
  }
  return offered;
}

}  // namespace navbat::kiosk
