#include "ui/voice/speech.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "ui/voice/voice_limits.h"
#include "ui/voice/wav.h"

extern char** environ;

namespace navbat::ui {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) {
      close(value_);
    }
  }
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

class RunningProgram final : public Utterance {
 public:
  RunningProgram(pid_t child, Descriptor output, std::chrono::milliseconds patience)
      : child_(child), output_(std::move(output)), patience_(patience) {}

  ~RunningProgram() override {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      wait_for_end();
    }
  }
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  tl::expected<Sound, std::string> finish(const std::stop_token& stop) override {
    // From here: what was made ahead, while another phrase was heard, waited for a reader.
    const auto deadline = std::chrono::steady_clock::now() + patience_;
    std::string wav;
    while (true) {
      if (stop.stop_requested()) {
        return tl::unexpected<std::string>("stopped");
      }
      if (std::chrono::steady_clock::now() > deadline) {
        return tl::unexpected<std::string>(
            "the speech program does not answer; expected a phrase in seconds");
      }
      pollfd ready{.fd = output_.get(), .events = POLLIN, .revents = 0};
      if (poll(&ready, 1, kStopCheckMs) <= 0) {
        continue;
      }
      std::array<char, 16'384> piece{};
      const ssize_t got = read(output_.get(), piece.data(), piece.size());
      if (got == 0) {
        break;
      }
      if (got < 0 && errno != EINTR && errno != EAGAIN) {
        return tl::unexpected(std::string("speech cannot be read: ") + std::strerror(errno));
      }
      wav.append(piece.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
      if (wav.size() > kMostSpeechBytes) {
        return tl::unexpected<std::string>(
            "the speech program never ends; expected at most 20 s of sound");
      }
    }
    const int status = wait_for_end();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
      return tl::unexpected<std::string>("the speech program failed; expected exit status 0");
    }
    return parse_wav(wav);
  }

 private:
  int wait_for_end() {
    int status = 0;
    while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    child_ = 0;
    return status;
  }

  pid_t child_;
  Descriptor output_;
  const std::chrono::milliseconds patience_;
};

// posix_spawn's settings, let go of in every case.
struct SpawnSettings {
  SpawnSettings() {
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
};

}  // namespace

std::string voice_of(std::string_view language) {
  return std::string(language.substr(0, language.find('-')));
}

tl::expected<std::unique_ptr<Utterance>, std::string> SpeechProgram::begin(
    std::string_view language, std::string_view text) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return tl::unexpected(std::string("no pipe for speech: ") + std::strerror(errno));
  }
  Descriptor output(ends[0]);
  const Descriptor input(ends[1]);
  SpawnSettings settings;
  posix_spawn_file_actions_addopen(&settings.files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&settings.files, input.get(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&settings.files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // Signals that this process handles by a thread must end the child as usual.
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&settings.attributes, &none);
  posix_spawnattr_setflags(&settings.attributes, POSIX_SPAWN_SETSIGMASK);

  std::array<std::string, 6> words{program_,   "-v", voice_of(language),
                                   "--stdout", "--", std::string(text)};
  std::array<char*, 7> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    arguments[i] = words[i].data();
  }
  pid_t child = 0;
  const int failed = posix_spawnp(&child, program_.c_str(), &settings.files, &settings.attributes,
                                  arguments.data(), environ);
  if (failed != 0) {
    return tl::unexpected(program_ + " cannot be run: " + std::strerror(failed) +
                          "; expected it to be installed");
  }
  return std::make_unique<RunningProgram>(child, std::move(output), patience_);
}

}  // namespace navbat::ui
