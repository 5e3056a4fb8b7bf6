#pragma once
// A shell with a real window on a virtual screen, on virtual time.

#include <SDL.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "tests/support/eventually.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"
#include "ui/app/shell.h"

namespace navbat::ui {

class WindowShell {
 public:
  static constexpr int kWidth = 640;
  static constexpr int kHeight = 480;

  explicit WindowShell(bool software) {
    ShellSpec spec;
    spec.window = {
        .title = "window", .design = {kWidth, kHeight}, .scale = 1, .software = software};
    spec.screen_width_mm = 160;
    spec.catalogues = std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang";
    spec.languages = {"en"};
    spec.theme = light_theme();
    spec.clock = [this] { return now; };
    auto opened = Shell::open(std::move(spec));
    if (!opened) {
      ADD_FAILURE() << opened.error();
      std::abort();
    }
    shell = std::move(*opened);
  }

  // Lets the shell do what is due.
  void turn(Scene& scene) const {
    while (shell->step(scene)) {
    }
  }

  // The same frame drawn from nothing.
  Image whole_picture(Scene& scene) const {
    SDL_Event event{};
    event.type = SDL_RENDER_TARGETS_RESET;
    SDL_PushEvent(&event);
    turn(scene);
    return shell->capture(scene);
  }

  static SDL_Window* window() { return SDL_GetWindowFromID(1); }

  navbat::testing::TempDir temp;
  navbat::testing::VirtualScreen screen{temp.path(), 1000, 800};
  Moment now{1000};
  std::unique_ptr<Shell> shell;
};

}  // namespace navbat::ui
