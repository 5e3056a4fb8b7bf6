// Saves pictures of every screen in every language and look into a folder: for people who judge how
// it looks, and for docs/pictures. Not a test; needs a display (or SDL_VIDEODRIVER=offscreen).
//   NAVBAT_SOURCE=. build/dev/tests/kiosk_gallery FOLDER [LANGUAGE ...]

#include <cstdio>
#include <filesystem>

#include "kiosk/printing/folder_printer.h"
#include "tests/kiosk/kiosk_stage.h"

namespace {

using namespace navbat;
using kiosk::KioskStage;

void save(KioskStage& stage, const std::filesystem::path& file) {
  stage.robot->advance(ui::Moment{1200});
  if (auto saved = stage.shell->screenshot(*stage.scene, file); !saved) {
    std::fprintf(stderr, "%s\n", saved.error().c_str());
  }
}

void visit(KioskStage& stage, const std::filesystem::path& folder, const std::string& name) {
  save(stage, folder / (name + "-home.png"));
  stage.robot->tap("home/languages");
  save(stage, folder / (name + "-languages.png"));
  stage.robot->tap("languages/close");
  stage.robot->advance(ui::Moment{1000});
  stage.robot->tap("home/service/payments");
  save(stage, folder / (name + "-ticket.png"));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: kiosk_gallery FOLDER [LANGUAGE ...]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::vector<std::string> languages(argv + 2, argv + argc);
  if (languages.empty()) {
    languages = kiosk::kLanguages;
  }
  for (const std::string& language : languages) {
    KioskStage stage({.headless = false, .first_language = language});
    visit(stage, folder, language);
    if (auto out = kiosk::FolderPrinter(folder).print(stage.printer.last, language + "-paper", {});
        out.outcome != kiosk::PrintOutcome::kPrinted) {
      std::fprintf(stderr, "%s\n", out.why.c_str());
    }
    stage.robot->tap("ticket/done");
    stage.robot->tap("home/contrast");
    visit(stage, folder, language + "-contrast");
    stage.robot->tap("ticket/done");
    stage.robot->tap("home/large_text");
    visit(stage, folder, language + "-large");
  }
  return 0;
}
