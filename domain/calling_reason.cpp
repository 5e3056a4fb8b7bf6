#include "domain/calling_reason.h"

#include <array>
#include <cstddef>

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 5> kRules{"largest_share", "overtaken_often",
                                                 "first_arrived", "ratio_turn", "chosen_by_teller"};

std::string minutes(Seconds wait) { return std::to_string(wait.count() / 60) + " min"; }

std::string percent(std::int64_t permille) { return std::to_string(permille / 10) + " %"; }

std::string why(const CallingReason& reason) {
  switch (reason.rule) {
    case CallingRule::kLargestShare:
      return " (" + percent(reason.share_permille) + " by weight), the largest share";
    case CallingRule::kOvertakenOften:
      return " and was overtaken " + std::to_string(reason.overtaken) + " times, the most allowed";
    case CallingRule::kFirstArrived:
      return " and came first";
    case CallingRule::kRatioTurn:
      return ", and it is the turn of its class";
    case CallingRule::kChosenByTeller:
      return ", and the teller chose it";
  }
  return {};
}

}  // namespace

std::string_view to_string(CallingRule rule) { return kRules[static_cast<std::size_t>(rule)]; }

std::optional<CallingRule> parse_calling_rule(std::string_view text) {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (kRules[i] == text) return static_cast<CallingRule>(i);
  }
  return std::nullopt;
}

std::string explain(const Label& label, const CallingReason& reason) {
  std::string text = label.to_string();
  if (reason.priority_class != PriorityClass::kNormal) {
    text += " (" + std::string{to_string(reason.priority_class)} + ")";
  }
  text += " waited " + minutes(reason.wait) + " of a " + minutes(reason.target) + " target" +
          why(reason);
  if (reason.runner_up) {
    text += "; next would be " + reason.runner_up->to_string();
    if (reason.rule == CallingRule::kLargestShare) {
      text += " (" + percent(reason.runner_up_share_permille) + ")";
    }
  }
  return text + ".";
}

}  // namespace navbat::domain
