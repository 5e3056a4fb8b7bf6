#pragma once

#include <functional>
#include <tl/expected.hpp>

#include "server_sync/client/device_event.h"
#include "server_sync/client/issued_ticket.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// Puts what the device has to tell into its outbox, at its true time; it reaches the server once,
// whenever that can be reached. Thread-safe; all that is passed in outlives it.
class EventRecorder {
 public:
  // `outbox_grew`: an event waits to be sent. May be null; quick.
  EventRecorder(SharedStore& store, const ServerClock& true_clock,
                std::function<void()> outbox_grew)
      : store_(store), true_clock_(true_clock), outbox_grew_(std::move(outbox_grew)) {}

  // One durable commit. Voiding also marks the ticket here.
  [[nodiscard]] tl::expected<void, IssueError> record(const DeviceEvent& event);

 private:
  SharedStore& store_;
  const ServerClock& true_clock_;
  const std::function<void()> outbox_grew_;
};

}  // namespace navbat::client
