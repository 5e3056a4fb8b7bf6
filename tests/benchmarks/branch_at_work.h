#pragma once
// Customers and tellers of the demo's branch, through the real API: a ticket is taken, called and
// ended whenever the benchmark says so.

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

namespace navbat::benchmarks {

// One thread. Everything throws std::runtime_error when the server answers otherwise than expected.
class BranchAtWork {
 public:
  static constexpr int kCounters = 8;

  struct Called {
    std::string label;
    std::chrono::steady_clock::time_point answered{};  // when the answer to the call was here
  };

  explicit BranchAtWork(std::uint16_t port) : port_(port) {}

  // Takes a ticket and calls it at `counter`, 1 to kCounters, which must be free.
  Called call(int counter);

  // The counter's customer was served and left.
  void finish(int counter);

  // The counter's customer did not come.
  void end_as_no_show(int counter);

 private:
  std::string request(const std::string& target, const std::string& token, const std::string& body,
                      int expected);
  void end(int counter, const std::string& verb);

  const std::uint16_t port_;
  std::array<std::string, kCounters + 1> at_counter_{};  // ids of tickets; empty: free
  int made_ = 0;
};

}  // namespace navbat::benchmarks
