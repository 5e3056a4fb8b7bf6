#pragma once
// A real program started by a test, its output in files.

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace navbat::testing {

class ChildProcess {
 public:
  // `arguments` begins with the program's path. Output goes to `out`; that and errors are appended.
  // Throws std::runtime_error when it cannot be started.
  ChildProcess(const std::vector<std::string>& arguments, std::filesystem::path out,
               std::filesystem::path err);
  // Kills it when it still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] bool running();
  void signal(int number) const;
  // SIGKILL, and waits until it is gone.
  void kill();
  // Its exit status (128 + number when a signal ended it); nothing when it still runs after
  // `limit`.
  [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds limit);

  [[nodiscard]] std::string out() const;
  [[nodiscard]] std::string err() const;

 private:
  pid_t pid_ = -1;
  std::optional<int> status_;
  std::filesystem::path out_;
  std::filesystem::path err_;
};

// The program `name` of this build, found through NAVBAT_BIN.
[[nodiscard]] std::filesystem::path program(const std::string& name);
// A file of the tree, found through NAVBAT_SOURCE.
[[nodiscard]] std::filesystem::path tree_file(const std::string& path);

}  // namespace navbat::testing
