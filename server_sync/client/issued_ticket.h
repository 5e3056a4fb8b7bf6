#pragma once
// What a kiosk asks for and what it may print.

#include <optional>
#include <string>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/label.h"
#include "domain/print_state.h"
#include "domain/priority.h"
#include "domain/promise.h"
#include "domain/time.h"

namespace navbat::client {

struct IssueRequest {
  domain::ServiceId service;
  domain::LanguageTag language;
  std::optional<domain::PriorityReason> priority;
  std::optional<domain::Timestamp> appointment;
  std::string phone;              // may be empty
  domain::BookingCode booking{};  // of the appointment that the customer came for; empty without
};

// A ticket that is durable on this device: its label may be put on paper.
struct IssuedTicket {
  domain::TicketId id;
  domain::BusinessDay day;
  domain::Label label;
  domain::ServiceId service;
  domain::LanguageTag language;
  domain::Timestamp issued_at{};
  std::optional<domain::Promise> promise;  // nothing when there is no honest estimate
  std::optional<int> people_ahead;         // nothing when the server did not say, and on a reprint
  bool offline = false;                    // numbered from this kiosk's own series
  domain::PrintState print_state = domain::PrintState::kWaiting;
  int copies = 0;                 // papers that came out: the ticket itself and its reprints
  bool voided = false;            // staff took it back
  domain::BookingCode booking{};  // of the appointment; empty without one
  std::optional<domain::Timestamp> appointment{};  // the booked time
};

enum class IssueFailure {
  kNotReady,  // the branch was never heard of: the device must reach its server once
  kRefused,   // the server decided against it: unknown service, wrong data; nothing was issued
  kStorage,   // this device cannot make anything durable: no paper, no number
  // Also decided by the server, each with its own word to the customer:
  kServiceClosed,  // outside its hours; `until` is when it opens
  kQuotaReached,   // no more tickets today; `until` is when it opens again
  kTooEarly,       // for the booking; `until` is when check-in begins
  kTooLate,        // for the booking
  kBookingUsed,    // a ticket was taken for it
  kBookingCancelled,
  kUnknownBooking,  // no such code
};

struct IssueError {
  IssueFailure failure = IssueFailure::kStorage;
  std::string detail;                        // for staff and log, English, one line
  std::optional<domain::Timestamp> until{};  // from when it would be right; nothing when unknown
};

}  // namespace navbat::client
