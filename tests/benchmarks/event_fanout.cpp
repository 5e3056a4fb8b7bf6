// navbat-bench-fanout: from a teller's "next" to the event at every open stream, against the bare
// loopback sockets of the same machine; and what the streams cost the server.
//
//   navbat-bench-fanout [STREAMS [CALLS]]     (100, 200)

#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <iostream>
#include <span>
#include <thread>

#include "tests/benchmarks/benchmark_server.h"
#include "tests/benchmarks/report.h"
#include "tests/support/http_connection.h"

namespace navbat::benchmarks {
namespace {

using Steady = std::chrono::steady_clock;
using testing::HttpConnection;

constexpr const char* kEvents = "/api/v1/branches/demo/events";
constexpr std::chrono::seconds kQuiet{10};
// Connections from one address that the server takes.
constexpr int kPerAddress = 1000;

double ms_between(Steady::time_point from, Steady::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

class Epoll {
 public:
  Epoll() : descriptor_(::epoll_create1(EPOLL_CLOEXEC)) {}
  ~Epoll() { ::close(descriptor_); }
  Epoll(const Epoll&) = delete;
  Epoll& operator=(const Epoll&) = delete;

  void add(int descriptor, std::uint32_t index) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = index;
    if (::epoll_ctl(descriptor_, EPOLL_CTL_ADD, descriptor, &event) != 0) {
      throw std::runtime_error("epoll");
    }
  }
  // The indexes that have something to read; throws when nothing comes for 10 s.
  std::span<const epoll_event> wait() {
    const int count =
        ::epoll_wait(descriptor_, events_.data(), static_cast<int>(events_.size()), 10'000);
    if (count <= 0) throw std::runtime_error("an event did not arrive within 10 s");
    return {events_.data(), static_cast<std::size_t>(count)};
  }

 private:
  int descriptor_;
  std::array<epoll_event, 512> events_{};
};

struct Latencies {
  std::vector<double> each_ms;          // Every stream of every call.
  std::vector<double> last_ms;          // The last stream of each call.
  std::vector<double> acknowledged_ms;  // The last stream after the answer to the teller.
};

class Streams {
 public:
  Streams(std::uint16_t port, int count) : tails_(static_cast<std::size_t>(count)) {
    for (int i = 0; i < count; ++i) {
      streams_.push_back(
          std::make_unique<HttpConnection>(port, static_cast<std::uint8_t>(2 + i / kPerAddress)));
      streams_.back()->send_raw(testing::format_request("GET", kEvents, "demo-board"));
      epoll_.add(streams_.back()->descriptor(), static_cast<std::uint32_t>(i));
    }
    wait_for("event: queue", count);
  }

  // Reads until `text` has been seen on as many streams as `count`; the times of the first sight.
  std::vector<Steady::time_point> wait_for(const std::string& text, int count) {
    std::vector<Steady::time_point> seen;
    std::vector<bool> has(streams_.size(), false);
    while (static_cast<int>(seen.size()) < count) {
      for (const epoll_event& event : epoll_.wait()) {
        const std::size_t i = event.data.u32;
        std::string& tail = tails_[i];
        tail += streams_[i]->receive_some();
        if (!has[i] && tail.find(text) != std::string::npos) {
          has[i] = true;
          seen.push_back(Steady::now());
        }
        if (tail.size() > kTail) tail.erase(0, tail.size() - kTail);
      }
    }
    for (std::string& tail : tails_) tail.clear();
    return seen;
  }

 private:
  static constexpr std::size_t kTail = 256;
  std::vector<std::unique_ptr<HttpConnection>> streams_;
  std::vector<std::string> tails_;
  Epoll epoll_;
};

void must(const testing::HttpReply& reply) {
  if (reply.status >= 300) throw std::runtime_error("refused: " + reply.body);
}

std::string ticket_id(int n) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "019aaf3e-7d7c-7c11-9d0e-%012x",
                static_cast<unsigned>(n));
  return text.data();
}

std::string id_of(const std::string& ticket) {
  const auto at = ticket.find("\"id\":\"");
  return ticket.substr(at + 6, 36);
}

Latencies call_and_measure(std::uint16_t port, Streams& streams, int count, int calls) {
  HttpConnection kiosk{port};
  HttpConnection teller{port};
  for (int i = 0; i < calls; ++i) {
    must(kiosk.request("POST", "/api/v1/branches/demo/tickets", "demo-kiosk",
                       R"({"id":")" + ticket_id(i) + R"(","service":"cash","language":"uz"})"));
  }
  Latencies out;
  for (int i = 0; i < calls; ++i) {
    Steady::time_point answered;
    std::string called;
    const auto sent = Steady::now();
    std::jthread next{[&] {
      const auto reply =
          teller.request("POST", "/api/v1/branches/demo/counters/1/call", "demo-teller-1");
      answered = Steady::now();
      must(reply);
      called = id_of(reply.body);
    }};
    const auto seen = streams.wait_for("event: ticket_called", count);
    next.join();
    for (const auto at : seen) out.each_ms.push_back(ms_between(sent, at));
    out.last_ms.push_back(ms_between(sent, seen.back()));
    out.acknowledged_ms.push_back(std::max(0.0, ms_between(answered, seen.back())));
    const std::string path = "/api/v1/tickets/" + called;
    must(teller.request("POST", path + "/start", "demo-teller-1"));
    must(teller.request("POST", path + "/finish", "demo-teller-1"));
    streams.wait_for("event: ticket_finished", count);
  }
  return out;
}

// The same bytes to as many bare sockets: one write each, one thread writes, one reads.
std::vector<double> bare_fanout(int count, int rounds) {
  std::vector<std::array<int, 2>> pairs(static_cast<std::size_t>(count));
  Epoll epoll;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pairs[i].data()) != 0) {
      throw std::runtime_error("socketpair");
    }
    epoll.add(pairs[i][1], static_cast<std::uint32_t>(i));
  }
  const std::string frame(500, 'x');
  std::vector<double> last_ms;
  for (int r = 0; r < rounds; ++r) {
    const auto sent = Steady::now();
    std::jthread writer{[&] {
      for (const auto& pair : pairs) {
        if (::write(pair[0], frame.data(), frame.size()) < 0) std::abort();
      }
    }};
    for (int got = 0; got < count;) {
      for (const epoll_event& event : epoll.wait()) {
        std::array<char, 1024> chunk{};
        if (::read(pairs[event.data.u32][1], chunk.data(), chunk.size()) > 0) ++got;
      }
    }
    last_ms.push_back(ms_between(sent, Steady::now()));
  }
  for (const auto& pair : pairs) {
    ::close(pair[0]);
    ::close(pair[1]);
  }
  return last_ms;
}

