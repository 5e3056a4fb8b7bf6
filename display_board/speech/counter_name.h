#pragma once
// A counter's name as it is said: "3", "Cash, 2", "V I P, 12".

#include <string>
#include <string_view>
#include <vector>

#include "ui/text/catalogue.h"
#include "ui/text/label_reading.h"
#include "ui/voice/phrase.h"

namespace navbat::board {

// Figures as a number ("third" where the language says it so), words as words, other letters one by
// one. Of a long name only its first word and its number: "private-banking-desk-1" is "private, 1".
[[nodiscard]] std::vector<ui::LabelPart> read_counter(const ui::Catalogue& words,
                                                      std::string_view counter);

// The recordings of one part: "counter-3" where there is one, for languages that say "third".
[[nodiscard]] ui::ClipChoice counter_clips(const ui::Catalogue& words, const ui::LabelPart& part);

}  // namespace navbat::board
