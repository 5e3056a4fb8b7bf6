#include "display_board/speech/wanted_clips.h"

#include "display_board/speech/call_phrase.h"
#include "ui/text/label_reading.h"
#include "ui/text/spoken.h"

namespace navbat::board {
namespace {

// 0 to 20, then tens, then hundreds.
std::vector<int> numbers(int most) {
  std::vector<int> wanted;
  for (int value = 0; value <= most; value += value < 20 ? 1 : value < 100 ? 10 : 100) {
    wanted.push_back(value);
  }
  return wanted;
}

constexpr int kMostInTickets = 900;  // and what follows, put together: up to 999
constexpr int kMostCounters = 30;    // and up to 39

}  // namespace

std::vector<WantedClip> wanted_clips(const ui::Catalogue& words) {
  std::vector<WantedClip> wanted;
  for (const auto& [key, name] :
       {std::pair{"speech.call", "call"}, std::pair{"speech.recall", "recall"}}) {
    for (Literal& literal : literals_of(words.text(key), name)) {
      wanted.push_back({.name = std::move(literal.clip), .text = std::move(literal.text)});
    }
  }
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    const ui::LabelPart part = ui::read_letter(words, letter);
    wanted.push_back({.name = part.written, .text = part.text});
  }
  for (const int value : numbers(kMostInTickets)) {
    const std::string figures = std::to_string(value);
    wanted.push_back({.name = figures, .text = ui::speakable(words, figures)});
  }
  if (words.text("speech.counter_number") == "ordinal") {
    for (const int value : numbers(kMostCounters)) {
      const std::string figures = std::to_string(value);
      if (value > 0) {
        wanted.push_back({.name = "counter-" + figures, .text = ui::spoken_place(words, figures)});
      }
    }
  }
  return wanted;
}

}  // namespace navbat::board
