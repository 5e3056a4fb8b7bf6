#pragma once
// How a ticket's number is called out: digit by digit or as a number, as the language does.

#include <string>
#include <string_view>
#include <vector>

#include "ui/text/catalogue.h"

namespace navbat::ui {

// One thing that is said: a letter, a digit, or a whole number.
struct LabelPart {
  std::string written;  // "A", "0", "42"
  std::string text;     // as it is sent to a voice: "А", "ноль", "42"
  bool operator==(const LabelPart&) const = default;
};

// "A042": in English A, zero, four, two; in Russian А, ноль, 42 (speech.ticket_number). Letters go
// by the language's own names. Characters that are neither letters nor digits are left out.
[[nodiscard]] std::vector<LabelPart> read_label(const Catalogue& words, std::string_view label);

// Only the digits `digits`, as a number after its leading zeros, or one by one when they are too
// many for a number.
[[nodiscard]] std::vector<LabelPart> read_as_number(const Catalogue& words,
                                                    std::string_view digits);

[[nodiscard]] LabelPart read_letter(const Catalogue& words, char letter);

// The parts in a row, with a short rest where letters and figures meet.
[[nodiscard]] std::string joined(const std::vector<LabelPart>& parts);

}  // namespace navbat::ui
