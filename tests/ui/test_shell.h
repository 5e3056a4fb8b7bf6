#pragma once
// A headless shell on virtual time with the shipped catalogues, and a robot in front of it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <memory>

#include "ui/app/shell.h"
#include "ui/testing/robot.h"

namespace navbat::ui {

// A scene from a lambda.
class SketchScene final : public Scene {
 public:
  explicit SketchScene(std::function<void(Frame&)> sketch) : sketch_(std::move(sketch)) {}
  void draw(Frame& frame) override {
    ++frames;
    sketch_(frame);
  }
  int frames = 0;

 private:
  std::function<void(Frame&)> sketch_;
};

class TestShell {
 public:
  // `pixels` of a window that is not one for each logical unit.
  explicit TestShell(std::function<void(Frame&)> sketch, Size pixels = {})
      : scene(std::move(sketch)), shell(open(now, pixels)), robot(*shell, scene, now) {
    robot.settle();
  }

  Moment now{1000};
  SketchScene scene;
  std::unique_ptr<Shell> shell;
  Robot robot;

 private:
  static std::unique_ptr<Shell> open(Moment& now, Size pixels) {
    ShellSpec spec;
    spec.window.design = {1080, 1920};
    spec.window.pixels = pixels;
    spec.screen_width_mm = 267.7F;
    spec.catalogues = std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang";
    spec.languages = {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};
    spec.theme = light_theme();
    spec.headless = true;
    spec.probe = true;
    spec.clock = [&now] { return now; };
    auto shell = Shell::open(std::move(spec));
    if (!shell) {
      ADD_FAILURE() << shell.error();
      std::abort();
    }
    return std::move(*shell);
  }
};

}  // namespace navbat::ui
