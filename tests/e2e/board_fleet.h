#pragma once
// Real boards without a window, and what they report.

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/child_process.h"

namespace navbat::e2e {

// One navbat-board with a configuration, data and output of its own.
class BoardProcess {
 public:
  struct Options {
    std::filesystem::path folder;  // exists; each board makes its own in it
    std::string server;            // its address
    int number = 1;                // in the branch
    bool speaks = false;           // with the real voice program, on a sound card that is none
  };
  struct Shown {  // a line on standard output
    std::int64_t version = 0;
    std::string label;
    std::string counter;

    bool operator==(const Shown&) const = default;
  };
  struct Heard {
    std::int64_t version = 0;
    std::string as;
    int behind_ms = 0;
  };

  explicit BoardProcess(Options options);

  // Again, on the same data.
  void start();
  void kill() { process_->kill(); }
  void ask_to_stop() { process_->signal(SIGTERM); }
  // Waits for its end; the exit status.
  [[nodiscard]] std::optional<int> wait_for_end();

  // How often this run has begun to follow the branch.
  [[nodiscard]] int times_live() const;
  // Waits until that is more than `times`; false when it ended or took very long.
  [[nodiscard]] bool wait_until_live(int times = 0);
  // All runs together, in order.
  [[nodiscard]] std::vector<Shown> shown() const;
  [[nodiscard]] std::vector<Heard> heard() const;
  // What was on the screen at the end of the last run, as it says itself; empty: it said nothing.
  [[nodiscard]] std::string last_picture() const;
  // The version of the newest call in its list, and of the one in large; 0: none. Both read no more
  // than the end of the file.
  [[nodiscard]] std::int64_t newest_shown() const { return newest("shown"); }
  [[nodiscard]] std::int64_t newest_staged() const { return newest("staged"); }
  [[nodiscard]] std::string errors() const { return process_->err(); }
  [[nodiscard]] std::string name() const { return "board-" + std::to_string(options_.number); }

 private:
  void write_configuration() const;
  [[nodiscard]] std::int64_t newest(const std::string& word) const;

  const Options options_;
  const std::filesystem::path folder_;
  int runs_ = 0;
  std::unique_ptr<testing::ChildProcess> process_;
};

// A call as the server's own event stream tells it.
struct CallEvent {
  std::int64_t version = 0;
  std::string ticket;
  bool recall = false;
};

// Every call and recall since the first event, in order, straight from the server. Throws
// std::runtime_error when the stream ends before the queue's version.
[[nodiscard]] std::vector<CallEvent> calls_of_branch(std::uint16_t server_port);

}  // namespace navbat::e2e
