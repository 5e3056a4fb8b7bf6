// From the touch to a ticket that survives a power cut, printing apart, while the server is away:
// DeviceClient::issue() beside a bare SQLite commit of the same rows, taken in turns in the same
// run. Then the first touch that meets a server gone silent, on a real socket. Prints; judges
// nothing.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "server_sync/client/curl_transport.h"
#include "server_sync/client/device_client.h"
#include "server_sync/protocol/branch_info.h"
#include "system/random_source.h"
#include "system/steady_clock.h"
#include "tests/benchmarks/bare_sqlite_commit.h"
#include "tests/benchmarks/report.h"
#include "tests/support/temp_dir.h"

namespace navbat::benchmarks {
namespace {

using Steady = std::chrono::steady_clock;

std::string branch_json() {
  protocol::BranchInfo info;
  info.id = domain::BranchId{"demo"};
  info.bank = "Meridian Bank";
  info.time_zone = "Asia/Tashkent";
  info.services = {{.id = domain::ServiceId{"cash"},
                    .letter = 'A',
                    .icon = "cash",
                    .color = "#0FB5A2",
                    .target_wait = domain::Seconds{600},
                    .name = {},
                    .hint = {}}};
  return encode(info);
}

// A server that tells what the branch is and then is gone.
class GoneServer : public client::HttpTransport {
 public:
  tl::expected<client::HttpResponse, client::TransportError> send(
      const client::HttpRequest& request, std::chrono::milliseconds,
      const std::stop_token&) override {
    if (request.method == client::HttpMethod::kGet) {
      return client::HttpResponse{.status = 200, .headers = {}, .body = branch_json()};
    }
    if (!greeted_) {
      greeted_ = true;
      return client::HttpResponse{
          .status = 200,
          .headers = {},
          .body = R"({"acked_seq":0,"set_aside":[],"server_time":"2026-11-22T09:00:00.000Z"})"};
    }
    return gone();
  }
  tl::expected<client::HttpResponse, client::TransportError> stream(
      const client::HttpRequest&, std::chrono::milliseconds, client::StreamReceiver&,
      const std::stop_token&) override {
    return gone();
  }

 private:
  static tl::unexpected<client::TransportError> gone() {
    return tl::unexpected(
        client::TransportError{client::TransportFault::kUnreachable, "nobody there"});
  }
  bool greeted_ = false;  // the uploader's thread only: a customer comes after it
};

class Kiosk {
 public:
  Kiosk(const std::string& directory, std::unique_ptr<client::HttpTransport> transport) {
    auto opened = client::DeviceClient::open({.branch = domain::BranchId{"demo"},
                                              .node = domain::NodeId{"kiosk-1"},
                                              .kiosk_letter = 'X',
                                              .data_dir = directory},
                                             std::move(transport), clock_, system::fill_random,
                                             {.news = {},
                                              .changed =
                                                  [this] {
                                                    { const std::lock_guard lock(mutex_); }
                                                    changed_.notify_all();
                                                  },
                                              .log = {}});
    if (!opened) throw std::runtime_error(opened.error());
    client_ = std::move(*opened);
  }

  // Follows and uploads from here on; returns when the branch is known.
  void start() {
    client_->start();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return client_->branch() != nullptr; });
  }

  // Milliseconds of each of `count` tickets.
  void issue(int count, std::vector<double>& taken) {
    client::IssueRequest request;
    request.service = domain::ServiceId{"cash"};
    request.language = domain::LanguageTag{"uz"};
    for (int i = 0; i < count; ++i) {
      const Steady::time_point begin = Steady::now();
      const auto ticket = client_->issue(request);
      const Steady::time_point end = Steady::now();
      if (!ticket) throw std::runtime_error(ticket.error().detail);
      if (ticket->offline) {
        taken.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
      }
    }
  }

 private:
  system::SteadyClock clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::unique_ptr<client::DeviceClient> client_;
};

// A port that takes connections (the kernel does) and never says a word.
class SilentPort {
 public:
  SilentPort() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (socket_ < 0 || ::bind(socket_, generic, size) != 0 || ::listen(socket_, 64) != 0 ||
        ::getsockname(socket_, generic, &size) != 0) {
      throw std::runtime_error("no socket");
    }
    port_ = ntohs(address.sin_port);
  }
  ~SilentPort() { ::close(socket_); }
  SilentPort(const SilentPort&) = delete;
  SilentPort& operator=(const SilentPort&) = delete;
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

// Each touch by a kiosk that has just started and still believes in its server.
void run_first_touches() {
  constexpr int kTouches = 20;
  const testing::TempDir folder;
  const SilentPort server;
  Kiosk(folder.file("kiosk"), std::make_unique<GoneServer>()).start();
  std::vector<double> taken;
  for (int i = 0; i < kTouches; ++i) {
    auto transport = client::make_curl_transport({.base_url = server.url(),
                                                  .bearer_token = "demo-kiosk",
                                                  .ca_file = {},
                                                  .user_agent = "navbat-bench"});
    if (!transport) throw std::runtime_error(transport.error());
    Kiosk(folder.file("kiosk"), std::move(*transport)).issue(1, taken);
  }
  const double deadline = static_cast<double>(client::kIssueDeadline.count());
  const double worst = percentile(taken, 1.0);
  report("kiosk, server silent: first tap to durable offline ticket, worst of " +
             std::to_string(taken.size()),
         figure(worst, 0, "ms"), figure(deadline, 0, "ms") + " deadline",
         figure(worst / deadline, 2, "×"), "≤ 500 ms");
}

void run(int tickets) {
  constexpr int kTurns = 4;
  const testing::TempDir folder;
  Kiosk kiosk(folder.file("kiosk"), std::make_unique<GoneServer>());
  kiosk.start();
  std::vector<double> taken;
  double bare_p50 = 0;
  double bare_p99 = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    const testing::TempDir bare_folder;
    const CommitRate bare = bare_device_commits(bare_folder.path(), tickets / kTurns);
    bare_p50 += bare.p50_ms / kTurns;
    bare_p99 += bare.p99_ms / kTurns;
    kiosk.issue(tickets / kTurns, taken);
  }
  const double p50 = percentile(taken, 0.5);
  const double p99 = percentile(taken, 0.99);
  report("kiosk, server away: tap to durable ticket, p50", figure(p50, 2, "ms"),
         figure(bare_p50, 2, "ms") + " bare SQLite commit", figure(p50 / bare_p50, 2, "×"),
         "≤ 3 ×");
  report("kiosk, server away: tap to durable ticket, p99", figure(p99, 2, "ms"),
         figure(bare_p99, 2, "ms") + " bare SQLite commit", figure(p99 / bare_p99, 2, "×"),
         "≤ 20 ms");
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int argc, char** argv) {
  const int tickets = argc > 1 ? std::atoi(argv[1]) : 2000;
  if (tickets < 10) {
    std::fprintf(stderr, "usage: navbat-bench-kiosk-tap [TICKETS], at least 10\n");
    return 2;
  }
  navbat::benchmarks::run(tickets);
  navbat::benchmarks::run_first_touches();
  return 0;
}
