// Saves pictures of every state of the board in every language into a folder: for people who judge
// how it looks, and for docs/pictures. Not a test; needs a display (or SDL_VIDEODRIVER=offscreen).
//   NAVBAT_SOURCE=. build/dev/tests/board_gallery FOLDER [LANGUAGE ... [STATE]]

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "tests/board/board_stage.h"

int main(int argc, char** argv) {
  using namespace navbat;
  if (argc < 2) {
    std::fprintf(stderr, "usage: board_gallery FOLDER [LANGUAGE ... [STATE]]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::vector<std::string> languages;
  std::string only;
  for (int i = 2; i < argc; ++i) {
    const bool known = std::find(board::kLanguages.begin(), board::kLanguages.end(), argv[i]) !=
                       board::kLanguages.end();
    if (known) {
      languages.emplace_back(argv[i]);
    } else {
      only = argv[i];
    }
  }
  for (const std::string& language : languages.empty() ? board::kLanguages : languages) {
    for (const board::NamedState& state : board::board_states()) {
      if (!only.empty() && state.name != only) {
        continue;
      }
      board::BoardStage stage({.headless = false, .languages = {language}});
      state.set(stage);
      const auto saved =
          stage.shell->screenshot(*stage.scene, folder / (language + "-" + state.name + ".png"));
      if (!saved) {
        std::fprintf(stderr, "%s\n", saved.error().c_str());
        return 1;
      }
    }
  }
  return 0;
}
