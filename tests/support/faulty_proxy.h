#pragma once
// A TCP proxy on 127.0.0.1 that spoils what it carries, to order.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace navbat::testing {

class FaultyProxy {
 public:
  enum class Fault {
    kNone,
    kRefuse,       // connections end as soon as they begin
    kSilence,      // nothing passes in either direction
    kLoseReplies,  // requests arrive, what comes back does not
  };

  explicit FaultyProxy(std::uint16_t upstream_port);
  ~FaultyProxy();  // cuts everything and joins all threads
  FaultyProxy(const FaultyProxy&) = delete;
  FaultyProxy& operator=(const FaultyProxy&) = delete;

  [[nodiscard]] std::string url() const;

  // From now on. Bytes that were swallowed are gone, so a connection that lived through a fault is
  // cut when the fault ends.
  void set(Fault fault);

  // Bytes of requests that have reached the server.
  [[nodiscard]] std::uint64_t carried_up() const { return carried_up_; }

 private:
  struct Pair {
    int client = -1;
    int server = -1;
  };

  void accept_all();
  void carry(Pair pair);
  void cut_all();

  const std::uint16_t upstream_port_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<Fault> fault_ = Fault::kNone;
  std::atomic<std::uint64_t> carried_up_ = 0;
  std::mutex mutex_;
  std::vector<int> sockets_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace navbat::testing
