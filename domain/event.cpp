#include "domain/event.h"

#include <array>

namespace navbat::domain {

std::string_view type_name(const EventPayload& payload) {
  static constexpr std::array<std::string_view, std::variant_size_v<EventPayload>> kNames{
      "day_opened",       "counter_opened",   "counter_closed",     "counter_paused",
      "counter_resumed",  "ticket_issued",    "ticket_relabelled",  "ticket_reinstated",
      "ticket_called",    "ticket_recalled",  "service_started",    "ticket_finished",
      "ticket_no_show",   "ticket_held",      "ticket_resumed",     "ticket_transferred",
      "ticket_cancelled", "feedback_given",   "appointment_booked", "appointment_cancelled",
      "guidance_offered", "guidance_taken",   "guidance_returned",  "device_reported",
      "notice_posted",    "notice_withdrawn", "calls_presented"};
  return kNames[payload.index()];
}

const TicketId* ticket_of(const EventPayload& payload) {
  return std::visit(
      [](const auto& p) -> const TicketId* {
        if constexpr (requires { p.ticket; }) {
          return &p.ticket;
        } else {
          return nullptr;
        }
      },
      payload);
}

std::string_view to_string(CancelledBy by) {
  static constexpr std::array<std::string_view, 3> kNames{"customer", "staff", "day_closed"};
  return kNames[static_cast<std::size_t>(by)];
}

}  // namespace navbat::domain
