// Saves pictures of every layout and state of the board into a folder: for people who judge how it
// looks, and for docs/pictures. Not a test; needs a display (or SDL_VIDEODRIVER=offscreen).
//   NAVBAT_SOURCE=. build/dev/tests/board_gallery FOLDER [WORD ...]
// A WORD is a language, a layout, a state, "high" (contrast) or "together" (uz, ru, en side by
// side); without one of a sort all of that sort are saved, but in the usual contrast and in turn.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "tests/board/picture_stage.h"

namespace {

using namespace navbat;

struct Wanted {
  std::set<std::string> words;

  [[nodiscard]] bool has(const std::string& word) const { return words.contains(word); }

  // The names that were asked for, or all.
  [[nodiscard]] std::vector<std::string> of(std::vector<std::string> names) const {
    std::vector<std::string> asked;
    std::copy_if(names.begin(), names.end(), std::back_inserter(asked),
                 [this](const std::string& name) { return has(name); });
    return asked.empty() ? names : asked;
  }
};

template <typename Named>
std::vector<std::string> names_of(const std::vector<Named>& all) {
  std::vector<std::string> names;
  for (const Named& one : all) {
    names.push_back(one.name);
  }
  return names;
}

bool save_layout(const board::NamedLayout& layout, const Wanted& wanted,
                 const std::filesystem::path& folder) {
  const auto contrast = wanted.has("high") ? board::Contrast::kHigh : board::Contrast::kNormal;
  board::PictureStage stage({.spec = layout.spec, .contrast = contrast, .headless = false});
  const auto& states = board::states_of(layout.spec.kind);
  const auto names = wanted.of(names_of(states));
  for (const std::string& language : wanted.of(board::kLanguages)) {
    for (const board::SampleState& state : states) {
      if (std::find(names.begin(), names.end(), state.name) == names.end()) {
        continue;
      }
      board::Sample sample =
          board::usual_day(wanted.has("together") ? std::vector<std::string>{"uz", "ru", "en"}
                                                  : std::vector<std::string>{language});
      state.set(sample);
      stage.show(std::move(sample));
      const std::string tongue = wanted.has("together") ? "together" : language;
      const std::string high = wanted.has("high") ? "-high" : "";
      if (!stage.save(folder / (layout.name + high + "-" + tongue + "-" + state.name + ".png"))) {
        return false;
      }
    }
    if (wanted.has("together")) {
      return true;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: board_gallery FOLDER [WORD ...]\n");
    return 2;
  }
  const Wanted wanted{{argv + 2, argv + argc}};
  const auto chosen = wanted.of(names_of(board::layouts()));
  for (const board::NamedLayout& layout : board::layouts()) {
    const bool asked = std::find(chosen.begin(), chosen.end(), layout.name) != chosen.end();
    if (asked && !save_layout(layout, wanted, argv[1])) {
      return 1;
    }
  }
  return 0;
}
