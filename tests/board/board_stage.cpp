#include "tests/board/board_stage.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

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

BoardStage::BoardStage(StageSettings settings) {
  const char* source = std::getenv("NAVBAT_SOURCE");
  const std::filesystem::path root = source != nullptr ? source : ".";
  const Layout layout = value_or_abort(make_layout(settings.spec));
  const ui::Theme usual = ui::light_theme();
  ui::ShellSpec spec;
  spec.window.title = "Navbat";
  spec.window.design = layout.design;
  spec.window.scale = 1;
  spec.screen_width_mm = settings.spec.width_mm;
  spec.catalogues = root / "assets" / "lang";
  spec.languages = kLanguages;
  spec.theme = board_theme(layout, Contrast::kNormal, usual.palette.brand, usual.palette.accent);
  spec.headless = true;
  spec.probe = true;
  spec.clock = [this] { return moment_; };
  moment_ = std::chrono::duration_cast<ui::Moment>(branch.now().time_since_epoch());
  shell = value_or_abort(ui::Shell::open(std::move(spec)));
  const auto rows = [](int count) { return static_cast<std::size_t>(count); };
  const bool counter = settings.spec.kind == LayoutKind::kCounter;
  ModelSettings model{.turns = settings.turns,
                      .zone = settings.zone,
                      .latest_rows = rows(layout.latest_rows),
                      .page_rows = std::max<std::size_t>(1, rows(layout.latest_rows_side))};
  if (counter) {
    model.above = settings.zone.counters.front();
  }
  BoardScene::Hooks hooks{
      .announce =
          [this](const Staged& staged) {
            announced.push_back((staged.call.recall ? "again " : "") + staged.call.label);
          },
      .notice =
          [this](const domain::Notice& notice) {
            notices.emplace_back(domain::to_string(notice.kind));
          },
      .emergency_over = [this] { ++emergencies_over; },
      .shown = [this](const CallLine& call) { shown.push_back(call.label); },
      .presented = [this] { ++frames; },
      .looked = {}};
  scene = std::make_unique<BoardScene>(
      *shell, branch, branch,
      SceneSettings{
          .model = std::move(model), .bank = "Meridian Bank", .layout = layout, .zone_name = {}},
      std::move(hooks));
  robot = std::make_unique<ui::Robot>(*shell, *scene, moment_);
  settle();
}

void BoardStage::settle() {
  shell->request_redraw();
  robot->settle();
}

void BoardStage::pass(domain::Milliseconds duration, bool in_contact) {
  constexpr domain::Milliseconds kStep{50};
  for (domain::Milliseconds passed{}; passed < duration; passed += kStep) {
    const domain::Milliseconds step = std::min(kStep, duration - passed);
    branch.pass(step);
    if (in_contact && branch.link().last_news && branch.now() - *branch.link().last_news >= 2s) {
      branch.heard();
    }
    robot->advance(step);
  }
}

}  // namespace navbat::board
