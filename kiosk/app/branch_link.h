#pragma once
// The kiosk's ports on the real device client: numbers from the server or the kiosk's own series,
// the live queue by the event stream, other branches by their hub.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/model/ports.h"
#include "server_sync/client/device_client.h"
#include "server_sync/client/neighbour_watch.h"

namespace navbat::kiosk {

class BranchLink final : public TicketDesk, public BranchFeed {
 public:
  struct Options {
    std::string server_url;
    std::string token;
    std::string branch;
    std::string device;  // this kiosk's name at the server
    char letter = 'X';
    std::string data;     // folder
    std::string ca_file;  // PEM, of the authorities to trust; empty: the system's
    // Where the waits of other branches are asked for; an empty address: nowhere.
    std::string hub_url;
    std::string hub_token;
    std::vector<std::string> neighbours;          // branches
    std::function<void(const std::string&)> log;  // one line; any thread
  };

  // Opens the device's database. The error is one line. `clock` outlives the link.
  static tl::expected<std::unique_ptr<BranchLink>, std::string> open(const Options& options,
                                                                     const domain::Clock& clock);
  ~BranchLink() override;

  void start();  // begins to follow the branch; once
  void stop();   // within a second; afterwards nothing calls on_change any more

  // TicketDesk
  tl::expected<IssuedTicket, NoTicket> take(const TicketWish& wish) override;
  tl::expected<void, std::string> set_paper(const std::string& ticket_id,
                                            domain::PrintState state) override;
  std::vector<IssuedTicket> unprinted(domain::Timestamp since) override;
  std::vector<IssuedTicket> latest(std::size_t count) override;
  tl::expected<Booking, NoTicket> find_booking(const std::string& code) override;
  Found find_ticket(const std::string& label_or_id) override;
  tl::expected<void, std::string> void_ticket(const std::string& ticket_id,
                                              const std::string& reason) override;
  tl::expected<void, std::string> rate(const std::string& ticket_id, int score,
                                       const std::vector<std::string>& reasons) override;
  tl::expected<void, std::string> tell(const GuidanceOffered& offered) override;
  tl::expected<void, std::string> tell(const GuidanceTaken& taken) override;
  tl::expected<void, std::string> tell(const GuidanceReturned& returned) override;
  tl::expected<void, std::string> report(const std::string& part, const std::string& state,
                                         const std::string& detail) override;

  // BranchFeed
  std::optional<BranchFacts> facts() const override;
  std::optional<LiveQueue> queue() const override;
  std::optional<domain::Milliseconds> age() const override;
  OwnWaits own_waits() const override;
  Openings openings() const override;
  Outlook outlook() const override;
  LinkHealth link() const override;
  void on_change(std::function<void()> changed) override;

 private:
  explicit BranchLink(const Options& options, const domain::Clock& clock);
  tl::expected<void, std::string> open_neighbours(const Options& options);
  tl::expected<void, std::string> record(const client::DeviceEvent& event);
  void tell_change() const;
  void log(const std::string& line) const;
  void drain() const;  // with mutex_ held

  const domain::Clock& clock_;
  const std::vector<std::string> neighbour_ids_;
  const std::function<void(const std::string&)> log_;
  std::function<void()> changed_;
  mutable std::mutex mutex_;  // of snapshot_
  mutable std::optional<client::QueueSnapshot> snapshot_;
  std::set<std::string> rated_;  // ids, of this run; the asking thread only
  std::unique_ptr<client::DeviceClient> client_;
  std::unique_ptr<client::NeighbourWatch> neighbours_;  // null: none are watched
};

}  // namespace navbat::kiosk
