#pragma once
// What the voice says of a call, in the words of one language.

#include <string>
#include <string_view>
#include <vector>

#include "ui/text/catalogue.h"
#include "ui/voice/phrase.h"

namespace navbat::board {

// "Ticket A, zero four two, counter 3."
[[nodiscard]] ui::Phrase call_phrase(const ui::Catalogue& words, std::string_view label,
                                     std::string_view counter, bool recall);

// For want of time: "A, zero four two, 3."
[[nodiscard]] ui::Phrase number_phrase(const ui::Catalogue& words, std::string_view label,
                                       std::string_view counter);

// `name` of the recordings of a sentence's own words: call-1, call-2 … where the text is
// `pattern`, cut at its {slots}.
struct Literal {
  std::string clip;
  std::string text;  // without the punctuation around it
};
[[nodiscard]] std::vector<Literal> literals_of(std::string_view pattern, std::string_view name);

}  // namespace navbat::board
