#include "tests/board/picture_stage.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "ui/app/sdl_backend.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;

template <typename T>
T value_or_abort(tl::expected<T, std::string> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().c_str());
    std::abort();
  }
  return std::move(*result);
}

}  // namespace

class PictureStage::Scene final : public ui::Scene {
 public:
  explicit Scene(const Layout& layout) : layout_(layout) {}

  void draw(ui::Frame& frame) override {
    const Look look = make_look(frame.theme);
    draw_board({.frame = frame,
                .look = look,
                .layout = layout_,
                .picture = sample.picture,
                .branch = sample.picture.trust == Trust::kStarting ? nullptr : &sample.branch,
                .bank = bank_,
                .zone = sample.zone,
                .languages = kLanguages,
                .stage_since = frame.motion.now() - 1s * 60});
  }

  Sample sample;

 private:
  const Layout& layout_;
  const std::string bank_ = "Meridian Bank";
};

PictureStage::PictureStage(PictureSettings settings)
    : layout_(value_or_abort(make_layout(settings.spec))) {
  const char* source = std::getenv("NAVBAT_SOURCE");
  const std::filesystem::path root = source != nullptr ? source : ".";
  const ui::Theme usual = ui::light_theme();
  ui::ShellSpec spec;
  spec.window.title = "Navbat";
  spec.window.design = layout_.design;
  spec.window.scale = settings.spec.pixels.w / layout_.design.w;
  spec.screen_width_mm = settings.spec.width_mm;
  spec.catalogues = root / "assets" / "lang";
  spec.languages = kLanguages;
  spec.logo = root / "assets" / "icons" / "bank.png";
  spec.theme = board_theme(layout_, settings.contrast, usual.palette.brand, usual.palette.accent);
  spec.headless = settings.headless;
  spec.probe = true;
  spec.clock = [this] { return moment_; };
  moment_ = 1h;
  shell_ = value_or_abort(ui::Shell::open(std::move(spec)));
  scene_ = std::make_unique<Scene>(layout_);
  robot_ = std::make_unique<ui::Robot>(*shell_, *scene_, moment_);
}

PictureStage::~PictureStage() = default;

void PictureStage::show(Sample sample) {
  scene_->sample = std::move(sample);
  shell_->request_redraw();
  robot_->settle();
}

bool PictureStage::save(const std::string& file) {
  const auto saved = shell_->screenshot(*scene_, file);
  if (!saved) {
    std::fprintf(stderr, "%s\n", saved.error().c_str());
  }
  return saved.has_value();
}

const std::vector<NamedLayout>& layouts() {
  using enum LayoutKind;
  static const std::vector<NamedLayout> kAll{
      {"hall", {kHall, {1920, 1080}, 1218, 10}},
      {"hall-4k", {kHall, {3840, 2160}, 1218, 10}},
      {"hall-upright", {kHall, {1080, 1920}, 685, 10}},
      {"counter", {kCounter, {1920, 1080}, 531, 3}},
      {"counter-bar", {kCounter, {1920, 540}, 698, 3}},
  };
  return kAll;
}

const std::vector<SampleState>& states_of(LayoutKind kind) {
  return kind == LayoutKind::kCounter ? counter_states() : hall_states();
}

}  // namespace navbat::board
