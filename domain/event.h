#pragma once
// What happened in a branch. Events are append-only; the branch's state is nothing but the events
// applied in order.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/alternative.h"
#include "domain/business_day.h"
#include "domain/calling_reason.h"
#include "domain/ids.h"
#include "domain/label.h"
#include "domain/notice.h"
#include "domain/presented_call.h"
#include "domain/priority.h"
#include "domain/promise.h"
#include "domain/time.h"

namespace navbat::domain {

// Opens a business day. Everything of the day before is over by now; numbers start at 1 again.
struct DayOpened {
  BusinessDay day;
};

struct CounterOpened {
  CounterId counter;
  TellerId teller;
  std::vector<ServiceId> services;  // What the teller may serve; never empty.
};
struct CounterClosed {
  CounterId counter;
};
struct CounterPaused {
  CounterId counter;
  std::string reason;
};
struct CounterResumed {
  CounterId counter;
};

struct TicketIssued {
  TicketId ticket;
  Label label;
  BusinessDay day;  // Of its own issue: a late ticket of a closed day carries that day.
  ServiceId service;
  LanguageTag language;
  std::optional<PriorityReason> priority;
  std::optional<Timestamp> appointment;
  std::string phone;
  NodeId origin;
  std::optional<Promise> promise;
  BookingCode booking{};  // The appointment that it uses; empty without one.
};
// Paper wins: the label that was printed replaces the one that the server had given.
struct TicketRelabelled {
  TicketId ticket;
  Label old_label;
  Label label;
};
// A no-show under a number that was never printed waits again at its true place.
struct TicketReinstated {
  TicketId ticket;
};
// Carries what a board needs to show and speak the call.
struct TicketCalled {
  TicketId ticket;
  Label label;
  ServiceId service;
  LanguageTag language;
  CounterId counter;
  TellerId teller;
  CallingReason why;
};
struct TicketRecalled {
  TicketId ticket;
  Label label;
  ServiceId service;
  LanguageTag language;
  CounterId counter;
};
struct ServiceStarted {
  TicketId ticket;
  CounterId counter;
};
struct TicketFinished {
  TicketId ticket;
  CounterId counter;
  std::string outcome;  // The bank's own code; may be empty.
};
struct TicketNoShow {
  TicketId ticket;
  CounterId counter;
};
struct TicketHeld {
  TicketId ticket;
  std::string reason;
};
struct TicketResumed {
  TicketId ticket;
};
struct TicketTransferred {
  TicketId ticket;
  ServiceId from;
  ServiceId service;
  std::string note;
};

enum class CancelledBy { kCustomer, kStaff, kDayClosed };
struct TicketCancelled {
  TicketId ticket;
  CancelledBy by = CancelledBy::kCustomer;
  std::string reason{};  // Why staff or a device took it back; may be empty.
};

struct FeedbackGiven {
  TicketId ticket;
  std::int32_t score = 0;  // 1 (bad) to 4 (good).
  std::vector<std::string> reasons;
};

// An appointment is made, or given up, by staff. Its use is the TicketIssued event that names it.
struct AppointmentBooked {
  BookingCode code;
  ServiceId service;
  Timestamp at{};
};
struct AppointmentCancelled {
  BookingCode code;
};

// A kiosk showed ways without waiting before a ticket was taken; whether one of them was taken; and
// whether the customer came back for a ticket of that service after all.
struct GuidanceOption {
  AlternativeId id;
  AlternativeKind kind = AlternativeKind::kAtm;
  std::optional<Seconds> wait;  // What it was said to take, when that was known.
};
struct GuidanceOffered {
  GuidanceId guidance;
  ServiceId service;
  LanguageTag language;
  std::optional<WaitRange> wait;  // For a ticket, as shown beside the options.
  std::vector<GuidanceOption> options;
};
struct GuidanceTaken {
  GuidanceId guidance;
  AlternativeId option;
};
struct GuidanceReturned {
  GuidanceId guidance;
  TicketId ticket;
};
inline constexpr std::chrono::minutes kGuidanceReturn{15};  // Later, it is another visit.

// A part of a device is in another state than before.
struct DeviceReported {
  NodeId device;
  PartName part;       // "printer", "paper", "link", "screen", "sound", "card" …
  PartName state;      // "ok", "out", "near_end", "unreachable" …
  std::string detail;  // English, for staff; may be empty.
};

// Staff have every board say something, until its time is over or it is withdrawn. What is still in
// force when a business day begins is stated again right after DayOpened.
struct NoticePosted {
  Notice notice;
};
struct NoticeWithdrawn {
  NoticeId notice;
};

// What became of calls at a board.
struct CallsPresented {
  NodeId device;
  std::vector<PresentedCall> calls;
};

using EventPayload =
    std::variant<DayOpened, CounterOpened, CounterClosed, CounterPaused, CounterResumed,
                 TicketIssued, TicketRelabelled, TicketReinstated, TicketCalled, TicketRecalled,
                 ServiceStarted, TicketFinished, TicketNoShow, TicketHeld, TicketResumed,
                 TicketTransferred, TicketCancelled, FeedbackGiven, AppointmentBooked,
                 AppointmentCancelled, GuidanceOffered, GuidanceTaken, GuidanceReturned,
                 DeviceReported, NoticePosted, NoticeWithdrawn, CallsPresented>;

struct Event {
  std::int64_t version = 0;  // Contiguous from 1 in each branch; given by the branch's authority.
  BusinessDay day;           // The business day that was open when it was recorded.
  Timestamp at{};            // When it truly happened.
  Timestamp recorded_at{};  // When the authority recorded it; later than `at` for what was offline.
  std::string actor;        // Who: a device, a teller, "system".
  EventPayload payload;
};

// The wire name: "ticket_called".
[[nodiscard]] std::string_view type_name(const EventPayload& payload);
// The ticket that the event is about, if any.
[[nodiscard]] const TicketId* ticket_of(const EventPayload& payload);

[[nodiscard]] std::string_view to_string(CancelledBy by);

}  // namespace navbat::domain
