// Saves pictures of every screen into a folder: for people who judge how it looks, and for
// docs/pictures. Not a test; needs a display (or SDL_VIDEODRIVER=offscreen).
//   NAVBAT_SOURCE=. build/dev/tests/kiosk_gallery FOLDER [WORD ...]
// Words choose languages (uz, ru …), looks (plain, contrast, large, large_contrast, lowered), ways
// (portrait, landscape) and screens (home, ticket …); without them: all, in portrait, plain.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>

#include "kiosk/printing/folder_printer.h"
#include "tests/kiosk/sample_branch.h"
#include "tests/kiosk/screen_checks.h"
#include "tests/kiosk/steps.h"

namespace {

using namespace navbat;
using kiosk::KioskStage;
using kiosk::Look;

struct Picture {
  const char* name;
  std::function<void(KioskStage&)> open;
};

void tap(KioskStage& stage, const std::string& id) {
  stage.robot->advance(ui::Moment{500});
  if (!stage.robot->tap(id)) {
    std::fprintf(stderr, "no %s\n", id.c_str());
  }
}

std::vector<Picture> pictures() {
  std::vector<Picture> all{
      {"home", [](KioskStage&) {}},
      {"languages", [](KioskStage& stage) { tap(stage, "bar/languages"); }},
      {"access", [](KioskStage& stage) { tap(stage, "bar/access"); }},
      {"closed",
       [](KioskStage& stage) {
         kiosk::close_some(stage.feed);
         stage.refresh();
       }},
      {"offline",
       [](KioskStage& stage) {
         kiosk::cut_line(stage.feed);
         stage.scene->printer_is(kiosk::PrinterHealth::kPaperOut, "paper out");
         stage.refresh();
       }},
      {"groups",
       [](KioskStage& stage) {
         kiosk::add_groups(stage.feed);
         stage.refresh();
       }},
      {"group",
       [](KioskStage& stage) {
         kiosk::add_groups(stage.feed);
         stage.refresh();
         tap(stage, "home/group/private");
       }},
      {"twelve",
       [](KioskStage& stage) {
         kiosk::set_services(stage.feed, 12);
         stage.refresh();
       }},
      {"suggestion",
       [](KioskStage& stage) {
         kiosk::add_alternatives(stage.feed);
         stage.refresh();
         tap(stage, "home/service/cards");
       }},
      {"taken",
       [](KioskStage& stage) {
         kiosk::add_alternatives(stage.feed);
         stage.refresh();
         tap(stage, "home/service/cards");
         tap(stage, "suggestion/option/app");
       }},
      {"still_there",
       [](KioskStage& stage) {
         kiosk::add_alternatives(stage.feed);
         stage.refresh();
         tap(stage, "home/service/cards");
         stage.robot->advance(ui::Moment{45'000});
       }},
      {"ticket", [](KioskStage& stage) { tap(stage, "home/service/payments"); }},
      {"no_paper",
       [](KioskStage& stage) {
         stage.printer.fails = true;
         tap(stage, "home/service/payments");
       }},
      {"attract", [](KioskStage& stage) { stage.robot->advance(ui::Moment{120'000}); }},
  };
  for (const kiosk::StepCase& step : kiosk::all_steps()) {
    all.push_back({step.name.c_str(), [&step](KioskStage& stage) {
                     step.prepare(stage);
                     step.go(stage);
                   }});
  }
  return all;
}

void save(const std::filesystem::path& folder, const std::string& language, Look look,
          const std::string& way, const std::vector<std::string>& only) {
  for (const Picture& picture : pictures()) {
    if (!only.empty() && std::ranges::find(only, picture.name) == only.end()) {
      continue;
    }
    kiosk::StageSpec spec =
        stage_of(language, way == "landscape" ? kiosk::Way::kLandscape : kiosk::Way::kPortrait);
    spec.headless = false;
    if (picture.name == std::string("attract")) {
      spec.attract_after = ui::Moment{60'000};
    }
    KioskStage stage(spec);
    put_on(stage, look);
    picture.open(stage);
    stage.robot->advance(ui::Moment{1200});
    const std::string name =
        language + "-" + name_of(look) + "-" + (way == "portrait" ? "" : way + "-") + picture.name;
    if (auto saved = stage.shell->screenshot(*stage.scene, folder / (name + ".png")); !saved) {
      std::fprintf(stderr, "%s\n", saved.error().c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: kiosk_gallery FOLDER [LANGUAGE | LOOK | WAY | SCREEN ...]\n");
    return 2;
  }
  std::vector<std::string> languages;
  std::vector<std::string> ways;
  std::vector<std::string> screens;
  std::vector<Look> looks;
  for (int i = 2; i < argc; ++i) {
    const std::string word = argv[i];
    const auto* const look = std::ranges::find_if(
        kiosk::kLooks, [&](Look candidate) { return name_of(candidate) == word; });
    if (look != kiosk::kLooks.end()) {
      looks.push_back(*look);
    } else if (std::ranges::find(kiosk::kLanguages, word) != kiosk::kLanguages.end()) {
      languages.push_back(word);
    } else if (word == "portrait" || word == "landscape") {
      ways.push_back(word);
    } else {
      screens.push_back(word);
    }
  }
  languages = languages.empty() ? kiosk::kLanguages : languages;
  looks = looks.empty() ? std::vector{Look::kPlain} : looks;
  ways = ways.empty() ? std::vector<std::string>{"portrait"} : ways;
  for (const std::string& language : languages) {
    for (const Look look : looks) {
      for (const std::string& way : ways) {
        save(argv[1], language, look, way, screens);
      }
    }
  }
  return 0;
}
