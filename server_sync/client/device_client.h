#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "domain/check_in.h"
#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/client/branch_news.h"
#include "server_sync/client/device_event.h"
#include "server_sync/client/fill_random.h"
#include "server_sync/client/found_ticket.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/issued_ticket.h"
#include "server_sync/client/known_branch.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/link_status.h"
#include "server_sync/client/upload_status.h"
#include "server_sync/client/usual_waits.h"
#include "server_sync/client/wait_estimate.h"

namespace navbat::client {

struct DeviceClientOptions {
  domain::BranchId branch;
  domain::NodeId node;      // this device's own name at the server: "kiosk-1", "board-hall"
  char kiosk_letter = 'X';  // second letter of its offline series; a board has no use for it
  std::string data_dir;     // made when missing; this device's alone
  milliseconds issue_deadline = kIssueDeadline;
  milliseconds find_deadline = kFindDeadline;
  // How often the server is greeted with nothing to send. Whoever is watched for silence says more.
  milliseconds hello_every = kHelloEvery;
  // The stream begins after the version that keep_cursor() left last, instead of with what happens
  // next: a board that was killed shows the calls that it missed.
  bool resume = false;
};

struct DeviceClientHooks {
  // All are called on background threads, must be quick and must not call the client. May be null.
  std::function<void()> news;  // drain() has something
  // link(), uploads(), branch(), usual_waits() or what find_booking() knows may have changed.
  std::function<void()> changed;
  std::function<void(const std::string&)> log;  // one English line
};

// Everything that a kiosk or board needs of its branch: the event stream followed, tickets issued
// with or without the server, the outbox carried, names kept for a start without a server. Two
// background threads, both ended by stop() within a second. All functions are thread-safe. Those
// that may block longer than a memory access or a read of the local disk say so; they belong on a
// worker thread, and stop() cuts their waiting short.
class DeviceClient {
 public:
  // Opens or makes the device's database in `data_dir`. The error is one line that says what is
  // wrong and what was expected (another program uses the folder, a newer version wrote the file,
  // a damaged file). `device_clock` outlives the client.
  [[nodiscard]] static tl::expected<std::unique_ptr<DeviceClient>, std::string> open(
      DeviceClientOptions options, std::unique_ptr<HttpTransport> transport,
      const domain::Clock& device_clock, FillRandom random, DeviceClientHooks hooks);

  virtual ~DeviceClient() = default;  // stop()

  virtual void start() = 0;  // once
  virtual void stop() = 0;

  // What has happened since the last call, oldest first. Never waits.
  [[nodiscard]] virtual std::vector<BranchNews> drain() = 0;
  [[nodiscard]] virtual LinkStatus link() const = 0;
  [[nodiscard]] virtual UploadStatus uploads() const = 0;
  // The branch's names, services and calendar; null until it was heard of once.
  [[nodiscard]] virtual std::shared_ptr<const KnownBranch> branch() const = 0;
  // True time by the server's clock, to the best of the device's knowledge.
  [[nodiscard]] virtual domain::Timestamp true_now() const = 0;

  // Today's typical waits by hour, from the branch's history: an hour old at most while the server
  // is there, else as last heard. Null when nothing fitting was ever heard.
  [[nodiscard]] virtual std::shared_ptr<const UsualWaits> usual_waits() const = 0;
  // What a ticket taken now may be promised: as the server says while that is at most
  // kPromiseFreshFor old, then the device's own guess (see LoneBranch). Nothing when there is no
  // honest one. Costs at most a few milliseconds.
  [[nodiscard]] virtual std::optional<WaitEstimate> estimate(
      const domain::ServiceId& service) const = 0;

  // See TicketIssuer. Blocks for at most about the issue deadline and one durable commit.
  [[nodiscard]] virtual tl::expected<IssuedTicket, IssueError> issue(
      const IssueRequest& request) = 0;
  // One durable commit: before bytes go to the printer, and after.
  [[nodiscard]] virtual tl::expected<void, IssueError> set_print_state(
      const domain::TicketId& ticket, domain::PrintState state) = 0;
  [[nodiscard]] virtual tl::expected<std::vector<IssuedTicket>, IssueError> unprinted(
      domain::Timestamp since) = 0;
  [[nodiscard]] virtual tl::expected<std::vector<IssuedTicket>, IssueError> latest_tickets(
      std::size_t count) = 0;

  // Told to the branch once, now or whenever its server is there again. One durable commit.
  [[nodiscard]] virtual tl::expected<void, IssueError> record(const DeviceEvent& event) = 0;

  // Everything up to this version was presented: where the next run begins, with `resume`. One
  // durable commit.
  [[nodiscard]] virtual tl::expected<void, IssueError> keep_cursor(std::int64_t version) = 0;
  // Where this run began, with `resume`; nothing in a first one.
  [[nodiscard]] virtual std::optional<std::int64_t> resumed_after() const = 0;

  // The ticket that somebody typed ("A042", "a42") or had scanned (its id, the address of its
  // page): this device's own at once, another one from the server. Blocks for at most about the
  // find deadline.
  [[nodiscard]] virtual tl::expected<FoundTicket, FindError> find_ticket(std::string_view text) = 0;
  // The appointment of a code that somebody typed or had scanned: from today's list on this disk,
  // and when it is not there from the server, blocking for at most about the find deadline. Whether
  // it may be checked in is domain::check_in()'s answer, with the branch's limits.
  [[nodiscard]] virtual tl::expected<domain::Appointment, FindError> find_booking(
      std::string_view code) = 0;

 protected:
  DeviceClient() = default;
  DeviceClient(const DeviceClient&) = delete;
  DeviceClient& operator=(const DeviceClient&) = delete;
};

}  // namespace navbat::client
