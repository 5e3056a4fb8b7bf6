#pragma once
// The kiosk's ports on the real device client: numbers from the server or the kiosk's own series,
// the live queue by the event stream.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "kiosk/model/ports.h"
#include "server_sync/client/device_client.h"

namespace navbat::kiosk {

class BranchLink final : public TicketDesk, public BranchFeed {
 public:
  struct Options {
    std::string server_url;
    std::string token;
    std::string branch;
    std::string device;  // this kiosk's name at the server
    char letter = 'X';
    std::string data;                             // folder
    std::function<void(const std::string&)> log;  // one line; any thread
  };

  // Opens the device's database. The error is one line. `clock` outlives the link.
  static tl::expected<std::unique_ptr<BranchLink>, std::string> open(const Options& options,
                                                                     const domain::Clock& clock);
  ~BranchLink() override;

  void start();  // begins to follow the branch; once
  void stop();   // within a second; afterwards nothing calls on_change any more

  tl::expected<IssuedTicket, std::string> take(const domain::ServiceId& service,
                                               const std::string& language) override;
  void printed(const std::string& ticket_id) override;

  std::optional<BranchFacts> facts() const override;
  std::optional<LiveQueue> queue() const override;
  std::optional<domain::Milliseconds> age() const override;
  void on_change(std::function<void()> changed) override;

 private:
  explicit BranchLink(const domain::Clock& clock) : clock_(clock) {}
  void tell_change() const;

  const domain::Clock& clock_;
  std::function<void()> changed_;
  mutable std::mutex mutex_;  // of queue_
  mutable std::optional<LiveQueue> queue_;
  std::unique_ptr<client::DeviceClient> client_;
};

}  // namespace navbat::kiosk
