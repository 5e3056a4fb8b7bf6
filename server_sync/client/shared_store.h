#pragma once

#include <mutex>
#include <utility>

#include "server_sync/store/device_store.h"

namespace navbat::client {

// The device's database for several threads: DeviceStore serves one at a time. Private to this
// module.
class SharedStore {
 public:
  explicit SharedStore(store::DeviceStore& store) : store_(store) {}

  // Runs `work(DeviceStore&)` while nobody else uses the store, and returns what it returns.
  template <typename Work>
  auto with(Work&& work) {
    const std::lock_guard lock(mutex_);
    return std::forward<Work>(work)(store_);
  }

 private:
  std::mutex mutex_;
  store::DeviceStore& store_;
};

}  // namespace navbat::client
