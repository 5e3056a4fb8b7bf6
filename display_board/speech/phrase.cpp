#include "display_board/speech/phrase.h"

#include <algorithm>

namespace navbat::board {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char capital_of(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Figures up to here are quicker heard as a number than digit by digit.
constexpr std::size_t kMostFigures = 2;

}  // namespace

std::string spell(const ui::Catalogue& words, std::string_view label) {
  std::string spoken;
  char before = ' ';
  for (const char raw : label) {
    const char letter = capital_of(raw);
    if (!is_digit(letter) && !is_capital(letter)) {
      continue;
    }
    if (!spoken.empty()) {
      // A short rest between the letters and the figures.
      spoken += is_capital(before) && is_digit(letter) ? ", " : " ";
    }
    const std::string name(1, letter);
    spoken +=
        is_digit(letter) ? words.text("speech.digit." + name) : words.text("speech.letter." + name);
    before = letter;
  }
  return spoken;
}

std::string spoken_counter(const ui::Catalogue& words, std::string_view counter) {
  const bool figure =
      counter.size() <= kMostFigures && std::all_of(counter.begin(), counter.end(), is_digit);
  return figure ? std::string(counter) : spell(words, counter);
}

std::string call_phrase(const ui::Catalogue& words, std::string_view label,
                        std::string_view counter, bool recall) {
  return words.text(recall ? "speech.recall" : "speech.call",
                    {{"ticket", spell(words, label)}, {"counter", spoken_counter(words, counter)}});
}

}  // namespace navbat::board
