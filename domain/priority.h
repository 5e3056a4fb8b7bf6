#pragma once
// Who goes before whom, apart from the time already waited.

#include <optional>
#include <string_view>

namespace navbat::domain {

// Why a customer has priority; chosen on the kiosk and kept with the ticket.
enum class PriorityReason { kElderly, kDisability, kPregnancy, kSmallChild };

[[nodiscard]] std::string_view to_string(PriorityReason reason);
[[nodiscard]] std::optional<PriorityReason> parse_priority_reason(std::string_view text);

// What the calling order distinguishes.
enum class PriorityClass { kNormal, kPriority, kTransfer, kAppointment };
inline constexpr int kPriorityClasses = 4;

[[nodiscard]] std::string_view to_string(PriorityClass priority_class);

}  // namespace navbat::domain
