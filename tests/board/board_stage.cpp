#include "tests/board/board_stage.h"

#include <cstdio>
#include <cstdlib>

namespace navbat::board {
namespace {

using namespace std::chrono_literals;

void usual_day(BoardStage& stage, int waiting, int calls) {
  client::QueueSnapshot snapshot = stage.branch.picture();
  fill_queue(snapshot, waiting);
  snapshot.calls = past_calls(stage.branch, calls, 40s);
  stage.branch.snapshot(snapshot);
  stage.settle();
}

void call_now(BoardStage& stage, const std::string& label, const std::string& counter,
              bool recall = false) {
  stage.branch.call(label, counter, stage.scene->picture().language, recall);
  stage.settle();
  stage.jump(1'200ms);
}

void long_names(BoardStage& stage) {
  client::BranchInfo& info = stage.branch.info();
  info.bank = "Aksiyadorlik tijorat Oʻzbekiston banki";
  for (auto& [language, name] : info.name) {
    name = "Мирзо Улугбекский филиал на Буюк Ипак Йули";
  }
  for (client::ServiceInfo& service : info.services) {
    for (auto& [language, name] : service.name) {
      name = "Обслуживание юридических лиц и предпринимателей";
    }
  }
  stage.branch.rename();
  client::QueueSnapshot snapshot = stage.branch.picture();
  fill_queue(snapshot, 1234);
  for (client::ServiceQueue& queue : snapshot.services) {
    queue.promise = client::WaitRange{115min, 145min, 190min};
  }
  for (client::NextInLine& next : snapshot.next) {
    next.label = "W1024";
  }
  snapshot.calls = past_calls(stage.branch, 12, 40s);
  for (client::Call& call : snapshot.calls) {
    call.label = "WX1024";
    call.counter = domain::CounterId("Consultation-Room-of-the-Branch-Manager1");
  }
  snapshot.calls[1].counter = domain::CounterId("128");
  stage.branch.snapshot(snapshot);
  stage.settle();
  call_now(stage, "WX1024", "Consultation-Room-of-the-Branch-Manager1");
}

}  // namespace

BoardStage::BoardStage(StageSettings settings) {
  const char* source = std::getenv("NAVBAT_SOURCE");
  const std::filesystem::path root = source != nullptr ? source : ".";
  constexpr float kWidthMm = 1218;
  const ui::Theme usual = ui::light_theme();
  ui::ShellSpec spec;
  spec.window.title = "Navbat";
  spec.window.design = {kDesignWidth, kDesignHeight};
  spec.window.scale = settings.scale;
  spec.screen_width_mm = kWidthMm;
  spec.catalogues = root / "assets" / "lang";
  spec.languages = kLanguages;
  spec.logo = root / "assets" / "icons" / "bank.png";
  spec.theme = board_theme(kWidthMm, usual.palette.brand, usual.palette.accent);
  spec.headless = settings.headless;
  spec.probe = true;
  spec.clock = [this] { return moment_; };
  moment_ = std::chrono::duration_cast<ui::Moment>(branch.now().time_since_epoch());
  auto opened = ui::Shell::open(std::move(spec));
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().c_str());
    std::abort();
  }
  shell = std::move(*opened);
  SceneSettings scene_settings{.model = {.languages = settings.languages, .language_turn = 15s},
                               .bank = "Meridian Bank"};
  BoardScene::Hooks hooks{
      .announce =
          [this](const Staged& staged) {
            announced.push_back((staged.call.recall ? "again " : "") + staged.call.label);
          },
      .shown = [this](const CallLine& call) { shown.push_back(call.label); },
      .presented = [this] { ++frames; }};
  scene = std::make_unique<BoardScene>(*shell, branch, branch, std::move(scene_settings),
                                       std::move(hooks));
  robot = std::make_unique<ui::Robot>(*shell, *scene, moment_);
  settle();
}

void BoardStage::settle() {
  shell->request_redraw();
  robot->settle();
}

void BoardStage::jump(domain::Milliseconds duration) {
  branch.pass(duration);
  moment_ += duration;
  branch.heard();
  settle();
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

std::vector<NamedState> board_states() {
  return {
      {"starting", [](BoardStage&) {}},
      {"closed",
       [](BoardStage& stage) {
         client::QueueSnapshot snapshot = stage.branch.picture();
         snapshot.counters_open = 0;
         stage.branch.snapshot(snapshot);
         stage.settle();
       }},
      {"first-morning",
       [](BoardStage& stage) {
         stage.branch.snapshot(stage.branch.picture());
         stage.settle();
       }},
      {"one-call",
       [](BoardStage& stage) {
         usual_day(stage, 3, 0);
         call_now(stage, "A042", "3");
       }},
      {"twelve-calls",
       [](BoardStage& stage) {
         usual_day(stage, 14, 12);
         call_now(stage, "A042", "3");
       }},
      {"forty-waiting",
       [](BoardStage& stage) {
         usual_day(stage, 40, 12);
         call_now(stage, "B088", "12");
         stage.branch.call("C119", "5");
         stage.branch.call("AX07", "8");
         stage.settle();
       }},
      {"recall",
       [](BoardStage& stage) {
         usual_day(stage, 14, 12);
         call_now(stage, "E012", "6", true);
       }},
      {"past",
       [](BoardStage& stage) {
         usual_day(stage, 14, 12);
         call_now(stage, "A042", "3");
         stage.jump(25s);
       }},
      {"long-names", long_names},
      {"cut-off-5s",
       [](BoardStage& stage) {
         usual_day(stage, 14, 12);
         stage.pass(12s, false);
       }},
      {"cut-off-30s",
       [](BoardStage& stage) {
         usual_day(stage, 14, 12);
         stage.pass(31s, false);
       }},
  };
}

}  // namespace navbat::board
