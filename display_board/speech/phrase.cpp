#include "display_board/speech/phrase.h"

#include <algorithm>

#include "ui/text/spoken.h"

namespace navbat::board {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Figures up to here are quicker heard as a number than digit by digit.
constexpr std::size_t kMostFigures = 2;

}  // namespace

std::string spoken_counter(const ui::Catalogue& words, std::string_view counter) {
  const bool figure =
      counter.size() <= kMostFigures && std::all_of(counter.begin(), counter.end(), is_digit);
  return figure ? std::string(counter) : ui::spell(words, counter);
}

std::string call_phrase(const ui::Catalogue& words, std::string_view label,
                        std::string_view counter, bool recall) {
  const std::string phrase = words.text(
      recall ? "speech.recall" : "speech.call",
      {{"ticket", ui::spell(words, label)}, {"counter", spoken_counter(words, counter)}});
  return ui::speakable(words, phrase);
}

}  // namespace navbat::board
