#pragma once
// How long a phrase will take to say: learned for each language from what was said.

#include <map>
#include <string>

#include "ui/app/motion.h"
#include "ui/voice/phrase.h"

namespace navbat::ui {

// One thread.
class SpeakingRate {
 public:
  [[nodiscard]] Moment expected(const Phrase& phrase) const;
  void learn(const Phrase& phrase, Moment took);

 private:
  std::map<std::string, double, std::less<>> pace_;  // 1: as long as first guessed
};

}  // namespace navbat::ui
