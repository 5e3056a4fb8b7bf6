#include "ui/app/shell.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <string_view>

#include "ui/app/headless_backend.h"

namespace navbat::ui {
namespace {

// How much longer or wider than designed a frame may be before bars appear at its sides.
constexpr float kMostStretch = 1.25F;

Moment steady_now() {
  return std::chrono::duration_cast<Moment>(std::chrono::steady_clock::now().time_since_epoch());
}

// Without a display SDL takes a driver that shows nothing: a screen that is dark and thinks that it
// is well. Only who asks for such a driver by name means it.
bool draws_for_nobody() {
  const char* driver = SDL_GetCurrentVideoDriver();
  const std::string_view name = driver != nullptr ? driver : "";
  const bool shows_nothing = name == "offscreen" || name == "dummy" || name == "evdev";
  return shows_nothing && SDL_getenv("SDL_VIDEODRIVER") == nullptr;
}

tl::expected<void, std::string> start_sdl(bool headless) {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  if (SDL_Init(headless ? SDL_INIT_EVENTS : SDL_INIT_VIDEO) != 0) {
    return tl::unexpected(std::string("no screen: ") + SDL_GetError());
  }
  if (!headless && draws_for_nobody()) {
    SDL_Quit();
    return tl::unexpected<std::string>(
        "no screen; expected a running X or Wayland session, or SDL_VIDEODRIVER to say what else");
  }
  return {};
}

}  // namespace

Shell::SdlSession::~SdlSession() { SDL_Quit(); }

void Shell::ContextDeleter::operator()(ImGuiContext* context) const {
  ImGui::DestroyContext(context);
}

tl::expected<std::unique_ptr<Shell>, std::string> Shell::open(ShellSpec spec) {
  auto catalogues = Catalogues::load(spec.catalogues, spec.languages);
  if (!catalogues) {
    return tl::unexpected(catalogues.error());
  }
  const auto files = find_fonts();
  if (!files) {
    return tl::unexpected(files.error());
  }
  auto fonts = FontSet::open(*files);
  if (!fonts) {
    return tl::unexpected(fonts.error());
  }
  fonts->add_characters(catalogues->characters());
  if (!spec.logo.empty()) {
    auto logo = read_png(spec.logo);
    if (!logo) {
      return tl::unexpected(logo.error());
    }
    fonts->set_logo(std::move(*logo));
  }
  if (auto started = start_sdl(spec.headless); !started) {
    return tl::unexpected(started.error());
  }
  auto shell =
      std::unique_ptr<Shell>(new Shell(std::move(spec), std::move(*catalogues), std::move(*fonts)));
  if (shell->spec_.headless) {
    const WindowSpec& window = shell->spec_.window;
    shell->backend_ =
        std::make_unique<HeadlessBackend>(window.pixels.w > 0 ? window.pixels : window.design);
  } else {
    shell->spec_.window.locked = shell->spec_.window.locked || !shell->spec_.closable;
    auto backend = SdlBackend::open(shell->spec_.window);
    if (!backend) {
      return tl::unexpected(backend.error());
    }
    shell->backend_ = std::move(*backend);
  }
  return shell;
}

Shell::Shell(ShellSpec spec, Catalogues catalogues, FontSet fonts)
    : sdl_(std::make_unique<SdlSession>()),
      imgui_(ImGui::CreateContext()),
      spec_(std::move(spec)),
      theme_(spec_.theme),
      catalogues_(std::move(catalogues)),
      fonts_(std::move(fonts)),
      language_(catalogues_.all().front().language()),
      mailbox_([this] { wake(); }),
      input_(spec_.keypad),
      wake_event_(SDL_RegisterEvents(1)) {
  if (!spec_.clock) {
    spec_.clock = steady_now;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

Shell::~Shell() = default;

Shell::Fit Shell::fit() const {
  const Size window = backend_->pixels();
  const Size design = spec_.window.design;
  Fit fit;
  fit.scale = std::min(window.w / design.w, window.h / design.h);
  fit.size = {std::min(window.w / fit.scale, design.w * kMostStretch),
              std::min(window.h / fit.scale, design.h * kMostStretch)};
  fit.origin = {(window.w - fit.size.w * fit.scale) / 2, (window.h - fit.size.h * fit.scale) / 2};
  return fit;
}

void Shell::run(Scene& scene) {
  while (!quit_) {
    if (!step(scene)) {
      wait();
    }
  }
}

void Shell::wake() {
  if (!spec_.headless) {
    SDL_Event event{};
    event.type = wake_event_;
    SDL_PushEvent(&event);
    return;
  }
  {
    const std::lock_guard lock(woken_mutex_);
    woken_ = true;
  }
  woken_change_.notify_one();
}

void Shell::request_redraw() {
  if (!redraw_asked_.exchange(true)) {
    wake();
  }
}

void Shell::ask_scene() {
  if (!scene_asked_.exchange(true)) {
    wake();
  }
}

void Shell::wait() {
  if (quit_) {
    return;
  }
  const auto wake = motion_.next_wake();
  if (spec_.headless) {
    constexpr Moment kLongest{60'000};
    const Moment left = wake ? std::clamp(*wake - spec_.clock(), Moment{0}, kLongest) : kLongest;
    std::unique_lock lock(woken_mutex_);
    woken_change_.wait_for(lock, left, [this] { return woken_; });
    woken_ = false;
    return;
  }
  if (!wake) {
    SDL_WaitEvent(nullptr);
    return;
  }
  const auto left = *wake - spec_.clock();
  if (left.count() > 0) {
    SDL_WaitEventTimeout(nullptr, static_cast<int>(std::min<std::int64_t>(left.count(), 60'000)));
  }
}

bool Shell::step(Scene& scene) {
  if (!input_.pending()) {
    take_events();
  }
  mailbox_.run_all();
  if (redraw_asked_.exchange(false)) {
    dirty_ = true;
  }
  look_at_input();
  const auto wake = motion_.next_wake();
  const bool asked = scene_asked_.exchange(false) || (wake && *wake <= spec_.clock());
  const bool due = asked && wake_brings_frame(scene);
  if (dirty_ || due || input_.pending()) {
    dirty_ = false;
    draw_frame(scene, input_.next_frame(), nullptr);
  }
  if (const auto deadline = input_.deadline()) {
    motion_.wake_at(*deadline);
  }
  return !quit_ &&
         (dirty_ || input_.pending() || mailbox_.waiting() || redraw_asked_ || scene_asked_);
}

// A scan that came to its end, a finger that never left.
void Shell::look_at_input() {
  const Moment now = spec_.clock();
  const auto deadline = input_.deadline();
  if (deadline && *deadline <= now) {
    input_.tick(now);
  }
}

bool Shell::wake_brings_frame(Scene& scene) {
  if (dirty_ || input_.pending()) {
    return true;
  }
  motion_.begin_frame(spec_.clock());
  return scene.wants_frame(motion_);
}

void Shell::take_events() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    if (input_.take(event, backend_->pixels(), time_of(event)) && reader_ != nullptr) {
      reader_->interrupt();  // before anything is drawn: that may take a while
    }
    switch (event.type) {
      case SDL_QUIT:
        quit_ = quit_ || spec_.closable;
        break;
      case SDL_WINDOWEVENT:
        take_window_event(event);
        break;
      case SDL_DISPLAYEVENT:
      case SDL_RENDER_TARGETS_RESET:
        backend_->lost(Lost::kTargets);
        dirty_ = true;
        break;
      case SDL_RENDER_DEVICE_RESET:
        backend_->lost(Lost::kDevice);
        fonts_stale_ = true;
        dirty_ = true;
        break;
      default:
        break;
    }
  }
}

void Shell::take_window_event(const SDL_Event& event) {
  switch (event.window.event) {
    case SDL_WINDOWEVENT_EXPOSED:
      backend_->lost(Lost::kWindow);
      dirty_ = true;
      break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
      backend_->lost(Lost::kTargets);
      dirty_ = true;
      break;
    default:
      break;
  }
}

// When the event happened, not when a busy frame let it be seen: a scanner is known by its speed.
Moment Shell::time_of(const SDL_Event& event) const {
  const Moment now = spec_.clock();
  return spec_.headless ? now : now - Moment{SDL_GetTicks() - event.common.timestamp};
}

void Shell::rebuild_fonts() {
  const float scale = fit().scale;
  fonts_scale_ = scale;
  fonts_stale_ = false;
  fonts_.build(theme_, spec_.window.design.w / spec_.screen_width_mm * scale);
  backend_->upload_atlas();
}

void Shell::quit() {
  quit_ = true;
  request_redraw();
}

void Shell::set_language(std::string_view language) {
  language_ = catalogues_.of(language).language();
  dirty_ = true;
}

void Shell::set_theme(const Theme& theme) {
  // Another palette needs no other letters.
  const bool other_letters = theme.types != theme_.types || theme.icon_mm != theme_.icon_mm;
  fonts_stale_ = fonts_stale_ || other_letters;
  theme_ = theme;
  ++theme_edition_;
  dirty_ = true;
}

void Shell::set_reader(ScreenReader* reader) {
  reader_ = reader;
  dirty_ = true;
}

void Shell::set_reach(float mm_from_bottom) {
  reach_mm_ = std::max(0.0F, mm_from_bottom);
  dirty_ = true;
}

void Shell::set_blank(bool blank) {
  blank_ = blank;
  dirty_ = true;
}

void Shell::reset_access() {
  focus_.reset();
  capture_ = {};
  set_blank(false);
  set_reach(0);
  if (reader_ != nullptr) {
    reader_->reset();
  }
}

Image Shell::capture(Scene& scene) {
  Image image;
  draw_frame(scene, input_.next_frame(), &image);
  return image;
}

tl::expected<void, std::string> Shell::screenshot(Scene& scene, const std::filesystem::path& file) {
  return write_png(capture(scene), file);
}

}  // namespace navbat::ui
