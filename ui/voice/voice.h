#pragma once
// What a program says its words with.

#include <cstdint>
#include <string>

#include "ui/voice/sound.h"

namespace navbat::ui {

// Read to somebody who listens: never too late.
struct Announcement {
  Chime chime = Chime::kCall;
  std::string language;  // BCP 47
  std::string text;
  std::int64_t id = 0;  // the caller's; comes back when it was spoken
};

// Any thread; nothing here ever waits.
class Voice {
 public:
  virtual ~Voice() = default;

  // One after the other, in order.
  virtual void say(Announcement announcement) = 0;

  // Ends in the middle of a word and forgets what waits.
  virtual void stop_all() = 0;

  // 0 to 100, from the next announcement on.
  virtual void set_volume(int percent) = 0;
};

}  // namespace navbat::ui
