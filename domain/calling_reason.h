#pragma once
// Why a ticket was called and not another: figures that the teller can see and anyone can
// recompute.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "domain/label.h"
#include "domain/priority.h"
#include "domain/time.h"

namespace navbat::domain {

enum class CallingRule {
  kLargestShare,    // Used the largest weighted part of its service's target wait.
  kOvertakenOften,  // Reached the bound on being overtaken.
  kFirstArrived,    // FIFO.
  kRatioTurn,       // It was its class's turn.
  kChosenByTeller,  // Called by number.
};

struct CallingReason {
  CallingRule rule = CallingRule::kLargestShare;
  PriorityClass priority_class = PriorityClass::kNormal;
  Seconds wait{};                   // How long it had waited for its service.
  Seconds target{};                 // Its service's target wait.
  std::int64_t share_permille = 0;  // Weighted wait ÷ target, in thousandths.
  std::int32_t overtaken = 0;
  std::optional<Label> runner_up;  // Who would have been called otherwise.
  std::int64_t runner_up_share_permille = 0;
  friend bool operator==(const CallingReason&, const CallingReason&) = default;
};

[[nodiscard]] std::string_view to_string(CallingRule rule);
[[nodiscard]] std::optional<CallingRule> parse_calling_rule(std::string_view text);

// One English sentence: "A042 waited 9 min of a 10 min target (90 %), the largest share; next would
// be C007 (71 %)."
[[nodiscard]] std::string explain(const Label& label, const CallingReason& reason);

}  // namespace navbat::domain
