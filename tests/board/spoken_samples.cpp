#include "tests/board/spoken_samples.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "display_board/speech/call_phrase.h"
#include "ui/voice/speech.h"

namespace navbat::board {

std::vector<SpokenSample> spoken_samples(const ui::Catalogue& words) {
  constexpr std::array<std::string_view, 12> kFigures{"000", "001", "007", "010", "012", "021",
                                                      "042", "100", "111", "315", "500", "999"};
  constexpr std::array<std::string_view, 6> kCounters{"1", "3", "8", "12", "40", "Cash-2"};
  std::vector<SpokenSample> samples;
  for (int letter = 0; letter < 26; ++letter) {
    const auto at = static_cast<std::size_t>(letter);
    std::string label(1, static_cast<char>('A' + letter));
    label += kFigures[at % kFigures.size()];
    const std::string counter(kCounters[at % kCounters.size()]);
    const bool recall = letter % 3 == 1;
    samples.push_back({.name = (recall ? "recall-" : "call-") + label + "-" + counter,
                       .phrase = call_phrase(words, label, counter, recall)});
  }
  samples.push_back({.name = "offline-AX01-2", .phrase = call_phrase(words, "AX01", "2", false)});
  samples.push_back({.name = "number-A042-3", .phrase = number_phrase(words, "A042", "3")});
  samples.push_back(
      {.name = "longest-name", .phrase = call_phrase(words, "W777", std::string(40, 'w'), true)});
  return samples;
}

tl::expected<ui::Sound, std::string> synthesise(const ui::Phrase& phrase) {
  ui::SpeechProgram speech;
  auto utterance = speech.begin(phrase.language, phrase.text);
  if (!utterance) return tl::unexpected(utterance.error());
  return (*utterance)->finish({});
}

int peak_of(const ui::Sound& sound) {
  int peak = 0;
  for (const std::int16_t sample : sound.samples) {
    peak = std::max(peak, std::abs(static_cast<int>(sample)));
  }
  return peak;
}

}  // namespace navbat::board
