#include "server_sync/server/app/server_app.h"

#include <prometheus/registry.h>

#include <atomic>
#include <future>

#include "domain/waiting_time_estimator.h"
#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/app/branch_observers.h"
#include "server_sync/server/app/demo_identities.h"
#include "server_sync/server/app/observers.h"
#include "server_sync/server/app/ticker.h"
#include "server_sync/server/core/device_commands.h"
#include "server_sync/server/http/http_server.h"
#include "server_sync/server/http/static_files.h"
#include "server_sync/server/stream/branch_stream.h"
#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/directory_lock.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "server_sync/store/sqlite/sqlite_identity_store.h"

namespace navbat::server {
namespace {

using Level = http::JsonLog::Level;
using Outcome = tl::expected<void, std::string>;

// The day opens within this much of its time.
constexpr std::chrono::seconds kTick{30};

std::string file_of(const ServerConfig& config) {
  return (config.data / store::sqlite::kBranchFileName).string();
}

BranchSetup setup_of(const ServerConfig& config) {
  return {.config = config.branch,
          .calendar = domain::BranchCalendar{*domain::find_time_zone(config.info.time_zone),
                                             config.day_starts_at},
          .standing_counters = config.standing_counters,
          .make_estimator = [branch = config.branch] {
            return std::make_unique<domain::WaitingTimeEstimator>(branch);
          }};
}

http::HttpServerOptions http_options(const ServerConfig& config, const ServerParts& parts) {
  return {.host = config.host,
          .port = config.port,
          .threads = config.threads,
          .clock = &parts.clock,
          .limits = parts.http,
          .id_prefix = make_code(parts.random)};
}

}  // namespace

class ServerApp::Implementation {
 public:
  Implementation(ServerConfig config, ServerParts parts)
      : config_(std::move(config)),
        parts_(std::move(parts)),
        observers_(parts_.logger, parts_.clock),
        stream_(config_.branch.id,
                [this](std::string_view text) {
                  observers_.log().write(Level::kWarning, "branch", {{"what", text}});
                }),
        devices_(parts_.devices, parts_.clock.now()),
        login_tries_(parts_.identity.login_tries, parts_.identity.login_refill,
                     parts_.identity.remembered_tries, parts_.clock),
        address_tries_(parts_.identity.address_tries, parts_.identity.address_refill,
                       parts_.identity.remembered_tries, parts_.clock) {}

  ~Implementation() { stop(); }

  Outcome start() {
    for (const auto step :
         {&Implementation::listen, &Implementation::open_data, &Implementation::load_pages,
          &Implementation::open_branch, &Implementation::admit_people}) {
      if (auto done = (this->*step)(); !done) return done;
    }
    serve();
    return {};
  }

  [[nodiscard]] std::uint16_t port() const { return http_->port(); }

  void stop() {
    if (stopped_.exchange(true)) return;
    ready_ = false;
    if (http_) http_->stop(parts_.api.drain);
    watch_.reset();
    ticker_.reset();
    stream_.stop();
    passwords_.stop();
    reports_.stop();
    if (host_) host_->stop();
  }

 private:
  Outcome listen() {
    if (config_.is_demo() && !is_loopback(config_.host)) {
      return tl::make_unexpected(
          "the demo's tokens and passwords are public: expected a loopback "
          "address to listen on, such as 127.0.0.1, not " +
          config_.host);
    }
    auto server = http::HttpServer::listen(http_options(config_, parts_));
    if (!server) return tl::make_unexpected(server.error());
    http_ = std::move(*server);
    return {};
  }

  Outcome open_data() {
    auto lock = store::sqlite::DirectoryLock::acquire(config_.data.string());
    if (!lock) return tl::make_unexpected(lock.error().message);
    lock_.emplace(std::move(*lock));
    const store::sqlite::Schema& schema = store::sqlite::branch_schema();
    auto connection = store::sqlite::SqliteWriteConnection::open(file_of(config_), schema);
    if (!connection) return tl::make_unexpected(connection.error().message);
    connection_ = std::move(*connection);
    readers_ = std::make_unique<store::sqlite::ReaderPool>(file_of(config_), schema);
    return {};
  }

  Outcome load_pages() {
    if (config_.web.empty()) return {};
    auto files = http::StaticFiles::load(config_.web);
    if (!files) return tl::make_unexpected(files.error());
    files_ = std::move(*files);
    return {};
  }

  Outcome open_branch() {
    host_ = std::make_unique<BranchHost>(setup_of(config_), *connection_, branch_store_,
                                         parts_.clock, branch_observers_);
    if (auto loaded = host_->load(); !loaded) return tl::make_unexpected(loaded.error().message);
    const auto view = readers_->acquire();
    if (!view) return tl::make_unexpected(view.error().message);
    const auto devices =
        load_devices(devices_, identities_, branch_store_, **view, config_.branch.id);
    if (!devices) return tl::make_unexpected(devices.error().message);
    const auto head = branch_store_.head(**view, config_.branch.id);
    if (!head) return tl::make_unexpected(head.error().message);
    channel_ =
        http_->open_channel(static_cast<std::uint64_t>(head->version), backlog_reader(*host_));
    stream_.start(channel_, *host_);
    host_->start();
    return wait_for([this](const auto& done) {
      host_->query(BranchService::tick(), [done](const store::Result<Answer>& answer) {
        done(answer ? store::Status{} : tl::unexpected(answer.error()));
      });
    });
  }

