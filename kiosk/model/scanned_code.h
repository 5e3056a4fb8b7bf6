#pragma once
// What a barcode scanner has read, or somebody typed: a ticket's page, a ticket's number or an
// appointment's code.

#include <string>
#include <string_view>

namespace navbat::kiosk {

enum class CodeKind { kTicketId, kTicketLabel, kBooking, kUnreadable };

struct ScannedCode {
  CodeKind kind = CodeKind::kUnreadable;
  std::string text;  // the id, label or code by itself, in capitals where it is one
};

// A UUID, alone or at the end of a web address, is a ticket's id; one or two letters and digits are
// its label; what else domain::is_valid_booking_code() takes is an appointment's code.
// Anything else is unreadable; length and bytes do not matter.
[[nodiscard]] ScannedCode read_code(std::string_view text);

}  // namespace navbat::kiosk
