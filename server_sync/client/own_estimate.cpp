#include "server_sync/client/own_estimate.h"

#include <algorithm>

#include "server_sync/client/limits.h"

namespace navbat::client {

void OwnEstimate::note(const domain::TicketId& ticket, const domain::ServiceId& service,
                       domain::Timestamp issued_at) {
  const std::lock_guard lock(mutex_);
  std::erase_if(own_, [&](const OwnTicket& own) { return issued_at - own.at > kOwnEstimateFor; });
  own_.push_back({ticket, service, issued_at});
  if (branch_) branch_->issued(ticket, service, issued_at);
}

std::optional<WaitEstimate> OwnEstimate::ask(const BranchInfo& info, const QueueSnapshot& picture,
                                             const domain::ServiceId& service,
                                             domain::Timestamp now) {
  const std::lock_guard lock(mutex_);
  const Picture from{picture.version, picture.at};
  if (!branch_ || imagined_from_ != from) {
    branch_.emplace(info, picture);
    imagined_from_ = from;
    for (const OwnTicket& own : own_) {
      if (own.at > picture.at) branch_->issued(own.ticket, own.service, own.at);
    }
  }
  return branch_->estimate(service, now);
}

}  // namespace navbat::client
