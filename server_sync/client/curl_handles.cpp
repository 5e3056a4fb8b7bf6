#include "server_sync/client/curl_handles.h"

#include <new>
#include <utility>

namespace navbat::client {

CurlConnection::CurlConnection() : multi(curl_multi_init()), easy(curl_easy_init()) {
  if (multi == nullptr || easy == nullptr) throw std::bad_alloc();
}

std::unique_ptr<CurlConnection> CurlConnectionPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<CurlConnection> connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  return std::make_unique<CurlConnection>();
}

void CurlConnectionPool::put_back(std::unique_ptr<CurlConnection> connection) {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < max_idle_) idle_.push_back(std::move(connection));
}

}  // namespace navbat::client
