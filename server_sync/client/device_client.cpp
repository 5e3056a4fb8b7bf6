#include "server_sync/client/device_client.h"

#include <array>
#include <cstring>
#include <utility>

#include "server_sync/client/branch_directory.h"
#include "server_sync/client/branch_follower.h"
#include "server_sync/client/circuit.h"
#include "server_sync/client/housekeeping.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"
#include "server_sync/client/sync_line.h"
#include "server_sync/client/sync_uploader.h"
#include "server_sync/client/ticket_issuer.h"
#include "server_sync/store/sqlite/directory_lock.h"
#include "server_sync/store/sqlite/sqlite_device_store.h"

namespace navbat::client {
namespace {

std::mt19937_64 seeded(const FillRandom& random) {
  std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
  random(bytes);
  std::uint64_t seed = 0;
  std::memcpy(&seed, bytes.data(), sizeof seed);
  return std::mt19937_64{seed};
}

// What the device keeps on disk, and the right to it.
struct DeviceFile {
  store::sqlite::DirectoryLock lock;
  std::unique_ptr<store::DeviceStore> store;
};

tl::expected<DeviceFile, std::string> open_file(const std::string& data_dir,
                                                const FillRandom& random) {
  auto lock = store::sqlite::DirectoryLock::acquire(data_dir);
  if (!lock) return tl::unexpected(lock.error().message);
  std::array<std::uint8_t, 16> epoch{};
  random(epoch);
  auto opened = store::sqlite::SqliteDeviceStore::open(
      data_dir + "/" + store::sqlite::kDeviceFileName, epoch);
  if (!opened) return tl::unexpected(opened.error().message);
  return DeviceFile{std::move(*lock), std::move(*opened)};
}

FollowerOptions follower_options(const DeviceClientOptions& options) {
  FollowerOptions out;
  out.branch = options.branch;
  return out;
}

class RealDeviceClient final : public DeviceClient {
 public:
  RealDeviceClient(DeviceClientOptions options, std::unique_ptr<HttpTransport> transport,
                   DeviceFile file, const domain::Clock& device_clock, const FillRandom& random,
                   DeviceClientHooks hooks)
      : device_clock_(device_clock),
        hooks_(std::move(hooks)),
        transport_(std::move(transport)),
        file_(std::move(file)),
        store_(*file_.store),
        directory_(*transport_, store_, options.branch),
        true_clock_(device_clock, load_clock_memory(store_)),
        issuer_(*transport_, store_, directory_, circuit_, true_clock_, device_clock, random,
                {.branch = options.branch,
                 .node = options.node,
                 .kiosk_letter = options.kiosk_letter,
                 .deadline = options.issue_deadline},
                issuer_hooks()),
        line_(*transport_, store_, circuit_, true_clock_, device_clock, options.node, random,
              [this](const std::string& line) { log(line); }),
        housekeeping_(store_, directory_, true_clock_, device_clock,
                      {.changed = [this] { changed(); },
                       .log = [this](const std::string& line) { log(line); }}),
        uploader_(line_, {}, seeded(random),
                  [this](bool answered, const std::stop_token& stop) {
                    housekeeping_.run(answered, stop);
                    changed();
                  }),
        follower_(*transport_, device_clock, follower_options(options), follower_hooks(),
                  seeded(random)) {
    static_cast<void>(directory_.load());  // nothing kept yet is no fault
  }

  ~RealDeviceClient() override { RealDeviceClient::stop(); }

  void start() override {
    uploader_.start();
    follower_.start();
  }

  void stop() override {
    stop_issuing_.request_stop();
    follower_.stop();
    uploader_.stop();
  }

  std::vector<BranchNews> drain() override { return follower_.drain(); }
  LinkStatus link() const override { return follower_.status(); }
  UploadStatus uploads() const override { return line_.status(); }
  std::shared_ptr<const KnownBranch> branch() const override { return directory_.current(); }
  domain::Timestamp true_now() const override { return true_clock_.now(); }

  tl::expected<IssuedTicket, IssueError> issue(const IssueRequest& request) override {
    return issuer_.issue(request, stop_issuing_.get_token());
  }
  tl::expected<void, IssueError> set_print_state(const domain::TicketId& ticket,
                                                 domain::PrintState state) override {
    return issuer_.set_print_state(ticket, state);
  }
  tl::expected<std::vector<IssuedTicket>, IssueError> unprinted(domain::Timestamp since) override {
    return issuer_.unprinted(since);
  }
  tl::expected<std::vector<IssuedTicket>, IssueError> latest_tickets(std::size_t count) override {
    return issuer_.latest(count);
  }

 private:
  IssuerHooks issuer_hooks() {
    return {.outbox_grew =
                [this] {
                  line_.refresh_pending();
                  uploader_.wake();
                },
            .estimate = [this](const domain::ServiceId& service) { return estimate(service); },
            .log = [this](const std::string& line) { log(line); }};
  }

  FollowerHooks follower_hooks() {
    return {.wake = hooks_.news,
            .status_changed = [this] { on_link_changed(); },
            .live = {},
            .log = [this](const std::string& line) { log(line); }};
  }

  // The stream tells first that the server went or came. Gone: the next customer does not wait for
  // it. Either way it is greeted: its answer closes the circuit, whatever the stream suffered from.
  void on_link_changed() {
    const LinkState state = follower_.status().state;
    if (state == LinkState::kDown) circuit_.failed(device_clock_.now());
    if (state == LinkState::kLive) housekeeping_.refresh_directory();
    uploader_.server_is_back();
    changed();
  }

  std::optional<WaitRange> estimate(const domain::ServiceId& service) const {
    const auto age = follower_.status().age(device_clock_.now());
    if (!age || *age > kPromiseFreshFor) return std::nullopt;
    const auto snapshot = follower_.latest_snapshot();
    const ServiceQueue* queue = snapshot ? snapshot->find_service(service) : nullptr;
    return queue == nullptr ? std::nullopt : queue->promise;
  }

  void changed() const {
    if (hooks_.changed) hooks_.changed();
  }
  void log(const std::string& line) const {
    if (hooks_.log) hooks_.log(line);
  }

  const domain::Clock& device_clock_;
  const DeviceClientHooks hooks_;
  const std::unique_ptr<HttpTransport> transport_;
  DeviceFile file_;
  SharedStore store_;
  BranchDirectory directory_;
  Circuit circuit_;
  ServerClock true_clock_;
  std::stop_source stop_issuing_;
  TicketIssuer issuer_;
  SyncLine line_;
  Housekeeping housekeeping_;
  // The threads come last: they use everything above.
  SyncUploader uploader_;
  BranchFollower follower_;
};

}  // namespace

tl::expected<std::unique_ptr<DeviceClient>, std::string> DeviceClient::open(
    DeviceClientOptions options, std::unique_ptr<HttpTransport> transport,
    const domain::Clock& device_clock, FillRandom random, DeviceClientHooks hooks) {
  if (options.kiosk_letter < 'A' || options.kiosk_letter > 'Z') {
    return tl::unexpected(std::string("letter of the kiosk's offline series: expected A to Z"));
  }
  auto file = open_file(options.data_dir, random);
  if (!file) return tl::unexpected(file.error());
  return std::make_unique<RealDeviceClient>(std::move(options), std::move(transport),
                                            std::move(*file), device_clock, random,
                                            std::move(hooks));
}

}  // namespace navbat::client