double idle_cpu_percent(const BenchmarkServer& server) {
  const double before = server.cpu_s();
  std::this_thread::sleep_for(kQuiet);
  return 100.0 * (server.cpu_s() - before) / static_cast<double>(kQuiet.count());
}

void allow_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

void measure(int count, int calls) {
  allow_descriptors();
  const Folder folder{""};
  BenchmarkServer server{folder.path()};
  const std::string streams_text = std::to_string(count) + " streams";
  const double empty_mib = server.memory_mib();
  report("server: memory, nobody connected", figure(empty_mib, 1, "MiB"), "—", "—", "—");
  report("server: idle CPU, nobody connected", figure(idle_cpu_percent(server), 2, "% of a core"),
         "—", "—", "—");
  Streams streams{server.port(), count};
  const double per_stream_kib = (server.memory_mib() - empty_mib) * 1024 / count;
  report("server: memory a stream, " + streams_text, figure(per_stream_kib, 1, "KiB"), "—", "—",
         "≤ 16 KiB");
  report("server: idle CPU, " + streams_text, figure(idle_cpu_percent(server), 2, "% of a core"),
         "—", "—", "—");
  Latencies latencies = call_and_measure(server.port(), streams, count, calls);
  std::vector<double> bare = bare_fanout(count, calls);
  const double last_p50 = percentile(latencies.last_ms, 0.5);
  const double last_p99 = percentile(latencies.last_ms, 0.99);
  report("call asked → event at a stream, " + streams_text,
         figure(percentile(latencies.each_ms, 0.5), 1, "ms P50, ") +
             figure(percentile(latencies.each_ms, 0.99), 1, "ms P99"),
         "—", "—", "—");
  report("call asked → event at the last of " + streams_text,
         figure(last_p50, 1, "ms P50, ") + figure(last_p99, 1, "ms P99"),
         figure(percentile(bare, 0.5), 2, "ms P50, ") +
             figure(percentile(bare, 0.99), 2, "ms P99 bare sockets"),
         figure(last_p50 / percentile(bare, 0.5), 1, "×"), "≤ 500 ms to 10,000");
  report("call answered → event at the last of " + streams_text,
         figure(percentile(latencies.acknowledged_ms, 0.5), 1, "ms P50, ") +
             figure(percentile(latencies.acknowledged_ms, 0.99), 1, "ms P99"),
         "—", "—", "part of ≤ 100 ms to the pixels");
  server.stop();
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int argc, char** argv) {
  try {
    const int streams = argc > 1 ? std::stoi(argv[1]) : 100;
    const int calls = argc > 2 ? std::stoi(argv[2]) : 200;
    navbat::benchmarks::measure(streams, calls);
  } catch (const std::exception& error) {
    std::cerr << "navbat-bench-fanout: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
