#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "domain/business_day.h"
#include "domain/check_in.h"
#include "server_sync/client/branch_directory.h"
#include "server_sync/client/found_ticket.h"
#include "server_sync/client/kept_answer.h"

namespace navbat::client {

// Today's appointments, kept on the device's disk so that customers check in without the server.
// Thread-safe; all that is passed in outlives it.
class BookingList {
 public:
  BookingList(HttpTransport& transport, SharedStore& store, domain::BranchId branch);

  // Reads what an earlier run kept. False when there is nothing usable.
  [[nodiscard]] bool load() { return answer_.load(); }

  // Asks for the day's list, keeps it and makes it current.
  [[nodiscard]] tl::expected<void, KeptAnswer::Failure> refresh(
      const domain::BusinessDay& day, const std::stop_token& stop,
      milliseconds deadline = kRequestTimeout);

  // As the list has it, or as checked in when this device has given a ticket for it since.
  [[nodiscard]] std::optional<domain::Appointment> find(const domain::BookingCode& code) const;

 private:
  [[nodiscard]] tl::expected<void, std::string> accept(std::string_view json);

  SharedStore& store_;
  const domain::BranchId branch_;
  KeptAnswer answer_;
  mutable std::mutex mutex_;
  std::map<domain::BookingCode, domain::Appointment> bookings_;
};

// The code that somebody typed or had scanned, without the spaces and dashes that make it legible;
// in capitals;
// nothing when no booking's code looks like that.
[[nodiscard]] std::optional<domain::BookingCode> parse_booking_code(std::string_view text);

}  // namespace navbat::client
