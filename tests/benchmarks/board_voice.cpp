// How soon a call is heard: from BoardVoice::call to the first sample that is not silence, in the
// file of SDL's disk driver, beside the same chime given to the bare device. Once with the device
// closed, as after a quiet minute, and once right after another call.

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "display_board/speech/board_voice.h"
#include "system/steady_clock.h"
#include "tests/benchmarks/report.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"
#include "ui/voice/sdl_audio_out.h"

namespace navbat::benchmarks {
namespace {

using Time = std::chrono::steady_clock;

constexpr int kCalls = 50;
constexpr std::chrono::seconds kHang{20};
constexpr std::chrono::microseconds kLook{200};

double milliseconds_since(Time::time_point start) {
  return std::chrono::duration<double, std::milli>(Time::now() - start).count();
}

// What the disk driver has written so far.
class SoundFile {
 public:
  explicit SoundFile(std::string path) : path_(std::move(path)) {
    ::setenv("SDL_AUDIODRIVER", "disk", 1);
    ::setenv("SDL_DISKAUDIODELAY", "0", 1);
    ::setenv("SDL_DISKAUDIOFILE", path_.c_str(), 1);
  }
  ~SoundFile() {
    if (file_ >= 0) ::close(file_);
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  SoundFile(const SoundFile&) = delete;
  SoundFile& operator=(const SoundFile&) = delete;

  // From here on.
  void skip() {
    std::error_code error;
    const auto size = std::filesystem::file_size(path_, error);
    at_ = error ? 0 : static_cast<off_t>(size);
  }

  void wait_for_sound() {
    const auto end = Time::now() + kHang;
    while (!sounds()) {
      if (Time::now() > end) throw std::runtime_error("nothing is heard; expected a chime");
      std::this_thread::sleep_for(kLook);
    }
  }

 private:
  bool sounds() {
    if (file_ < 0) file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0) return false;
    std::array<char, 65'536> bytes{};
    while (true) {
      const ssize_t got = ::pread(file_, bytes.data(), bytes.size(), at_);
      if (got <= 0) return false;
      at_ += got;
      for (ssize_t i = 0; i < got; ++i) {
        if (bytes[static_cast<std::size_t>(i)] != 0) return true;
      }
    }
  }

  const std::string path_;
  int file_ = -1;
  off_t at_ = 0;
};

client::Call call(std::int64_t version) {
  client::Call call;
  call.version = version;
  call.label = "A042";
  call.language = domain::LanguageTag("ru");
  call.counter = domain::CounterId("3");
  return call;
}

struct Delays {
  std::vector<double> closed;
  std::vector<double> open;
  std::vector<double> bare;
};

void measure_voice(const ui::Catalogues& catalogues, const std::string& path, Delays& delays) {
  const system::SteadyClock clock;
  std::promise<domain::Heard> first;
  SoundFile file(path);
  board::BoardVoice voice(
      {.second_language = "en"}, std::make_unique<ui::SdlAudioOut>(),
      std::make_unique<ui::SpeechProgram>(), catalogues, clock,
      {.heard =
           [&](std::int64_t version, domain::Heard heard, const auto&) {
             if (version == 1) first.set_value(heard);
           },
       .health = {},
       .log = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }});
  auto start = Time::now();
  voice.call(call(1), clock.now());
  file.wait_for_sound();
  delays.closed.push_back(milliseconds_since(start));
  auto heard = first.get_future();
  if (heard.wait_for(kHang) != std::future_status::ready || heard.get() != domain::Heard::kWords) {
    throw std::runtime_error("the words of a call are not heard");
  }
  file.skip();
  start = Time::now();
  voice.call(call(2), clock.now());
  file.wait_for_sound();
  delays.open.push_back(milliseconds_since(start));
}

void measure_bare(const std::string& path, Delays& delays) {
  const ui::Sound chime = ui::make_chime(ui::Chime::kCall);
  SoundFile file(path);
  ui::SdlAudioOut out;
  const auto start = Time::now();
  const std::jthread player([&] { (void)out.play(chime, {}, {}); });
  file.wait_for_sound();
  delays.bare.push_back(milliseconds_since(start));
}

void measure_all() {
  const auto catalogues = ui::Catalogues::load(testing::tree_file("assets/lang"), {"ru", "en"});
  if (!catalogues) throw std::runtime_error(catalogues.error());
  const testing::TempDir folder;
  Delays delays;
  for (int i = 0; i < kCalls; ++i) {
    measure_voice(*catalogues, folder.file("voice-" + std::to_string(i)), delays);
    measure_bare(folder.file("bare-" + std::to_string(i)), delays);
  }
  for (const double p : {0.5, 0.99}) {
    const double bare = percentile(delays.bare, p);
    const std::string name = p < 0.9 ? ", P50" : ", P99";
    for (auto* const measured : {&delays.closed, &delays.open}) {
      const bool closed = measured == &delays.closed;
      const double delay = percentile(*measured, p);
      report("board: call → first sample, device " + std::string(closed ? "closed" : "open") + name,
             figure(delay, 1, "ms"), figure(bare, 1, "ms") + " bare device, closed",
             figure(delay / bare, 1, "×"), p < 0.9 ? "—" : "≤ 300 ms");
    }
  }
}

}  // namespace
}  // namespace navbat::benchmarks

int main() { navbat::benchmarks::measure_all(); }
