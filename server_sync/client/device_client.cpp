#include "server_sync/client/device_client.h"

#include <array>
#include <utility>

#include "server_sync/client/booking_list.h"
#include "server_sync/client/branch_directory.h"
#include "server_sync/client/branch_follower.h"
#include "server_sync/client/circuit.h"
#include "server_sync/client/event_recorder.h"
#include "server_sync/client/housekeeping.h"
#include "server_sync/client/kept_cursor.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/own_estimate.h"
#include "server_sync/client/reconciler.h"
#include "server_sync/client/seeded_engine.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"
#include "server_sync/client/sync_line.h"
#include "server_sync/client/sync_uploader.h"
#include "server_sync/client/ticket_finder.h"
#include "server_sync/client/ticket_issuer.h"
#include "server_sync/client/usual_wait_cache.h"
#include "server_sync/store/sqlite/directory_lock.h"
#include "server_sync/store/sqlite/sqlite_device_store.h"

namespace navbat::client {
namespace {

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

FollowerOptions follower_options(const DeviceClientOptions& options,
                                 std::optional<std::int64_t> resume_after) {
  FollowerOptions out;
  out.branch = options.branch;
  out.resume_after = resume_after;
  return out;
}

class RealDeviceClient final : public DeviceClient {
 public:
  RealDeviceClient(DeviceClientOptions options, std::unique_ptr<HttpTransport> transport,
                   DeviceFile file, const domain::Clock& device_clock, const FillRandom& random,
                   DeviceClientHooks hooks)
      : device_clock_(device_clock),
        branch_(options.branch),
        hooks_(std::move(hooks)),
        transport_(std::move(transport)),
        file_(std::move(file)),
        store_(*file_.store),
        resumed_after_(options.resume ? load_cursor(store_, options.branch) : std::nullopt),
        directory_(*transport_, store_, options.branch),
        bookings_(*transport_, store_, options.branch),
        usual_waits_(*transport_, store_, options.branch),
        clock_memory_(load_clock_memory(store_)),
        true_clock_(device_clock, clock_memory_),
        issuer_(*transport_, store_, directory_, circuit_, true_clock_, device_clock, random,
                {.branch = options.branch,
                 .node = options.node,
                 .kiosk_letter = options.kiosk_letter,
                 .deadline = options.issue_deadline},
                issuer_hooks()),
        line_(*transport_, store_, circuit_, true_clock_, device_clock, options.node, random,
              [this](const std::string& line) { log(line); }),
        recorder_(store_, true_clock_, [this] { outbox_grew(); }),
        finder_(*transport_, store_, directory_, true_clock_, options.branch,
                options.find_deadline),
        reconciler_(*transport_, store_, options.branch, options.node,
                    last_sign_of_life(store_, clock_memory_.latest_true),
                    {.settle = [this] { issuer_.settle(); },
                     .log = [this](const std::string& line) { log(line); }}),
        find_deadline_(options.find_deadline),
        housekeeping_({.store = store_,
                       .directory = directory_,
                       .bookings = bookings_,
                       .usual_waits = usual_waits_,
                       .reconciler = reconciler_,
                       .true_clock = true_clock_,
                       .device_clock = device_clock},
                      {.changed = [this] { changed(); },
                       .log = [this](const std::string& line) { log(line); }}),
        uploader_(
            line_, {}, seeded_engine(random),
            [this](bool answered, const std::stop_token& stop) {
              housekeeping_.run(answered, stop);
              changed();
            },
            options.hello_every),
        follower_(*transport_, device_clock, follower_options(options, resumed_after_),
                  follower_hooks(), seeded_engine(random)) {
    // Nothing kept yet is no fault.
    static_cast<void>(directory_.load());
    static_cast<void>(bookings_.load());
    static_cast<void>(usual_waits_.load());
  }

  ~RealDeviceClient() override { RealDeviceClient::stop(); }

  void start() override {
    uploader_.start();
    follower_.start();
  }

  void stop() override {
    stop_waiting_.request_stop();
    follower_.stop();
    uploader_.stop();
  }

  std::vector<BranchNews> drain() override { return follower_.drain(); }
  LinkStatus link() const override { return follower_.status(); }
  UploadStatus uploads() const override { return line_.status(); }
  std::shared_ptr<const KnownBranch> branch() const override { return directory_.current(); }
  domain::Timestamp true_now() const override { return true_clock_.now(); }
  std::shared_ptr<const UsualWaits> usual_waits() const override {
    const auto known = directory_.current();
    return known ? usual_waits_.for_day(known->calendar.day_of(true_now())) : nullptr;
  }

