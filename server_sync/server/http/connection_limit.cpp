#include "server_sync/server/http/connection_limit.h"

namespace navbat::server::http {

tl::expected<ConnectionLimit::Slot, ConnectionLimit::Refusal> ConnectionLimit::admit(
    const std::string& address, std::size_t most) {
  std::size_t open = 0;
  {
    const std::lock_guard lock(mutex_);
    if (open_ >= total_) return tl::make_unexpected(Refusal::kTotal);
    std::size_t& here = by_address_[address];
    if (here >= most) return tl::make_unexpected(Refusal::kAddress);
    ++here;
    open = ++open_;
  }
  if (observer_ != nullptr) observer_->on_connections(open);
  return Slot(this, address);
}

void ConnectionLimit::release(const std::string& address) {
  std::size_t open = 0;
  {
    const std::lock_guard lock(mutex_);
    const auto found = by_address_.find(address);
    if (--found->second == 0) by_address_.erase(found);
    open = --open_;
  }
  if (observer_ != nullptr) observer_->on_connections(open);
}

}  // namespace navbat::server::http
