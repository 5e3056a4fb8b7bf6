#pragma once
// Where in a visit the kiosk is.

#include <chrono>
#include <optional>
#include <string>

#include "domain/ids.h"
#include "domain/time.h"

namespace navbat::kiosk {

using Moment = std::chrono::milliseconds;  // monotonic, as the frame loop counts

enum class Place {
  kAttract,     // nobody is there: begin in a language
  kHome,        // services and groups
  kSuggestion,  // what needs no waiting, and the ticket
  kPriority,    // a reason to go first
  kDetails,     // a phone number
  kCheckIn,     // an appointment's code
  kAsking,      // the desk is asked: a number, a code, a ticket
  kTicket,
  kNotice,  // a gentle word: closed, too early, no ticket
  kFeedback,
  kReprint,  // a ticket from before a crash
  kStaffPin,
  kStaff,
  kOutOfService,
};

// Lies over any place.
enum class Sheet { kNone, kLanguages, kAccess, kStillThere };

// The paper of the ticket on the screen.
enum class PrintProgress { kPrinting, kPrinted, kFailed, kUnknown };

enum class NoticeKind {
  kTrouble,
  kClosed,
  kFull,
  kTooEarly,
  kTooLate,
  kBookingUsed,
  kBookingUnknown,
  kTicketUnknown,  // no such ticket today, for a rating
  kRatedAlready,
  kNotServedYet,  // a rating before the visit
  kUnreadable,    // the scanner typed something that is no code
  kTryLater,      // needs the server, which does not answer
};

struct Notice {
  NoticeKind kind = NoticeKind::kTrouble;
  std::optional<domain::ServiceId> service{};  // whose ticket may be taken instead
  std::optional<domain::Timestamp> at{};       // opens, or the appointment
};

enum class FeedbackStep { kNumber, kFaces, kReasons, kThanks };

// Chosen by the customer, forgotten after the visit.
struct Preferences {
  std::string language;
  bool high_contrast = false;
  bool large_text = false;
  bool lowered = false;  // controls within reach from a wheelchair
  bool speech = false;
  bool operator==(const Preferences&) const = default;
};

}  // namespace navbat::kiosk
