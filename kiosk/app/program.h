#pragma once
// navbat-kiosk put together: window, link to the branch, printer, workers, screens.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "kiosk/app/branch_link.h"
#include "kiosk/app/config.h"
#include "kiosk/app/kiosk_errands.h"
#include "kiosk/app/kiosk_scene.h"
#include "kiosk/app/print_room.h"
#include "system/worker.h"
#include "ui/access/screen_reader.h"
#include "ui/voice/announcer.h"

namespace navbat::kiosk {

struct ProgramOptions {
  Config config;
  std::string version;
  std::filesystem::path screenshot;  // saved once live data is shown; empty: none
  bool exit_after_screenshot = false;
  std::function<ui::Moment()> monotonic;        // for the frame loop
  std::function<void(const std::string&)> log;  // one line; any thread
};

class Program {
 public:
  // The error is one line. `clock` outlives the program.
  static tl::expected<std::unique_ptr<Program>, std::string> open(ProgramOptions options,
                                                                  const domain::Clock& clock);
  ~Program();

  // Until the window is closed, staff left or stop() was called. Returns the exit status.
  int run();
  void stop();  // any thread
  // Any thread: runs `task` in the frame loop without drawing for it.
  void post_quietly(std::function<void()> task) { shell_->post_quietly(std::move(task)); }

 private:
  Program(ProgramOptions options, std::unique_ptr<ui::Shell> shell,
          std::unique_ptr<BranchLink> link, const domain::Clock& clock);
  KioskErrands::Parts errand_parts();
  SceneSettings scene_settings() const;
  void open_voice();
  std::filesystem::path out_of_service_mark() const;
  void keep_out_of_service(bool out) const;
  void feed_changed();
  void save_screenshot();

  ProgramOptions options_;
  const domain::Clock& clock_;
  std::unique_ptr<ui::Announcer> voice_;      // null: no voice is configured
  std::unique_ptr<ui::ScreenReader> reader_;  // null likewise
  std::unique_ptr<ui::Shell> shell_;
  std::unique_ptr<BranchLink> link_;
  std::unique_ptr<KioskErrands> errands_;
  std::unique_ptr<KioskScene> scene_;
  std::atomic<bool> told_ = false;  // a look at the feed is on its way to the UI thread
  bool pictured_ = false;
  int status_ = 0;
  std::unique_ptr<PrintRoom> print_room_;  // last: their threads use all above
  system::Worker asking_;
  system::Worker issuing_;
};

}  // namespace navbat::kiosk
