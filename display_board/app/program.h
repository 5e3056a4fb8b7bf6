#pragma once
// navbat-board put together: window, link to the branch, voice, the bank's panel, what is told
// back.

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "display_board/app/board_scene.h"
#include "display_board/app/branch_feed.h"
#include "display_board/app/call_reports.h"
#include "display_board/app/config.h"
#include "display_board/app/options.h"
#include "display_board/app/part_reports.h"
#include "display_board/app/photographer.h"
#include "display_board/panel/panel_source.h"
#include "display_board/speech/board_voice.h"
#include "server_sync/client/device_client.h"
#include "server_sync/client/fill_random.h"
#include "system/worker.h"
#include "ui/app/shell.h"

namespace navbat::board {

struct ProgramOptions {
  Options options;
  Config config;
  client::FillRandom random;
  std::function<void(const std::string&)> log;  // one line; any thread
};

class Program {
 public:
  // The error is one line. `clock` outlives the program.
  static tl::expected<std::unique_ptr<Program>, std::string> open(ProgramOptions options,
                                                                  const domain::Clock& clock);
  ~Program();

  // Until the window is closed, the wanted picture was saved or stop() was called. Returns the exit
  // status.
  int run();
  void stop();  // any thread
  // Any thread: runs `task` in the frame loop without drawing for it.
  void post_quietly(std::function<void()> task) { shell_->post_quietly(std::move(task)); }

 private:
  Program(ProgramOptions options, std::unique_ptr<ui::Shell> shell, const domain::Clock& clock);
  tl::expected<void, std::string> open_client();
  void open_panel();
  void open_voice();
  void open_scene(const Layout& layout);
  BoardScene::Hooks scene_hooks();
  void speak(const Staged& staged);

  // UI thread, whenever the scene looked at its news.
  void looked();
  void look_at_zone();
  void look_at_parts();
  void call_shown(const CallLine& call);
  // `at` by the device's clock.
  void call_heard(std::int64_t version, domain::Heard heard, std::optional<domain::Timestamp> at);
  void tell_reports(bool all);
  void tell(client::DeviceEvent event);
  void keep_cursor(std::int64_t version);

  const ProgramOptions options_;
  const domain::Clock& clock_;
  std::unique_ptr<ui::Shell> shell_;
  std::unique_ptr<client::DeviceClient> client_;
  std::unique_ptr<ClientFeed> feed_;
  std::unique_ptr<PanelSource> panel_;  // null: nothing is configured
  std::unique_ptr<BoardVoice> voice_;   // null: mute
  std::unique_ptr<Photographer> photographer_;
  std::unique_ptr<BoardScene> scene_;
  std::shared_ptr<const client::KnownBranch> zone_checked_for_;
  CallReports reports_;
  std::map<std::int64_t, domain::Timestamp> spoken_since_;  // calls given to the voice, by version
  PartReports parts_;
  std::atomic<int> waiting_reports_ = 0;
  std::atomic<std::int64_t> cursor_ = 0;
  std::atomic<bool> cursor_is_new_ = false;  // a job that keeps it is on its way
  system::Worker recorder_;                  // last: its jobs use the client
};

}  // namespace navbat::board
