#include "domain/alternative.h"

#include <algorithm>
#include <array>

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 5> kNames{"atm", "terminal", "app", "quieter_hour",
                                                 "branch"};

}  // namespace

std::string_view to_string(AlternativeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<AlternativeKind> parse_alternative_kind(std::string_view text) {
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<AlternativeKind>(found - kNames.begin());
}

}  // namespace navbat::domain
