#include "domain/presented_call.h"

#include <algorithm>
#include <array>

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 4> kNames{"nothing", "chime", "number", "words"};

}  // namespace

std::string_view to_string(Heard heard) { return kNames[static_cast<std::size_t>(heard)]; }

std::optional<Heard> parse_heard(std::string_view text) {
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Heard>(found - kNames.begin());
}

}  // namespace navbat::domain
