#pragma once
// Where a ticket's paper is.

#include <array>
#include <optional>
#include <string_view>

namespace navbat::domain {

enum class PrintState {
  kWaiting,  // Nothing was sent to a printer yet.
  kSending,  // Bytes may be under way: after a crash nobody knows whether there is a paper.
  kPrinted,  // The printer said so, or is one that never says anything.
  kUnknown,  // The printer fell silent: there may be a paper, whole or torn.
  kFailed,   // Certainly no paper.
};

// The wire and column name: "waiting".
[[nodiscard]] constexpr std::string_view to_string(PrintState state) {
  constexpr std::array<std::string_view, 5> kNames{"waiting", "sending", "printed", "unknown",
                                                   "failed"};
  return kNames.at(static_cast<std::size_t>(state));
}

[[nodiscard]] constexpr std::optional<PrintState> parse_print_state(std::string_view name) {
  for (const PrintState state : {PrintState::kWaiting, PrintState::kSending, PrintState::kPrinted,
                                 PrintState::kUnknown, PrintState::kFailed}) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

}  // namespace navbat::domain
