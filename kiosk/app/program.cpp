#include "kiosk/app/program.h"

#include <array>
#include <fstream>
#include <system_error>

#include "kiosk/limits.h"
#include "kiosk/printing/make_printer.h"
#include "system/password_hash.h"
#include "system/random_source.h"
#include "ui/voice/sdl_audio_out.h"

namespace navbat::kiosk {
namespace {

ui::ShellSpec shell_spec(const ProgramOptions& options) {
  const Config& config = options.config;
  ui::ShellSpec spec;
  spec.window = {.title = config.brand.bank + " – Navbat",
                 .design = ui::design_size(config.screen.size),
                 .fullscreen = config.screen.fullscreen,
                 .scale = 0,
                 .pixels = config.screen.size,
                 .software = config.screen.software};
  spec.closable = !config.screen.fullscreen;  // in a lobby only staff leave
  spec.keypad = config.access.keypad;
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
                                .ca_file = config.server.ca_file.string(),
                                .hub_url = config.hub.url,
                                .hub_token = config.hub.token,
                                .neighbours = config.hub.branches,
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
      clock_(clock),
      shell_(std::move(shell)),
      link_(std::move(link)),
      asking_(kMostJobs),
      issuing_(kMostJobs) {
  shell_->motion().set_reduced(options_.config.screen.reduced_motion);
  open_voice();
  errands_ = std::make_unique<KioskErrands>(errand_parts());
  scene_ = std::make_unique<KioskScene>(*shell_, *link_, *errands_, clock, scene_settings());
  errands_->serve(*scene_);
  print_room_ = std::make_unique<PrintRoom>(make_printer(options_.config.printing), *link_, *shell_,
                                            *scene_, options_.log);
}

void Program::open_voice() {
  const Config::Access& access = options_.config.access;
  if (access.speech.empty()) {
    return;
  }
  voice_ = std::make_unique<ui::Announcer>(
      std::make_unique<ui::SdlAudioOut>(), std::make_unique<ui::SpeechProgram>(access.speech),
      ui::AnnouncerSettings{.volume = static_cast<float>(access.volume) / 100.0F},
      ui::Announcer::Hooks{.log = options_.log, .first_sound = {}, .done = {}}, options_.monotonic);
  reader_ =
      std::make_unique<ui::ScreenReader>(*voice_, ui::ReaderSettings{.volume = access.volume});
  shell_->set_reader(reader_.get());
}

KioskErrands::Parts Program::errand_parts() {
  const Config& config = options_.config;
  return {
      .shell = *shell_,
      .desk = *link_,
      .issuing = [this](std::function<void()> job) { issuing_.run(std::move(job)); },
      .asking = [this](std::function<void()> job) { asking_.run(std::move(job)); },
      .print_page = [this](PrintJob job) { return print_room_->print(std::move(job)); },
      .logo = config.brand.logo,
      .phone_page = config.kiosk.phone_page,
      .kiosk_number = config.kiosk.number,
      .paper_dots = config.printing.dots,
      .pin_right = [hash = config.staff.pin_hash](
                       const std::string& pin) { return system::verify_password(pin, hash); },
      .set_volume =
          [this](int percent) {
            if (reader_) reader_->set_volume(percent);
          },
      .test_sound =
          [this] {
            const std::string& language = options_.config.languages.front();
            if (voice_) {
              voice_->say({.chime = ui::Chime::kCall,
                           .language = language,
                           .text = shell_->catalogues().of(language).text("kiosk.home.welcome")});
            }
          },
      .keep_out_of_service = [this](bool out) { keep_out_of_service(out); },
      .leave = [this] { stop(); },
      .log = options_.log};
}

SceneSettings Program::scene_settings() const {
  const Config& config = options_.config;
  return {.bank = config.brand.bank,
          .phone_page = config.kiosk.phone_page,
          .device = config.kiosk.name,
          .letter = config.kiosk.letter,
          .staff_key = config.staff.key,
          .kiosk_number = config.kiosk.number,
          .logo = config.brand.logo,
          .paper_dots = config.printing.dots,
          .version = options_.version,
          .reader = reader_.get(),
          .lowered_reach_mm = std::max(0.0F, kHighestReachMm - config.screen.bottom_mm),
          .light = shell_->theme(),
          .high_contrast = ui::high_contrast_theme(),
          .visit = {.first_language = config.languages.front(),
                    .attract_after = config.screen.attract_after,
                    .staff_menu = !config.staff.pin_hash.empty()},
          .takes_bookings = config.home.appointments,
          .grants_priority = config.home.priority,
          .takes_ratings = config.home.ratings,
          .new_id =
              [this] {
                std::array<std::uint8_t, 10> random{};
                system::fill_random(random);
                return domain::TicketId::make(clock_.now(), random).to_string();
              },
          .log = options_.log};
}

Program::~Program() {
  link_->stop();
  shell_->set_reader(nullptr);
}

// A terminal that staff have closed stays closed when it is switched off and on.
std::filesystem::path Program::out_of_service_mark() const {
  return options_.config.kiosk.data / "out_of_service";
}

void Program::keep_out_of_service(bool out) const {
  std::error_code failed;
  if (out) {
    std::ofstream mark(out_of_service_mark());
    if (!mark) {
      options_.log("out of service only until the next start: " + out_of_service_mark().string() +
                   " cannot be written");
    }
  } else {
    std::filesystem::remove(out_of_service_mark(), failed);
  }
}

int Program::run() {
  link_->on_change([this] { feed_changed(); });
  if (std::filesystem::exists(out_of_service_mark())) {
    scene_->out_of_service(true);
  }
  shell_->step(*scene_);  // the first frame before anything else may take time
  options_.log("first frame shown");
  link_->start();
  errands_->look_for_unprinted(clock_.now() - kReprintOfferedFor);
  errands_->warm_up();
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
