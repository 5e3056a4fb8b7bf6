#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <utility>

#include "server_sync/server/http/observer.h"

namespace navbat::server::http {

/// Counts open connections, in total and by address. Any thread.
class ConnectionLimit {
 public:
  /// One admitted connection; gives its place back when destroyed. Must not outlive the limit.
  class Slot {
   public:
    Slot() = default;
    Slot(ConnectionLimit* limit, std::string address)
        : limit_(limit), address_(std::move(address)) {}
    Slot(Slot&& other) noexcept
        : limit_(std::exchange(other.limit_, nullptr)), address_(std::move(other.address_)) {}
    Slot& operator=(Slot&&) = delete;
    ~Slot() {
      if (limit_ != nullptr) limit_->release(address_);
    }

   private:
    ConnectionLimit* limit_ = nullptr;
    std::string address_;
  };

  enum class Refusal { kTotal, kAddress };

  explicit ConnectionLimit(std::size_t total) : total_(total) {}

  /// Told of every change; set before the first connection.
  void set_observer(ServerObserver* observer) { observer_ = observer; }
  /// `most` is what this address may have.
  [[nodiscard]] tl::expected<Slot, Refusal> admit(const std::string& address, std::size_t most);

 private:
  void release(const std::string& address);

  const std::size_t total_;
  ServerObserver* observer_ = nullptr;
  std::mutex mutex_;
  std::size_t open_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

}  // namespace navbat::server::http
