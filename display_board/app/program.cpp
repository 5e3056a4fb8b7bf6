#include "display_board/app/program.h"

#include <algorithm>
#include <future>

#include "display_board/app/script_report.h"
#include "display_board/languages.h"
#include "display_board/limits.h"
#include "server_sync/client/curl_transport.h"
#include "ui/voice/sdl_audio_out.h"
#include "ui/voice/speech.h"

namespace navbat::board {
namespace {

ui::ShellSpec shell_spec(const Options& options, const Config& config, const Layout& layout) {
  ui::ShellSpec spec;
  spec.window = {.title = config.brand.bank + " – Navbat",
                 .design = layout.design,
                 .fullscreen = config.screen.fullscreen,
                 .scale = 0,
                 .pixels = config.screen.spec.pixels,
                 .software = config.screen.software};
  spec.screen_width_mm = config.screen.spec.width_mm;
  spec.catalogues = config.texts.folder;
  spec.languages = {kLanguages.begin(), kLanguages.end()};
  spec.logo = config.brand.logo;
  spec.theme = board_theme(layout, config.screen.contrast, config.brand.color, config.brand.accent);
  spec.headless = options.headless;
  spec.closable = !config.screen.fullscreen;  // in a hall nobody closes it by mistake
  return spec;
}

client::CurlTransportOptions transport_options(const Config& config) {
  return {.base_url = config.server.url,
          .bearer_token = config.server.token,
          .ca_file = config.server.ca_file.string(),
          .user_agent = "navbat-board"};
}

}  // namespace

tl::expected<std::unique_ptr<Program>, std::string> Program::open(ProgramOptions options,
                                                                  const domain::Clock& clock) {
  const auto layout = make_layout(options.config.screen.spec);
  if (!layout) {
    return tl::unexpected(layout.error());
  }
  auto shell = ui::Shell::open(shell_spec(options.options, options.config, *layout));
  if (!shell) {
    return tl::unexpected(shell.error());
  }
  auto program =
      std::unique_ptr<Program>(new Program(std::move(options), std::move(*shell), clock));
  if (auto opened = program->open_client(); !opened) {
    return tl::unexpected(opened.error());
  }
  program->open_panel();
  program->open_voice();
  program->open_scene(*layout);
  return program;
}

Program::Program(ProgramOptions options, std::unique_ptr<ui::Shell> shell,
                 const domain::Clock& clock)
    : options_(std::move(options)),
      clock_(clock),
      shell_(std::move(shell)),
      parts_([this](domain::DeviceReported report) { tell(std::move(report)); }),
      recorder_(kMostJobs) {
  // Nobody sees what moves on a board without a window.
  shell_->motion().set_reduced(options_.config.screen.reduced_motion || options_.options.headless);
}

// Threads that wake the shell end first.
Program::~Program() {
  voice_.reset();
  panel_.reset();
  if (client_) {
    client_->stop();
  }
}

tl::expected<void, std::string> Program::open_client() {
  const Config& config = options_.config;
  auto transport = client::make_curl_transport(transport_options(config));
  if (!transport) {
    return tl::unexpected(transport.error());
  }
  const auto news = [this] { shell_->ask_scene(); };
  auto opened = client::DeviceClient::open({.branch = domain::BranchId(config.server.branch),
                                            .node = domain::NodeId(config.device.name),
                                            .data_dir = config.device.data.string(),
                                            .hello_every = kGreetEvery,
                                            .resume = true},
                                           std::move(*transport), clock_, options_.random,
                                           {.news = news, .changed = news, .log = options_.log});
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  client_ = std::move(*opened);
  feed_ = std::make_unique<ClientFeed>(*client_);
  return {};
}

void Program::open_panel() {
  const auto today = [this]() -> std::optional<std::chrono::year_month_day> {
    const auto branch = client_->branch();
    if (!branch) {
      return std::nullopt;
    }
    return branch->calendar.local(client_->true_now()).date;
  };
  const auto make_transport = [](const std::string& origin) {
    return client::make_curl_transport(
        {.base_url = origin, .bearer_token = {}, .ca_file = {}, .user_agent = "navbat-board"});
  };
  panel_ = std::make_unique<PanelSource>(
      options_.config.panel, make_transport, clock_, today,
      PanelSource::Hooks{.changed = [this] { shell_->ask_scene(); }, .log = options_.log});
}

// The voice tells on its own thread; the rest happens where frames are drawn.
void Program::open_voice() {
  const VoiceSettings& settings = options_.config.voice;
  if (!settings.on) {
    return;
  }
  const auto heard = [this](std::int64_t version, domain::Heard form,
                            std::optional<domain::Timestamp> at) {
    shell_->post_quietly([this, version, form, at] { call_heard(version, form, at); });
  };
  const auto health = [this](bool works, const std::string& detail) {
    shell_->post_quietly([this, works, detail] { parts_.set("sound", works, "failed", detail); });
  };
  voice_ = std::make_unique<BoardVoice>(
      settings, std::make_unique<ui::SdlAudioOut>(),
      std::make_unique<ui::SpeechProgram>(settings.program, kVoicePatience), shell_->catalogues(),
      clock_, BoardVoice::Hooks{.heard = heard, .health = health, .log = options_.log});
}

void Program::open_scene(const Layout& layout) {
  const Config& config = options_.config;
  const auto rows = [](int count) { return static_cast<std::size_t>(count); };
  ModelSettings model{.turns = config.texts.turns,
                      .zone = config.zone,
                      .latest_rows = rows(layout.latest_rows),
                      .page_rows = std::max<std::size_t>(1, rows(layout.latest_rows_side)),
                      .above = config.screen.spec.kind == LayoutKind::kCounter
                                   ? std::optional(config.zone.counters.front())
                                   : std::nullopt,
                      .shown_up_to = client_->resumed_after()};
  photographer_ = std::make_unique<Photographer>(options_.options.photo, *shell_, options_.log);
  scene_ = std::make_unique<BoardScene>(*shell_, *feed_, clock_,
                                        SceneSettings{.model = std::move(model),
                                                      .bank = config.brand.bank,
                                                      .layout = layout,
                                                      .zone_name = config.zone_name},
                                        scene_hooks());
}

BoardScene::Hooks Program::scene_hooks() {
  return {.announce = [this](const Staged& staged) { speak(staged); },
          .notice =
              [this](const domain::Notice& notice) {
                if (voice_) voice_->notice(notice);
              },
          .emergency_over =
              [this] {
                if (voice_) voice_->end_emergency();
              },
          .staged =
              [this](const client::Call& call) {
                if (options_.options.report_shown) write_line(staged_line(call));
              },
          .shown = [this](const CallLine& call) { call_shown(call); },
          .presented = [this] { photographer_->look(*scene_, clock_.now()); },
          .looked = [this] { looked(); }};
}

void Program::speak(const Staged& staged) {
  if (!voice_) {
    return;
  }
  spoken_since_[staged.call.version] = staged.since;
  voice_->call(staged.call, staged.since);
}

int Program::run() {
  client_->start();
  shell_->run(*scene_);
  if (options_.options.report_shown) {
    write_line(picture_line(scene_->picture()));
  }
  tell_reports(true);
  // What is to be told is on the disk before the program ends.
  std::promise<void> told;
  recorder_.run([&told] { told.set_value(); });
  told.get_future().wait();
  return photographer_->failed() ? 1 : 0;
}

void Program::stop() { shell_->quit(); }

}  // namespace navbat::board
