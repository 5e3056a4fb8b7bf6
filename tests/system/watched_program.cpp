// A program to be watched over, for supervisor_test: a real screen's loop without a screen, or one
// that misbehaves in a given way.
//   watched_program MANNER FOLDER              appends its process number to FOLDER/starts
//   watched_program supervise MANNER FOLDER    watches over such a program, with short limits

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>

#include "system/supervisor.h"
#include "system/watchdog.h"
#include "tests/support/child_process.h"
#include "ui/app/shell.h"

namespace {

using namespace navbat;
using std::chrono::milliseconds;

void note(const std::string& folder, const std::string& file, const std::string& line) {
  std::ofstream(folder + "/" + file, std::ios::app) << line << '\n';
}

class CountingScene final : public ui::Scene {
 public:
  void draw(ui::Frame& frame) override {
    frame.page = "watched";
    ++frames;
  }
  int frames = 0;
};

// SIGTERM ends the loop, SIGUSR1 makes its thread hang, SIGUSR2 notes how many frames were drawn.
void listen(const sigset_t& set, ui::Shell& shell, CountingScene& scene,
            const std::string& folder) {
  while (true) {
    int signal = 0;
    sigwait(&set, &signal);
    if (signal == SIGTERM) {
      shell.quit();
      return;
    }
    shell.post_quietly([&scene, &folder, signal] {
      if (signal == SIGUSR1) {
        while (true) {
          ::pause();
        }
      }
      note(folder, "frames", std::to_string(scene.frames));
    });
  }
}

int loop(const std::string& folder) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGUSR1, SIGUSR2}) {
    sigaddset(&set, signal);
  }
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  const auto watchdog = navbat::system::Watchdog::from_environment();
  ui::ShellSpec spec;
  spec.window.design = {1080, 1920};
  spec.catalogues = testing::tree_file("assets/lang");
  spec.languages = {"en"};
  spec.theme = ui::light_theme();
  spec.headless = true;
  auto shell = ui::Shell::open(std::move(spec));
  if (!shell) {
    std::fprintf(stderr, "%s\n", shell.error().c_str());
    return 2;
  }
  CountingScene scene;
  std::thread signals([&] { listen(set, **shell, scene, folder); });
  {
    const navbat::system::WatchdogFeed feed(watchdog, [&](std::function<void()> task) {
      (*shell)->post_quietly([&folder, work = std::move(task)] {
        work();
        note(folder, "ticks", "alive");
      });
    });
    (*shell)->run(scene);
  }
  signals.join();
  note(folder, "ends", "in good order");
  return 0;
}

int behave(const std::string& manner, const std::string& folder) {
  if (manner == "stubborn") {
    std::signal(SIGTERM, SIG_IGN);
  }
  note(folder, "starts", std::to_string(::getpid()));
  if (manner == "loop") {
    return loop(folder);
  }
  if (manner == "die" || manner == "leave" || manner == "refuse") {
    return manner == "die" ? 7 : manner == "leave" ? 0 : 2;
  }
  if (manner == "stubborn") {
    navbat::system::Watchdog::from_environment().ready();
  }
  while (true) {
    ::pause();  // "silent": never says a word
  }
}

int watch_over(const std::string& self, const std::string& manner, const std::string& folder) {
  return navbat::system::supervise(
      {.command = {self, manner, folder},
       .log = [&](const std::string& line) { note(folder, "log", line); },
       .hung_after = milliseconds{1'500},
       .start_within = milliseconds{manner == "silent" ? 300 : 20'000},
       .restart_after = milliseconds{10},
       .restart_after_at_most = milliseconds{160},
       .lived_long_enough = milliseconds{60'000},
       .stop_within = milliseconds{manner == "stubborn" ? 300 : 20'000}});
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  if (argc == 4 && arguments[1] == "supervise") {
    return watch_over(arguments[0], arguments[2], arguments[3]);
  }
  return argc == 3 ? behave(arguments[1], arguments[2]) : 2;
}
