#include "server_sync/client/branch_view.h"

#include <algorithm>

namespace navbat::client {

const ServiceInfo* BranchInfo::find_service(const domain::ServiceId& service) const {
  const auto found = std::find_if(services.begin(), services.end(),
                                  [&](const ServiceInfo& info) { return info.id == service; });
  return found == services.end() ? nullptr : &*found;
}

const ServiceQueue* QueueSnapshot::find_service(const domain::ServiceId& service) const {
  const auto found = std::find_if(services.begin(), services.end(),
                                  [&](const ServiceQueue& q) { return q.service == service; });
  return found == services.end() ? nullptr : &*found;
}

}  // namespace navbat::client