  tl::expected<IssuedTicket, IssueError> issue(const IssueRequest& request) override {
    return issuer_.issue(request, stop_waiting_.get_token());
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

  tl::expected<void, IssueError> record(const DeviceEvent& event) override {
    return recorder_.record(event);
  }
  tl::expected<void, IssueError> keep_cursor(std::int64_t version) override {
    return save_cursor(store_, branch_, version);
  }
  std::optional<std::int64_t> resumed_after() const override { return resumed_after_; }
  tl::expected<FoundTicket, FindError> find_ticket(std::string_view text) override {
    return finder_.find(text, stop_waiting_.get_token());
  }
  tl::expected<domain::Appointment, FindError> find_booking(std::string_view text) override;

  std::optional<WaitEstimate> estimate(const domain::ServiceId& service) const override;

 private:
  IssuerHooks issuer_hooks() {
    return {.outbox_grew = [this] { outbox_grew(); },
            .estimate = [this](const domain::ServiceId& service) { return estimate(service); },
            .appointed_at = [this](const domain::BookingCode& code) { return appointed_at(code); },
            .issued =
                [this](const IssuedTicket& ticket) {
                  own_estimate_.note(ticket.id, ticket.service, ticket.issued_at);
                },
            .abandoned =
                [this](const domain::TicketId& ticket) {
                  reconciler_.abandon(ticket);
                  uploader_.wake();
                },
            .log = [this](const std::string& line) { log(line); }};
  }

  FollowerHooks follower_hooks() {
    return {.wake = hooks_.news,
            .status_changed = [this] { on_link_changed(); },
            .live = {},
            .event = [this](const domain::Event& event) { on_event(event); },
            .log = [this](const std::string& line) { log(line); }};
  }

  // The stream tells first that the server went or came. Gone: the next customer does not wait for
  // it. Either way it is greeted: its answer closes the circuit, whatever the stream suffered from.
  void on_link_changed() {
    const LinkState state = follower_.status().state;
    if (state == LinkState::kDown) circuit_.failed(device_clock_.now());
    if (state == LinkState::kLive) {
      housekeeping_.refresh_directory();
      housekeeping_.refresh_bookings();
    }
    uploader_.server_is_back();
    changed();
  }

  void on_event(const domain::Event& event) {
    const bool is_about_bookings =
        std::holds_alternative<domain::AppointmentBooked>(event.payload) ||
        std::holds_alternative<domain::AppointmentCancelled>(event.payload);
    if (!is_about_bookings) return;
    housekeeping_.refresh_bookings();
    uploader_.wake();
  }

  void outbox_grew() {
    line_.refresh_pending();
    uploader_.wake();
  }

  std::optional<domain::Timestamp> appointed_at(const domain::BookingCode& code) const {
    const auto booking = bookings_.find(code);
    return booking ? std::optional(booking->at) : std::nullopt;
  }

  void changed() const {
    if (hooks_.changed) hooks_.changed();
  }
  void log(const std::string& line) const {
    if (hooks_.log) hooks_.log(line);
  }

  const domain::Clock& device_clock_;
  const domain::BranchId branch_;
  const DeviceClientHooks hooks_;
  const std::unique_ptr<HttpTransport> transport_;
  DeviceFile file_;
  SharedStore store_;
  const std::optional<std::int64_t> resumed_after_;
  BranchDirectory directory_;
  BookingList bookings_;
  UsualWaitCache usual_waits_;
  mutable OwnEstimate own_estimate_;
  Circuit circuit_;
  const ClockMemory clock_memory_;
  ServerClock true_clock_;
  std::stop_source stop_waiting_;  // of the callers' threads
  TicketIssuer issuer_;
  SyncLine line_;
  EventRecorder recorder_;
  TicketFinder finder_;
  Reconciler reconciler_;
  const milliseconds find_deadline_;
  Housekeeping housekeeping_;
  // The threads come last: they use everything above.
  SyncUploader uploader_;
  BranchFollower follower_;
};

tl::expected<domain::Appointment, FindError> RealDeviceClient::find_booking(std::string_view text) {
  const auto code = parse_booking_code(text);
  if (!code) {
    return tl::unexpected(FindError{FindFailure::kUnreadable,
                                    "expected a booking's code: 4 to 20 digits and letters"});
  }
  if (auto known = bookings_.find(*code)) return std::move(*known);
  const auto branch = directory_.current();
  if (!branch) {
    return tl::unexpected(
        FindError{FindFailure::kNoAnswer, "the server was never reached, no bookings are known"});
  }
  const auto refreshed = bookings_.refresh(branch->calendar.day_of(true_now()),
                                           stop_waiting_.get_token(), find_deadline_);
  if (!refreshed) {
    return tl::unexpected(FindError{FindFailure::kNoAnswer, refreshed.error().detail});
  }
  if (auto known = bookings_.find(*code)) return std::move(*known);
  return tl::unexpected(FindError{FindFailure::kUnknown, "no booking of today has this code"});
}

std::optional<WaitEstimate> RealDeviceClient::estimate(const domain::ServiceId& service) const {
  const auto age = follower_.status().age(device_clock_.now());
  const auto snapshot = follower_.latest_snapshot();
  if (!age || !snapshot) return std::nullopt;
  if (*age <= kPromiseFreshFor) {
    const ServiceQueue* queue = snapshot->find_service(service);
    if (queue == nullptr || !queue->promise) return std::nullopt;
    return WaitEstimate{*queue->promise, queue->waiting, true};
  }
  const auto known = directory_.current();
  if (!known) return std::nullopt;
  return own_estimate_.ask(known->info, *snapshot, service, true_now());
}

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
