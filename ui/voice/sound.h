#pragma once
// Sound in memory: mono, 16 bits.

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

namespace navbat::ui {

struct Sound {
  int rate = 22'050;  // samples a second
  std::vector<std::int16_t> samples;
};

[[nodiscard]] std::chrono::milliseconds length_of(const Sound& sound);

// What is heard before the words, or instead of them.
enum class Chime {
  kNone,       // words only
  kCall,       // ding, dong: falling
  kRecall,     // three quick rising notes: not to be confused
  kMessage,    // a deep gong: something is said to all
  kEmergency,  // two hard tones in turn
};

// "call", "recall", "message", "emergency": also the names of recorded ones.
[[nodiscard]] std::string_view to_string(Chime chime);

// Computed; never louder than half of full scale.
[[nodiscard]] Sound make_chime(Chime chime);

// `volume` 0 to 1; out-of-range samples are held at full scale.
void scale(Sound& sound, float volume);

}  // namespace navbat::ui
