#pragma once
// What a customer may do instead of waiting: the kinds of ways that a branch can point to.

#include <optional>
#include <string_view>

namespace navbat::domain {

enum class AlternativeKind {
  kAtm,          // In the lobby, now.
  kTerminal,     // A self-service terminal in the lobby, now.
  kApp,          // The bank's app, now, anywhere.
  kQuieterHour,  // The same counters later today, when fewer people wait.
  kBranch,       // Another branch nearby.
};

[[nodiscard]] std::string_view to_string(AlternativeKind kind);  // "quieter_hour"
[[nodiscard]] std::optional<AlternativeKind> parse_alternative_kind(std::string_view text);

}  // namespace navbat::domain
