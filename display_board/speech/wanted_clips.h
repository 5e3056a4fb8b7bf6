#pragma once
// What a speaker has to record for a language, so that every call is said from recordings.

#include <string>
#include <vector>

#include "ui/text/catalogue.h"

namespace navbat::board {

struct WantedClip {
  std::string name;  // of the file, without .wav
  std::string text;  // to be said
};

// The sentences' own words, letters, and the numbers that all others are put together from.
[[nodiscard]] std::vector<WantedClip> wanted_clips(const ui::Catalogue& words);

}  // namespace navbat::board
