#pragma once
// What the kiosk needs from outside. main() chooses the real ones, tests their own.

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "domain/ids.h"
#include "domain/time.h"
#include "kiosk/model/branch.h"

namespace navbat::kiosk {

// Where tickets come from. Called on the worker thread; may block for half a second. The ticket is
// durable when take() returns. The error is one line for the log.
class TicketDesk {
 public:
  virtual ~TicketDesk() = default;
  [[nodiscard]] virtual tl::expected<IssuedTicket, std::string> take(
      const domain::ServiceId& service, const std::string& language) = 0;

  // The paper of that ticket is out. Worker thread.
  virtual void printed(const std::string& ticket_id) = 0;
};

// What is known of the branch now. All functions are thread-safe and quick.
class BranchFeed {
 public:
  virtual ~BranchFeed() = default;
  virtual std::optional<BranchFacts> facts() const = 0;  // nothing before the first contact ever
  virtual std::optional<LiveQueue> queue() const = 0;
  virtual std::optional<domain::Milliseconds> age() const = 0;  // of the queue
  // `changed` is called from any thread whenever one of the above may have; set before start().
  virtual void on_change(std::function<void()> changed) = 0;
};

}  // namespace navbat::kiosk
