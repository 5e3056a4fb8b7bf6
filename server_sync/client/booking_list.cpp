#include "server_sync/client/booking_list.h"

#include <algorithm>
#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/protocol/appointments.h"

namespace navbat::client {
namespace {

bool is_separator(char c) { return c == ' ' || c == '-'; }

char to_capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

BookingList::BookingList(HttpTransport& transport, SharedStore& store, domain::BranchId branch)
    : store_(store),
      branch_(std::move(branch)),
      answer_(transport, store, "appointments",
              [this](std::string_view json) { return accept(json); }) {}

tl::expected<void, KeptAnswer::Failure> BookingList::refresh(const domain::BusinessDay& day,
                                                             const std::stop_token& stop,
                                                             milliseconds deadline) {
  return answer_.refresh(branch_path(branch_) + "/appointments?day=" + day.to_string(), stop,
                         deadline);
}

std::optional<domain::Appointment> BookingList::find(const domain::BookingCode& code) const {
  std::optional<domain::Appointment> booking;
  {
    const std::lock_guard lock(mutex_);
    const auto found = bookings_.find(code);
    if (found == bookings_.end()) return std::nullopt;
    booking = found->second;
  }
  if (booking->state != domain::AppointmentState::kBooked) return booking;
  const auto used =
      store_.with([&](store::DeviceStore& store) { return store.find_booking(code.value()); });
  if (used && *used) {
    booking->state = domain::AppointmentState::kCheckedIn;
    booking->ticket = (*used)->id;
  }
  return booking;
}

tl::expected<void, std::string> BookingList::accept(std::string_view json) {
  auto list = protocol::decode_appointment_list(json);
  if (!list) return tl::unexpected(list.error().to_string());
  std::map<domain::BookingCode, domain::Appointment> bookings;
  for (domain::Appointment& booking : list->appointments) {
    domain::BookingCode code = booking.code;
    bookings.emplace(std::move(code), std::move(booking));
  }
  const std::lock_guard lock(mutex_);
  bookings_ = std::move(bookings);
  return {};
}

std::optional<domain::BookingCode> parse_booking_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (!is_separator(c)) code += to_capital(c);
  }
  if (!domain::is_valid_booking_code(code)) return std::nullopt;
  return domain::BookingCode{std::move(code)};
}

}  // namespace navbat::client
