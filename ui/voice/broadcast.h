#pragma once
// What a whole hall hears, and what became of it.

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/app/motion.h"
#include "ui/voice/phrase.h"
#include "ui/voice/sound.h"

namespace navbat::ui {

struct Broadcast {
  std::int64_t id = 0;  // the caller's; comes back in the hooks. 0: nobody asks
  Chime chime = Chime::kCall;
  std::vector<Phrase> words;     // in one language after the other
  std::optional<Phrase> number;  // the short form, for want of time

  // When it came on the picture. The voice shortens it, or leaves it out, rather than be later than
  // the settings allow. Nothing: it takes as long as it takes.
  std::optional<Moment> shown_at;

  // Others go first, between its sentences too.
  bool patient = false;

  // Ends what is being said and forgets what waits.
  bool urgent = false;
  // Said again so long after it was heard, until stop_all() or the next urgent one.
  std::optional<Moment> again_after;
  int least_volume = 0;  // percent; also when the volume is set lower
};

enum class HeardForm { kNothing, kChime, kNumber, kWords };

struct Heard {
  std::int64_t id = 0;
  HeardForm form = HeardForm::kNothing;  // the most that was heard to its end
  std::optional<Moment> first_sample;    // given to the device; nothing with kNothing
};

}  // namespace navbat::ui
