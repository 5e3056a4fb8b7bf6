#pragma once
// Sound in memory: mono, 16 bits.

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace navbat::ui {

struct Sound {
  int rate = 22'050;  // samples a second
  std::vector<std::int16_t> samples;
};

// Reads a RIFF WAVE file: PCM, 16 bits, one channel. A data length that exceeds the bytes means
// "to the end", as a program writes that cannot seek back in a pipe. The error says what was
// expected.
[[nodiscard]] tl::expected<Sound, std::string> parse_wav(std::string_view bytes);

enum class Chime {
  kNone,    // words only
  kCall,    // ding, dong: falling
  kRecall,  // three quick rising notes: not to be confused
};

// Struck bells, computed; no louder than half of full scale.
[[nodiscard]] Sound make_chime(Chime chime);

// `volume` 0 to 1; out-of-range samples are held at full scale.
void scale(Sound& sound, float volume);

}  // namespace navbat::ui
