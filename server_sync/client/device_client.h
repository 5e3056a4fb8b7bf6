#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/client/branch_news.h"
#include "server_sync/client/fill_random.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/issued_ticket.h"
#include "server_sync/client/known_branch.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/link_status.h"
#include "server_sync/client/upload_status.h"

namespace navbat::client {

struct DeviceClientOptions {
  domain::BranchId branch;
  domain::NodeId node;      // this device's own name at the server: "kiosk-1", "board-hall"
  char kiosk_letter = 'X';  // second letter of its offline series; a board has no use for it
  std::string data_dir;     // made when missing; this device's alone
  milliseconds issue_deadline = kIssueDeadline;
};

struct DeviceClientHooks {
  // All are called on background threads, must be quick and must not call the client. May be null.
  std::function<void()> news;                   // drain() has something
  std::function<void()> changed;                // link(), uploads() or branch() may have changed
  std::function<void(const std::string&)> log;  // one English line
};

// Everything that a kiosk or board needs of its branch: the event stream followed, tickets issued
// with or without the server, the outbox carried, names kept for a start without a server. Two
// background threads, both ended by stop() within a second. All functions are thread-safe; only
// issue() may block longer than a memory access or a read of the local disk.
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

  // See TicketIssuer.
  [[nodiscard]] virtual tl::expected<IssuedTicket, IssueError> issue(
      const IssueRequest& request) = 0;
  // One durable commit: before bytes go to the printer, and after.
  [[nodiscard]] virtual tl::expected<void, IssueError> set_print_state(
      const domain::TicketId& ticket, domain::PrintState state) = 0;
  [[nodiscard]] virtual tl::expected<std::vector<IssuedTicket>, IssueError> unprinted(
      domain::Timestamp since) = 0;
  [[nodiscard]] virtual tl::expected<std::vector<IssuedTicket>, IssueError> latest_tickets(
      std::size_t count) = 0;

 protected:
  DeviceClient() = default;
  DeviceClient(const DeviceClient&) = delete;
  DeviceClient& operator=(const DeviceClient&) = delete;
};

}  // namespace navbat::client
