#pragma once
// What the kiosk needs from outside. main() chooses the real ones, tests their own.

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "kiosk/model/branch.h"
#include "kiosk/model/guidance.h"

namespace navbat::kiosk {

struct NoTicket {
  Refusal why = Refusal::kTrouble;
  std::optional<domain::Timestamp> at;         // opens, or the appointment
  std::string detail;                          // for the log, English, one line
  std::optional<domain::ServiceId> service{};  // of a booking that cannot be used now
};

// Where tickets come from and where their fate is kept. Called on worker threads; may block for
// half a second. What a function has returned from is durable.
class TicketDesk {
 public:
  virtual ~TicketDesk() = default;
  [[nodiscard]] virtual tl::expected<IssuedTicket, NoTicket> take(const TicketWish& wish) = 0;

  [[nodiscard]] virtual tl::expected<void, std::string> set_paper(const std::string& ticket_id,
                                                                  domain::PrintState state) = 0;
  // Issued at or after `since` and not known to be on paper; newest first.
  virtual std::vector<IssuedTicket> unprinted(domain::Timestamp since) = 0;
  virtual std::vector<IssuedTicket> latest(std::size_t count) = 0;

  [[nodiscard]] virtual tl::expected<Booking, NoTicket> find_booking(const std::string& code) = 0;

  struct Found {
    std::optional<IssuedTicket> ticket{};
    Rateable rateable = Rateable::kYes;
    bool server_answered = true;
  };
  // By its label of today, or its id.
  virtual Found find_ticket(const std::string& label_or_id) = 0;

  // Sent when the server can be reached. The errors are lines for the log.
  [[nodiscard]] virtual tl::expected<void, std::string> void_ticket(const std::string& ticket_id,
                                                                    const std::string& reason) = 0;
  [[nodiscard]] virtual tl::expected<void, std::string> rate(
      const std::string& ticket_id, int score, const std::vector<std::string>& reasons) = 0;
  [[nodiscard]] virtual tl::expected<void, std::string> tell(const GuidanceOffered& offered) = 0;
  [[nodiscard]] virtual tl::expected<void, std::string> tell(const GuidanceTaken& taken) = 0;
  [[nodiscard]] virtual tl::expected<void, std::string> tell(const GuidanceReturned& returned) = 0;
  // A part of this device is in a new state ("paper", "out"), for the manager.
  [[nodiscard]] virtual tl::expected<void, std::string> report(const std::string& part,
                                                               const std::string& state,
                                                               const std::string& detail) = 0;
};

// For staff.
struct LinkHealth {
  bool online = false;
  bool refused = false;  // the server does not let this device in
  std::optional<domain::Timestamp> last_contact;
  int waiting_to_send = 0;  // events
  int set_aside = 0;        // that the server could not use
  bool operator==(const LinkHealth&) const = default;
};

// What is known of the branch now. All functions are thread-safe and quick.
class BranchFeed {
 public:
  virtual ~BranchFeed() = default;
  virtual std::optional<BranchFacts> facts() const = 0;  // nothing before the first contact ever
  virtual std::optional<LiveQueue> queue() const = 0;
  virtual std::optional<domain::Milliseconds> age() const = 0;  // of the queue
  virtual OwnWaits own_waits() const = 0;                       // a few milliseconds
  virtual Openings openings() const = 0;  // by what is known, with or without the server
  virtual Outlook outlook() const = 0;
  virtual LinkHealth link() const = 0;
  // `changed` is called from any thread whenever one of the above may have; set before start().
  virtual void on_change(std::function<void()> changed) = 0;
};

}  // namespace navbat::kiosk
