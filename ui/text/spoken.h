#pragma once
// How things are said that are written otherwise: ticket numbers letter by letter, waits, times and
// dates in whole words. All words come from the catalogue (speech.*).

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/text/catalogue.h"
#include "ui/text/dates.h"

namespace navbat::ui {

// "A042" as letters and single digits: "A, zero four two". Letters are sent as the language names
// them: a Russian voice reads a Latin letter as English. Other characters are left out.
[[nodiscard]] std::string spell(const Catalogue& words, std::string_view label);

// '7': "seven".
[[nodiscard]] std::string spoken_digit(const Catalogue& words, char digit);

// Waits in minutes: "12 to 17 minutes", "about 5 minutes", "up to 5 minutes", "9 in 10 customers
// wait less than 20 minutes", "5 minutes".
[[nodiscard]] std::string spoken_range(const Catalogue& words, std::int64_t low, std::int64_t high);
[[nodiscard]] std::string spoken_about(const Catalogue& words, std::int64_t minutes);
[[nodiscard]] std::string spoken_up_to(const Catalogue& words, std::int64_t minutes);
[[nodiscard]] std::string spoken_limit(const Catalogue& words, std::int64_t minutes);
[[nodiscard]] std::string spoken_minutes(const Catalogue& words, std::int64_t minutes);

[[nodiscard]] std::string spoken_clock(const Catalogue& words, const WallTime& time);
[[nodiscard]] std::string spoken_date(const Catalogue& words, const WallTime& time);

// A number that names a thing: "third" where the language says it so (Uzbek: "uchinchi oyna"), else
// the figures as they are (speech.counter_number). `figures`: 1 to 4 digits.
[[nodiscard]] std::string spoken_place(const Catalogue& words, std::string_view figures);

// The text as a speech program can read it in the language of `words`: signs that have no sound are
// left out, and where its voice cannot count (espeak-ng's Uzbek says "one two" for 12) numbers up
// to 999,999 are written as words. Uzbek is always sent in Latin letters.
[[nodiscard]] std::string speakable(const Catalogue& words, std::string_view text);

}  // namespace navbat::ui
