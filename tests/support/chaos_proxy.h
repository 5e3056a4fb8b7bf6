#pragma once
// A bad network on 127.0.0.1 between any number of clients and one server: it delays, cuts and
// repeats at random. One thread carries everything.

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/chaos_traffic.h"

namespace navbat::testing {

class ChaosProxy {
 public:
  // Good until storm().
  ChaosProxy(std::uint16_t upstream_port, std::uint64_t seed);
  ~ChaosProxy();
  ChaosProxy(const ChaosProxy&) = delete;
  ChaosProxy& operator=(const ChaosProxy&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url() const;

  // Any thread; holds for what comes from now on, and for connections that are there already.
  void storm(const ChaosOdds& odds) { set(odds); }
  void calm() { set(std::nullopt); }
  [[nodiscard]] ChaosCount count() const;

 private:
  struct Link {
    Link(Chaos& chaos, int its_client, int its_server, ChaosTime ends_at)
        : client(its_client), server(its_server), end(ends_at), traffic(chaos) {}
    int client;  // -1: a command that is repeated; nobody hears the reply
    int server;
    ChaosTime end;
    ChaosTraffic traffic;
    bool over = false;
  };

  void set(std::optional<ChaosOdds> odds);
  void run();
  [[nodiscard]] int wait_ms(ChaosTime now) const;
  void accept_one();
  void repeat(const std::string& request);
  void read_client(Link& link);
  void read_server(Link& link);
  void write(Link& link, ChaosTime now);
  void remove_finished();

  const std::uint16_t upstream_port_;
  int listener_ = -1;
  int wake_[2] = {-1, -1};
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;  // guards chaos_ and links_
  Chaos chaos_;
  std::list<Link> links_;
  std::thread thread_;
};

}  // namespace navbat::testing
