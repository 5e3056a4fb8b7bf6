#pragma once
// One sentence in one language, for a speech program or as recorded clips.

#include <string>
#include <string_view>
#include <vector>

namespace navbat::ui {

// Names of recorded clips that are played one after the other: "40", "2".
using ClipRow = std::vector<std::string>;

// The ways in which one piece of a sentence may be recorded, best first: "42", or "40" and "2".
using ClipChoice = std::vector<ClipRow>;

struct Phrase {
  std::string language;  // BCP 47
  std::string text;      // as it is given to a speech program
  // Its pieces in order. All must be recorded, or none is used: two voices in one sentence sound
  // broken. Empty: there are no recordings of this.
  std::vector<ClipChoice> clips;
};

// The recordings that a number may be made of: the whole, or hundreds, tens and ones as every
// language of ours puts them in a row ("300", "40", "2"; up to 20 one clip). Up to three digits;
// more are only looked for as a whole.
[[nodiscard]] ClipChoice number_clips(std::string_view figures);

}  // namespace navbat::ui
