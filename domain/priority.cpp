#include "domain/priority.h"

#include <array>
#include <cstddef>

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 4> kReasons{"elderly", "disability", "pregnancy",
                                                   "small_child"};
constexpr std::array<std::string_view, kPriorityClasses> kClasses{"normal", "priority", "transfer",
                                                                  "appointment"};

}  // namespace

std::string_view to_string(PriorityReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::optional<PriorityReason> parse_priority_reason(std::string_view text) {
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (kReasons[i] == text) return static_cast<PriorityReason>(i);
  }
  return std::nullopt;
}

std::string_view to_string(PriorityClass priority_class) {
  return kClasses[static_cast<std::size_t>(priority_class)];
}

}  // namespace navbat::domain
