#pragma once
// POST /branches/{branch}/tickets: what a kiosk asks for.

#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "domain/priority.h"
#include "domain/time.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

struct NewTicket {
  domain::TicketId id;
  domain::ServiceId service;
  domain::LanguageTag language;
  std::optional<domain::PriorityReason> priority;
  std::optional<domain::Timestamp> appointment;
  std::string phone;              // May be empty.
  domain::BookingCode booking{};  // Of the appointment to check in for; empty without one.
  domain::NodeId device{};        // Who issues, where several devices share a token; may be empty.
};

[[nodiscard]] std::string encode(const NewTicket& ticket);
[[nodiscard]] Decoded<NewTicket> decode_new_ticket(std::string_view json);

}  // namespace navbat::protocol
