#pragma once
// What the voice says of a call, in the words of one language.

#include <string>
#include <string_view>

#include "ui/text/catalogue.h"

namespace navbat::board {

// A counter's name: a figure is left to the voice ("12" as a number), anything else is spelled.
[[nodiscard]] std::string spoken_counter(const ui::Catalogue& words, std::string_view counter);

[[nodiscard]] std::string call_phrase(const ui::Catalogue& words, std::string_view label,
                                      std::string_view counter, bool recall);

}  // namespace navbat::board
