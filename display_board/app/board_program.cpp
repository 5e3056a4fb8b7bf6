#include "display_board/app/board_program.h"

#include <spdlog/spdlog.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <string>

#include "display_board/app/board_scene.h"
#include "display_board/app/branch_feed.h"
#include "display_board/limits.h"
#include "display_board/speech/call_phrase.h"
#include "server_sync/client/curl_transport.h"
#include "server_sync/client/device_client.h"
#include "ui/voice/announcer.h"
#include "ui/voice/sdl_audio_out.h"

namespace navbat::board {
namespace {

const std::vector<std::string> kAllLanguages{"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};

ui::ShellSpec shell_spec(const Options& options, const Config& config) {
  ui::ShellSpec spec;
  spec.window = {.title = "Navbat",
                 .design = {kDesignWidth, kDesignHeight},
                 .fullscreen = config.screen.fullscreen,
                 .software = config.screen.software};
  spec.screen_width_mm = config.screen.width_mm;
  spec.catalogues = config.texts.folder;
  spec.languages = kAllLanguages;  // a ticket may be in any of them
  spec.logo = config.brand.logo;
  spec.theme = board_theme(config.screen.width_mm, config.brand.color, config.brand.accent);
  spec.headless = options.headless;
  return spec;
}

tl::expected<std::unique_ptr<client::DeviceClient>, std::string> open_client(
    const Config& config, const domain::Clock& clock, client::FillRandom random,
    std::function<void()> news) {
  auto transport = client::make_curl_transport({.base_url = config.server.url,
                                                .bearer_token = config.server.token,
                                                .ca_file = {},
                                                .user_agent = "navbat-board"});
  if (!transport) {
    return tl::unexpected(transport.error());
  }
  return client::DeviceClient::open(
      {.branch = domain::BranchId(config.server.branch),
       .node = domain::NodeId(config.device.name),
       .data_dir = config.device.data.string()},
      std::move(*transport), clock, std::move(random),
      {.news = news, .changed = news, .log = [](const std::string& line) {
         spdlog::info("{}", line);
       }});
}

std::unique_ptr<ui::Announcer> make_voice(const Config& config) {
  return std::make_unique<ui::Announcer>(
      std::make_unique<ui::SdlAudioOut>(),
      std::make_unique<ui::SpeechProgram>(config.audio.program),
      ui::AnnouncerSettings{.volume = config.audio.volume, .most_behind = kVoiceBehind},
      ui::Announcer::Hooks{.log = [](const std::string& line) { spdlog::warn("{}", line); },
                           .first_sound = {},
                           .done = {}},
      [] {
        return std::chrono::duration_cast<ui::Moment>(
            std::chrono::steady_clock::now().time_since_epoch());
      });
}

void announce(ui::Announcer* voice, const ui::Catalogues& catalogues, const Staged& staged) {
  if (voice == nullptr) {
    return;
  }
  const client::Call& call = staged.call;
  const ui::Catalogue& words = catalogues.of(call.language.value());
  voice->say({.chime = call.recall ? ui::Chime::kRecall : ui::Chime::kCall,
              .language = words.language(),
              .text = call_phrase(words, call.label, call.counter.value(), call.recall).text,
              .id = call.version});
}

// For scripts and tests: one line a call, written when the frame that shows it is on the screen.
void write_shown(const CallLine& call) {
  std::printf("shown version=%lld label=%s counter=%s\n", static_cast<long long>(call.version),
              call.label.c_str(), call.counter.c_str());
  std::fflush(stdout);
}

// Takes the wanted picture once the branch and so many calls were shown, and ends the program.
class Photographer {
 public:
  Photographer(const Options& options, ui::Shell& shell) : options_(options), shell_(shell) {}

  void count_call() { ++calls_; }

  // After each frame. The picture is taken in a turn of its own.
  void look(BoardScene& scene, domain::Timestamp now) {
    const Picture& picture = scene.picture();
    const bool arrived = options_.after_calls == 0 || now - picture.stage.since >= kArrived;
    if (options_.screenshot.empty() || taken_ || picture.trust != Trust::kCurrent ||
        calls_ < options_.after_calls || !arrived) {
      return;
    }
    taken_ = true;
    shell_.post([this, &scene] {
      if (const auto saved = shell_.screenshot(scene, options_.screenshot); !saved) {
        spdlog::error("{}", saved.error());
        failed_ = true;
      }
      shell_.quit();
    });
  }

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  static constexpr std::chrono::milliseconds kArrived{800};  // a call has reached its size

  const Options& options_;
  ui::Shell& shell_;
  int calls_ = 0;
  bool taken_ = false;
  bool failed_ = false;
};

int fail(const std::string& error) {
  std::fprintf(stderr, "navbat-board: %s\n", error.c_str());
  return 1;
}

}  // namespace

int run_board(const Options& options, Config config, const domain::Clock& clock,
              client::FillRandom random, system::StopSignals& signals) {
  if (!options.server.empty()) {
    config.server.url = options.server;
  }
  if (!options.data.empty()) {
    config.device.data = options.data;
  }
  auto shell = ui::Shell::open(shell_spec(options, config));
  if (!shell) {
    return fail(shell.error());
  }
  (*shell)->motion().set_reduced(config.screen.reduced_motion);
  std::unique_ptr<ui::Announcer> voice;
  if (config.audio.on && !options.mute) {
    voice = make_voice(config);
  }
  auto client = open_client(config, clock, std::move(random), [&] { (*shell)->request_redraw(); });
  if (!client) {
    return fail(client.error());
  }
  ClientFeed feed(**client);
  Photographer photographer(options, **shell);
  std::unique_ptr<BoardScene> scene;
  scene = std::make_unique<BoardScene>(
      **shell, feed, clock,
      SceneSettings{
          .model = {.languages = config.texts.languages, .language_turn = config.texts.turn},
          .bank = config.brand.bank},
      BoardScene::Hooks{
          .announce =
              [&](const Staged& staged) { announce(voice.get(), (*shell)->catalogues(), staged); },
          .shown =
              [&](const CallLine& call) {
                photographer.count_call();
                if (options.report_shown) {
                  write_shown(call);
                }
              },
          .presented = [&] { photographer.look(*scene, clock.now()); }});
  signals.on_stop([&] { (*shell)->quit(); });
  (*client)->start();
  (*shell)->run(*scene);
  signals.on_stop(nullptr);
  // Its threads wake the shell: they end first.
  (*client)->stop();
  return photographer.failed() ? 1 : 0;
}

}  // namespace navbat::board
