#include "tests/support/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace navbat::testing {
namespace {

constexpr std::chrono::milliseconds kLook{2};

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::filesystem::path from_environment(const char* variable, const std::string& path) {
  const char* folder = std::getenv(variable);
  if (folder == nullptr) throw std::runtime_error(std::string{"expected the variable "} + variable);
  return std::filesystem::path{folder} / path;
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void append_to(int descriptor, const std::filesystem::path& file) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(),
                                     O_WRONLY | O_CREAT | O_APPEND, 0600);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments, std::filesystem::path out,
                           std::filesystem::path err)
    : out_(std::move(out)), err_(std::move(err)) {
  FileActions files;
  files.append_to(STDOUT_FILENO, out_);
  files.append_to(STDERR_FILENO, err_);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const int error = posix_spawn(&pid_, argv[0], files.get(), nullptr, argv.data(), environ);
  if (error != 0) {
    throw std::runtime_error(arguments.front() + ": " + std::generic_category().message(error));
  }
}

ChildProcess::~ChildProcess() { kill(); }

bool ChildProcess::running() { return !wait(std::chrono::milliseconds::zero()); }

void ChildProcess::signal(int number) const {
  if (!status_) ::kill(pid_, number);
}

void ChildProcess::kill() {
  if (status_) return;
  signal(SIGKILL);
  static_cast<void>(wait(std::chrono::seconds{30}));
}

std::optional<int> ChildProcess::wait(std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (!status_) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      status_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
      break;
    }
    if (std::chrono::steady_clock::now() >= deadline) return std::nullopt;
    std::this_thread::sleep_for(kLook);
  }
  return status_;
}

std::string ChildProcess::out() const { return content(out_); }
std::string ChildProcess::err() const { return content(err_); }

std::filesystem::path program(const std::string& name) {
  return from_environment("NAVBAT_BIN", name);
}

std::filesystem::path tree_file(const std::string& path) {
  return from_environment("NAVBAT_SOURCE", path);
}

}  // namespace navbat::testing
