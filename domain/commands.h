#pragma once
// What people and devices ask of a branch, and the rules that answer. A decision reads the state
// and returns the events that carry it out, or the reason why not; it changes nothing itself.

#include <optional>
#include <string>
#include <vector>

#include "domain/branch_state.h"
#include "domain/check_in.h"
#include "domain/event.h"
#include "domain/rejection.h"

namespace navbat::domain {

// The payloads in order. Empty is a success that needs nothing (the same request again, nobody
// waits).
using Decision = Outcome<std::vector<EventPayload>>;

struct IssueTicket {
  TicketId id;
  ServiceId service;
  LanguageTag language;
  std::optional<PriorityReason> priority;
  std::optional<Timestamp> appointment;
  std::string phone;
  NodeId origin;
  std::optional<Promise> promise;
  BookingCode booking{};  // Of the appointment that it uses; `appointment` is then its time.
};
// Online: the next number of the service's own series. The same id with the same service and
// language again decides nothing; with another, kTicketIdTaken.
[[nodiscard]] Decision decide_issue(const BranchState& state, const IssueTicket& command);

// Whether the service gives tickets now, by its hours and its quota: asked before decide_issue, for
// a new ticket without an appointment. Paper is never refused, so decide_adopt does not ask.
[[nodiscard]] Outcome<void> check_open(const BranchState& state, const ServiceId& service,
                                       const BranchCalendar& calendar, Timestamp now);

// Offline: the ticket exists on paper already and cannot be refused for its number. `day` is the
// business day of its true time. A late one of a closed day is recorded and closed at once. Paper
// wins over a number given online: relabels, and where the ticket had been called under the wrong
// number, recalls it or puts a no-show back.
struct AdoptTicket {
  IssueTicket ticket;
  Label label;
  BusinessDay day;
};
[[nodiscard]] Decision decide_adopt(const BranchState& state, const AdoptTicket& command);

struct CallNext {
  CounterId counter;
  std::optional<TicketId> ticket;  // A specific one, instead of what the order says.
};
[[nodiscard]] Decision decide_call(const BranchState& state, const CallNext& command,
                                   Timestamp now);

// Everything else that is done to a ticket. `counter` is where the actor works; a manager passes
// none and may act on any ticket.
struct TicketCommand {
  TicketId ticket;
  std::optional<CounterId> counter;
};
[[nodiscard]] Decision decide_recall(const BranchState& state, const TicketCommand& command);
[[nodiscard]] Decision decide_start(const BranchState& state, const TicketCommand& command);
[[nodiscard]] Decision decide_finish(const BranchState& state, const TicketCommand& command,
                                     const std::string& outcome);
[[nodiscard]] Decision decide_no_show(const BranchState& state, const TicketCommand& command);
[[nodiscard]] Decision decide_hold(const BranchState& state, const TicketCommand& command,
                                   const std::string& reason);
[[nodiscard]] Decision decide_resume(const BranchState& state, const TicketCommand& command);
[[nodiscard]] Decision decide_transfer(const BranchState& state, const TicketCommand& command,
                                       const ServiceId& service, const std::string& note);
[[nodiscard]] Decision decide_cancel(const BranchState& state, const TicketCommand& command,
                                     CancelledBy by, const std::string& reason = {});
// Of a ticket of any day: that the branch knows it is the caller's to make sure.
[[nodiscard]] Decision decide_feedback(const TicketId& ticket, std::int32_t score,
                                       const std::vector<std::string>& reasons);

// Appointments are made long before their day, so they are no part of BranchState: `known` is the
// appointment that has the code already, or null. The same booking again decides nothing.
struct BookAppointment {
  BookingCode code;
  ServiceId service;
  Timestamp at{};
};
[[nodiscard]] Decision decide_book(const BranchState& state, const BookAppointment& command,
                                   const Appointment* known, Timestamp now);
[[nodiscard]] Decision decide_cancel_booking(const BookingCode& code, const Appointment* known);
// Whether a new ticket for `service` may use the appointment now.
[[nodiscard]] Outcome<void> decide_check_in(const BranchState& state, const ServiceId& service,
                                            const Appointment* known,
                                            const BranchCalendar& calendar, Timestamp now);

// What devices tell; it changes no queue. A ticket that is named must be known to the caller.
[[nodiscard]] Decision decide_guidance(const BranchState& state, const GuidanceOffered& offered);
[[nodiscard]] Decision decide_device_report(const DeviceReported& report);
[[nodiscard]] Decision decide_calls_presented(const BranchState& state,
                                              const CallsPresented& presented);

// The same notice again decides nothing, also when it has ended since: a late repeat must not raise
// an alarm anew. The same id with other content is kNoticeIdTaken; one more than kMostNotices in
// force kTooManyNotices.
[[nodiscard]] Decision decide_post_notice(const BranchState& state, const Notice& notice,
                                          Timestamp now);
// One that ended in this business day already needs nothing.
[[nodiscard]] Decision decide_withdraw_notice(const BranchState& state, const NoticeId& notice,
                                              Timestamp now);

struct OpenCounter {
  CounterId counter;
  TellerId teller;
  std::vector<ServiceId> services;  // Empty: all of the branch.
};
[[nodiscard]] Decision decide_open_counter(const BranchState& state, const OpenCounter& command);
[[nodiscard]] Decision decide_close_counter(const BranchState& state, const CounterId& counter);
[[nodiscard]] Decision decide_pause_counter(const BranchState& state, const CounterId& counter,
                                            const std::string& reason);
[[nodiscard]] Decision decide_resume_counter(const BranchState& state, const CounterId& counter);

// What must happen before anything else at `now`: closing yesterday (open tickets are finished or
// cancelled, counters closed), opening today, and stating again the messages and emergencies in
// force at `now`; a closing notice ends with its day. Empty while the open day goes on.
[[nodiscard]] std::vector<EventPayload> decide_day(const BranchState& state,
                                                   const BusinessDay& by_clock, Timestamp now);

}  // namespace navbat::domain
