#include "kiosk/app/program.h"

#include "kiosk/limits.h"

namespace navbat::kiosk {
namespace {

ui::ShellSpec shell_spec(const ProgramOptions& options) {
  const Config& config = options.config;
  ui::ShellSpec spec;
  spec.window = {.title = config.brand.bank + " – Navbat",
                 .design = config.screen.size,
                 .fullscreen = config.screen.fullscreen,
                 .scale = 0,
                 .software = config.screen.software};
  spec.screen_width_mm = config.screen.width_mm;
  spec.catalogues = config.catalogues;
  spec.languages = config.languages;
  spec.logo = config.brand.logo;
  spec.theme = ui::with_brand(ui::light_theme(), config.brand.color, config.brand.accent);
  spec.clock = options.monotonic;
  return spec;
}

}  // namespace

tl::expected<std::unique_ptr<Program>, std::string> Program::open(ProgramOptions options,
                                                                  const domain::Clock& clock) {
  auto shell = ui::Shell::open(shell_spec(options));
  if (!shell) {
    return tl::unexpected(shell.error());
  }
  const Config& config = options.config;
  auto link = BranchLink::open({.server_url = config.server.url,
                                .token = config.server.token,
                                .branch = config.server.branch,
                                .device = config.kiosk.name,
                                .letter = config.kiosk.letter,
                                .data = config.kiosk.data.string(),
                                .log = options.log},
                               clock);
  if (!link) {
    return tl::unexpected(link.error());
  }
  return std::unique_ptr<Program>(
      new Program(std::move(options), std::move(*shell), std::move(*link), clock));
}

Program::Program(ProgramOptions options, std::unique_ptr<ui::Shell> shell,
                 std::unique_ptr<BranchLink> link, const domain::Clock& clock)
    : options_(std::move(options)),
      shell_(std::move(shell)),
      link_(std::move(link)),
      printer_(options_.config.paper),
      printing_(kMostJobs),
      issuing_(kMostJobs) {
  const Config& config = options_.config;
  shell_->motion().set_reduced(config.screen.reduced_motion);
  jobs_ = std::make_unique<TicketJobs>(TicketJobs::Parts{
      .shell = *shell_,
      .desk = *link_,
      .printer = printer_,
      .issuing = [this](std::function<void()> job) { issuing_.run(std::move(job)); },
      .printing = [this](std::function<void()> job) { printing_.run(std::move(job)); },
      .logo = config.brand.logo,
      .phone_page = config.kiosk.phone_page,
      .kiosk_number = config.kiosk.number,
      .log = options_.log});
  scene_ =
      std::make_unique<KioskScene>(*shell_, *link_, clock,
                                   SceneSettings{.bank = config.brand.bank,
                                                 .phone_page = config.kiosk.phone_page,
                                                 .light = shell_->theme(),
                                                 .high_contrast = ui::high_contrast_theme(),
                                                 .log = options_.log},
                                   jobs_->for_scene([this]() -> KioskScene& { return *scene_; }));
}

Program::~Program() { link_->stop(); }

int Program::run() {
  link_->on_change([this] { feed_changed(); });
  shell_->step(*scene_);  // the first frame before anything else may take time
  options_.log("first frame shown");
  link_->start();
  jobs_->warm_up();
  shell_->run(*scene_);
  return status_;
}

void Program::stop() { shell_->quit(); }

void Program::feed_changed() {
  if (told_.exchange(true)) {
    return;
  }
  shell_->post_quietly([this] {
    told_ = false;
    scene_->feed_changed();
    if (!options_.screenshot.empty() && !pictured_ && scene_->has_live_data()) {
      pictured_ = true;
      save_screenshot();
    }
  });
}

void Program::save_screenshot() {
  if (auto saved = shell_->screenshot(*scene_, options_.screenshot); !saved) {
    options_.log(saved.error());
    status_ = 1;
  } else {
    options_.log("saved " + options_.screenshot.string());
  }
  if (options_.exit_after_screenshot) {
    shell_->quit();
  }
}

}  // namespace navbat::kiosk
