// navbat-bench-tickets: durable tickets a second through HTTP against bare SQLite group commit.
//
//   navbat-bench-tickets [SECONDS [CONNECTIONS [FOLDER]]]     (10, 64, a temporary folder)

#include <poll.h>

#include <array>
#include <chrono>
#include <iostream>
#include <memory>
#include <random>

#include "domain/ids.h"
#include "tests/benchmarks/bare_sqlite_commit.h"
#include "tests/benchmarks/benchmark_server.h"
#include "tests/benchmarks/report.h"
#include "tests/support/http_connection.h"

namespace navbat::benchmarks {
namespace {

using Steady = std::chrono::steady_clock;
using testing::HttpConnection;

constexpr double kWarmUp_s = 1.0;

struct Client {
  std::unique_ptr<HttpConnection> connection;
  Steady::time_point sent;
};

// One customer after the other on each connection, as fast as the server answers.
class Load {
 public:
  Load(std::uint16_t port, int connections) {
    for (int i = 0; i < connections; ++i) {
      clients_.push_back({std::make_unique<HttpConnection>(port), {}});
      polled_.push_back({clients_.back().connection->descriptor(), POLLIN, 0});
    }
  }

  // The latencies in ms of the answers that came within `seconds`; then waits for the rest.
  std::vector<double> run(double seconds) {
    std::vector<double> latencies;
    const auto until = Steady::now() + std::chrono::duration_cast<Steady::duration>(
                                           std::chrono::duration<double>{seconds});
    for (Client& client : clients_) send(client);
    std::size_t open = clients_.size();
    while (open > 0) {
      if (::poll(polled_.data(), polled_.size(), 10'000) <= 0) {
        throw std::runtime_error("the server does not answer");
      }
      for (std::size_t i = 0; i < clients_.size(); ++i) {
        if (polled_[i].revents == 0) continue;
        const auto reply = clients_[i].connection->poll_reply();
        if (!reply) continue;
        if (reply->status != 201) throw std::runtime_error("refused: " + reply->body);
        const auto now = Steady::now();
        ++answered_;
        if (now < until) {
          latencies.push_back(
              std::chrono::duration<double, std::milli>(now - clients_[i].sent).count());
          send(clients_[i]);
        } else {
          --open;
        }
      }
    }
    return latencies;
  }

  [[nodiscard]] std::int64_t answered() const { return answered_; }

 private:
  void send(Client& client) {
    std::array<std::uint8_t, 10> random{};
    for (std::uint8_t& byte : random) byte = static_cast<std::uint8_t>(engine_());
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const std::string id = domain::TicketId::make(now, random).to_string();
    static constexpr std::array<const char*, 6> kServices{"cash",  "payments", "cards",
                                                          "loans", "deposits", "business"};
    const std::string body = R"({"id":")" + id + R"(","service":")" +
                             kServices[engine_() % kServices.size()] + R"(","language":"uz"})";
    client.sent = Steady::now();
    client.connection->send_raw(testing::format_request("POST", "/api/v1/branches/demo/tickets",
                                                        "demo-kiosk", body,
                                                        "Idempotency-Key: bench-" + id + "\r\n"));
  }

  std::vector<Client> clients_;
  std::vector<pollfd> polled_;
  std::mt19937_64 engine_{std::random_device{}()};
  std::int64_t answered_ = 0;
};

void measure(double seconds, int connections, const std::filesystem::path& folder) {
  BenchmarkServer server{folder};
  Load load{server.port(), connections};
  static_cast<void>(load.run(kWarmUp_s));
  const auto before = server.commits();
  const double cpu_before = server.cpu_s();
  std::vector<double> latencies = load.run(seconds);
  const auto after = server.commits();
  const double cpu = server.cpu_s() - cpu_before;
  const auto count = static_cast<double>(latencies.size());
  const double rate = count / seconds;
  const double batch = std::max(1.0, (after.jobs - before.jobs) / (after.commits - before.commits));
  server.stop();

  const std::filesystem::path bare_folder = folder / "bare";
  std::filesystem::create_directory(bare_folder);
  const CommitRate bare =
      bare_server_commits(bare_folder.string(), static_cast<int>(load.answered()),
                          std::max(1, static_cast<int>(batch + 0.5)));
  report("durable tickets/s over HTTP, " + std::to_string(connections) + " connections",
         figure(rate, 0, "/s"),
         figure(bare.tickets_per_s, 0, "/s bare SQLite, batches of ") + figure(batch, 0, ""),
         figure(100 * rate / bare.tickets_per_s, 0, "%"), "≥ 60 %");
  report("  request to answer",
         figure(percentile(latencies, 0.5), 1, "ms P50, ") +
             figure(percentile(latencies, 0.99), 1, "ms P99"),
         figure(bare.p50_ms, 1, "ms P50, ") + figure(bare.p99_ms, 1, "ms P99 a bare commit"),
         figure(percentile(latencies, 0.99) / bare.p99_ms, 1, "×"), "—");
  report("  server CPU", figure(1e6 * cpu / count, 0, "µs a ticket"), "—",
         figure(100 * cpu / seconds, 0, "% of a core"), "—");
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int argc, char** argv) {
  try {
    const double seconds = argc > 1 ? std::stod(argv[1]) : 10;
    const int connections = argc > 2 ? std::stoi(argv[2]) : 64;
    const navbat::benchmarks::Folder folder{argc > 3 ? argv[3] : ""};
    navbat::benchmarks::measure(seconds, connections, folder.path());
  } catch (const std::exception& error) {
    std::cerr << "navbat-bench-tickets: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
