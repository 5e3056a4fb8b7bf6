#pragma once
// Sentences that a board says, and how the real speech program says them.

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "ui/text/catalogues.h"
#include "ui/voice/phrase.h"
#include "ui/voice/sound.h"

namespace navbat::board {

struct SpokenSample {
  std::string name;  // for a file: "call-A042-3"
  ui::Phrase phrase;
};

// Calls, recalls and short forms: first, last, round and awkward numbers, every letter, counters
// with figures and names.
[[nodiscard]] std::vector<SpokenSample> spoken_samples(const ui::Catalogue& words);

// By espeak-ng.
[[nodiscard]] tl::expected<ui::Sound, std::string> synthesise(const ui::Phrase& phrase);

[[nodiscard]] int peak_of(const ui::Sound& sound);

}  // namespace navbat::board
