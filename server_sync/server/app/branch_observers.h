#pragma once
// The streams and the devices' health side by side, as the branch's one observer.

#include <vector>

#include "server_sync/server/core/branch_observer.h"
#include "server_sync/server/core/device_health.h"
#include "server_sync/server/stream/branch_stream.h"

namespace navbat::server {

class BranchObservers final : public BranchObserver {
 public:
  // Both outlive it.
  BranchObservers(BranchStream& stream, DeviceHealth& devices)
      : stream_(stream), devices_(devices) {}

  void on_events(const std::vector<domain::Event>& events) override {
    stream_.on_events(events);
    for (const domain::Event& event : events) devices_.on_event(event);
  }
  void on_warning(std::string_view text) override { stream_.on_warning(text); }

 private:
  BranchStream& stream_;
  DeviceHealth& devices_;
};

}  // namespace navbat::server
