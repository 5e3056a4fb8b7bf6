#include "domain/ticket.h"

#include <algorithm>

namespace navbat::domain {

PriorityClass Ticket::priority_class() const {
  if (transfers > 0) return PriorityClass::kTransfer;
  if (appointment) return PriorityClass::kAppointment;
  return priority ? PriorityClass::kPriority : PriorityClass::kNormal;
}

Timestamp Ticket::counts_from() const {
  // After a transfer the appointment has been honoured: only the new wait counts.
  if (appointment && transfers == 0) return std::max(joined_at, *appointment);
  return joined_at;
}

}  // namespace navbat::domain