  Outcome admit_people() {
    authenticator_ = std::make_unique<Authenticator>(
        identities_, [this] { return readers_->acquire(); }, parts_.clock, parts_.identity,
        [this](const store::SecretHash& token, domain::Timestamp at) {
          host_->write(
              [this, token, at](store::Transaction& transaction) {
                return identities_.touch_session(transaction, token, at);
              },
              [](const store::Status&) {});
        });
    admit_demo_tokens(config_, *authenticator_);
    const auto users = demo_users(config_, parts_.password_cost);
    if (users.empty()) return {};
    return wait_for([&](const auto& done) {
      host_->write(
          [this, &users](store::Transaction& transaction) {
            return save_users(identities_, transaction, users);
          },
          done);
    });
  }

  // Runs something on the writer's thread and waits for its end.
  template <typename Begin>
  Outcome wait_for(const Begin& begin) {
    std::promise<store::Status> promise;
    begin([&promise](const store::Status& status) { promise.set_value(status); });
    const store::Status status = promise.get_future().get();
    if (!status) return tl::make_unexpected(status.error().message);
    return {};
  }

  void serve() {
    context_ = std::make_unique<ApiContext>(ApiContext{
        .info = config_.info,
        .host = *host_,
        .branch_store = branch_store_,
        .identities = identities_,
        .devices = devices_,
        .open_view = [this] { return readers_->acquire(); },
        .clock = parts_.clock,
        .random = parts_.random,
        .authenticator = *authenticator_,
        .login_tries = login_tries_,
        .address_tries = address_tries_,
        .passwords = passwords_,
        .reports = reports_,
        .channel = channel_,
        .registry = observers_.registry(),
        .ready = ready_,
        .identity_limits = parts_.identity,
        .limits = parts_.api,
        .decoy_password = system::hash_password(make_token(parts_.random), parts_.password_cost)});
    gate_ = std::make_unique<Gate>(router_, *context_);
    add_api_routes(router_, *gate_, *context_);
    if (files_) files_->add_routes(router_);
    ticker_ = std::make_unique<Ticker>(
        kTick, [this] { host_->query(BranchService::tick(), [](const auto&) {}); });
    watch_ = std::make_unique<Ticker>(parts_.devices.watch, [this] { watch_devices(); });
    http_->start(router_, observers_);
    ready_ = true;
    observers_.log().write(Level::kInfo, "ready",
                           {{"host", std::string_view{config_.host}},
                            {"port", std::int64_t{http_->port()}},
                            {"branch", std::string_view{config_.branch.id.value()}}});
  }

  // The writer is troubled only when somebody has fallen silent or come back.
  void watch_devices() {
    const domain::Timestamp now = parts_.clock.now();
    if (devices_.changes(now).empty()) return;
    host_->submit({.actor = "system", .scope = {}, .key = {}, .request_hash = {}},
                  watch_devices_command(devices_, now), {});
  }

  const ServerConfig config_;
  const ServerParts parts_;
  Observers observers_;
  std::atomic<bool> ready_ = false;
  std::atomic<bool> stopped_ = false;

  std::optional<store::sqlite::DirectoryLock> lock_;
  std::unique_ptr<store::sqlite::SqliteWriteConnection> connection_;
  std::unique_ptr<store::sqlite::ReaderPool> readers_;
  store::sqlite::SqliteBranchStore branch_store_;
  store::sqlite::SqliteIdentityStore identities_;
  std::unique_ptr<http::StaticFiles> files_;
  std::shared_ptr<http::EventChannel> channel_;
  BranchStream stream_;
  DeviceHealth devices_;
  BranchObservers branch_observers_{stream_, devices_};
  std::unique_ptr<BranchHost> host_;

  std::unique_ptr<Authenticator> authenticator_;
  AttemptLimit login_tries_;
  AttemptLimit address_tries_;
  TaskRunner passwords_{parts_.identity.waiting_passwords};
  TaskRunner reports_{parts_.api.waiting_reports};

  std::unique_ptr<ApiContext> context_;
  std::unique_ptr<Gate> gate_;
  http::Router router_;
  std::unique_ptr<Ticker> ticker_;
  std::unique_ptr<Ticker> watch_;
  std::unique_ptr<http::HttpServer> http_;  // Last: its threads use everything above.
};

ServerApp::ServerApp(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

ServerApp::~ServerApp() = default;

tl::expected<std::unique_ptr<ServerApp>, std::string> ServerApp::start(ServerConfig config,
                                                                       ServerParts parts) {
  auto implementation = std::make_unique<Implementation>(std::move(config), std::move(parts));
  if (auto started = implementation->start(); !started) {
    return tl::make_unexpected(started.error());
  }
  return std::unique_ptr<ServerApp>(new ServerApp(std::move(implementation)));
}

std::uint16_t ServerApp::port() const { return implementation_->port(); }

void ServerApp::stop() { implementation_->stop(); }

}  // namespace navbat::server
