#pragma once
// Eight tellers who call one customer after the other, at the pace of a busy hall, through a
// network that may lose any request and any reply: each asks again with the same key until it is
// answered.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <random>
#include <string>

#include "tests/support/http_connection.h"

namespace navbat::e2e {

class HallAtWork {
 public:
  struct Plan {
    std::uint16_t port = 0;  // of the server, or of what stands before it
    int calls = 0;
    std::chrono::milliseconds between_calls{};  // of all tellers together
    std::uint64_t seed = 0;
  };

  explicit HallAtWork(const Plan& plan) : plan_(plan) {}

  // Until that many customers were called; some twice. Throws std::runtime_error when something was
  // not answered for very long, or refused.
  void run();

 private:
  class Person;

  void serve_at(int counter);
  // Waits for the next moment at which somebody may be called; false when enough were.
  [[nodiscard]] bool next_call();
  void pause_for_a_slot();

  const Plan plan_;
  std::mutex mutex_;
  std::condition_variable never_;
  std::chrono::steady_clock::time_point slot_;
  int begun_ = 0;
  std::string failure_;
};

}  // namespace navbat::e2e
