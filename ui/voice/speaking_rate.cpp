#include "ui/voice/speaking_rate.h"

#include <algorithm>
#include <cmath>

#include "ui/voice/voice_limits.h"

namespace navbat::ui {
namespace {

// Phrases of one language differ a little.
constexpr double kMargin = 1.03;
// What the latest phrase weighs against all before.
constexpr double kLatest = 0.25;
// No voice is quicker or slower than this; a clip of a cough teaches nothing.
constexpr double kQuickest = 0.4;
constexpr double kSlowest = 4;

double guess_ms(const Phrase& phrase) {
  Moment::rep letters = 0;
  for (const char c : phrase.text) {
    const bool inside_code_point = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    const bool figure = c >= '0' && c <= '9';
    letters += inside_code_point ? 0 : figure ? kLettersOfAFigure : 1;
  }
  return static_cast<double>((kPhraseRest + letters * kPerLetter).count());
}

}  // namespace

Moment SpeakingRate::expected(const Phrase& phrase) const {
  const auto known = pace_.find(phrase.language);
  const double pace = known == pace_.end() ? 1 : known->second * kMargin;
  return Moment(std::lround(guess_ms(phrase) * pace));
}

void SpeakingRate::learn(const Phrase& phrase, Moment took) {
  const double pace =
      std::clamp(static_cast<double>(took.count()) / guess_ms(phrase), kQuickest, kSlowest);
  const auto [known, first] = pace_.try_emplace(phrase.language, pace);
  if (!first) {
    known->second += (pace - known->second) * kLatest;
  }
}

}  // namespace navbat::ui
