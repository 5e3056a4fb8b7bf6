#pragma once
// What a kiosk asks for and what it may print.

#include <optional>
#include <string>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/label.h"
#include "domain/priority.h"
#include "domain/promise.h"
#include "domain/time.h"

namespace navbat::client {

struct IssueRequest {
  domain::ServiceId service;
  domain::LanguageTag language;
  std::optional<domain::PriorityReason> priority;
  std::optional<domain::Timestamp> appointment;
  std::string phone;  // may be empty
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
  bool printed = false;
};

enum class IssueFailure {
  kNotReady,  // the branch was never heard of: the device must reach its server once
  kRefused,   // the server decided against it: unknown service, closed; nothing was issued
  kStorage,   // this device cannot make anything durable: no paper, no number
};

struct IssueError {
  IssueFailure failure = IssueFailure::kStorage;
  std::string detail;  // for staff and log, English, one line
};

}  // namespace navbat::client
