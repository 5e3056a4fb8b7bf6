#pragma once
// Where sound goes: a real device, or a test's ear.

#include <functional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "ui/voice/sound.h"

namespace navbat::ui {

// Used by one thread.
class AudioOut {
 public:
  using Begun = std::function<void()>;

  virtual ~AudioOut() = default;

  // Plays `sound` and returns when it has been heard, or soon after `stop` fired. Calls `begun`
  // from within when the first sample is given to the device. The error is one line; the next call
  // tries the device afresh.
  virtual tl::expected<void, std::string> play(const Sound& sound, const std::stop_token& stop,
                                               const Begun& begun) = 0;

  // A pause begins: gives the device back, so that it costs nothing and a changed one is found.
  virtual void rest() {}
};

}  // namespace navbat::ui
