#include "ui/voice/sound.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

namespace navbat::ui {
namespace {

constexpr double kFullScale = 32'767;

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

struct Note {
  double hertz;
  double start_s;
};

// A bell: a fundamental and two overtones, each dying away sooner the higher it is.
double bell(double hertz, double t) {
  constexpr double kTurn = 2 * std::numbers::pi;
  return 0.68 * std::sin(kTurn * hertz * t) * std::exp(-4.2 * t) +
         0.22 * std::sin(kTurn * hertz * 2 * t) * std::exp(-6.5 * t) +
         0.10 * std::sin(kTurn * hertz * 3 * t) * std::exp(-9.0 * t);
}

Sound strike(std::span<const Note> notes, double length_s) {
  constexpr double kLoudness = 0.5;
  constexpr double kAttack_s = 0.004;   // a click without it
  constexpr double kRelease_s = 0.060;  // and another at the end
  Sound sound;
  const auto count = static_cast<std::size_t>(length_s * sound.rate);
  sound.samples.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / sound.rate;
    double value = 0;
    for (const Note& note : notes) {
      if (t >= note.start_s) {
        const double since = t - note.start_s;
        value += bell(note.hertz, since) * std::min(1.0, since / kAttack_s);
      }
    }
    const double fade = std::min(1.0, (length_s - t) / kRelease_s);
    value = std::clamp(value * kLoudness * fade, -1.0, 1.0);
    sound.samples.push_back(static_cast<std::int16_t>(std::lround(value * kFullScale)));
  }
  return sound;
}

}  // namespace

tl::expected<Sound, std::string> parse_wav(std::string_view bytes) {
  constexpr std::size_t kRiffHeader = 12;
  constexpr std::size_t kChunkHeader = 8;
  constexpr std::size_t kFormatBytes = 16;
  if (bytes.size() < kRiffHeader || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") {
    return tl::unexpected<std::string>("not a WAV file; expected RIFF WAVE");
  }
  Sound sound;
  bool format_seen = false;
  std::size_t at = kRiffHeader;
  while (bytes.size() - at >= kChunkHeader) {
    const std::string_view name = bytes.substr(at, 4);
    const std::size_t said = little_endian(bytes, at + 4, 4);
    at += kChunkHeader;
    const std::size_t length = std::min(said, bytes.size() - at);
    if (name == "fmt " && length >= kFormatBytes) {
      const bool usable = little_endian(bytes, at, 2) == 1 &&
                          little_endian(bytes, at + 2, 2) == 1 &&
                          little_endian(bytes, at + 14, 2) == 16;
      sound.rate = static_cast<int>(little_endian(bytes, at + 4, 4));
      if (!usable || sound.rate < 8'000 || sound.rate > 192'000) {
        return tl::unexpected<std::string>(
            "a WAV file of another kind; expected 16-bit PCM, one channel");
      }
      format_seen = true;
    } else if (name == "data" && format_seen) {
      sound.samples.reserve(length / 2);
      for (std::size_t i = 0; i + 1 < length; i += 2) {
        sound.samples.push_back(static_cast<std::int16_t>(little_endian(bytes, at + i, 2)));
      }
      return sound;
    }
    at += std::min(length + length % 2, bytes.size() - at);
  }
  return tl::unexpected<std::string>("a WAV file without sound; expected a fmt and a data chunk");
}

Sound make_chime(Chime chime) {
  constexpr Note kFalling[] = {{659.26, 0.0}, {523.25, 0.34}};
  constexpr Note kRising[] = {{523.25, 0.0}, {659.26, 0.17}, {783.99, 0.34}};
  if (chime == Chime::kNone) {
    return {};
  }
  return chime == Chime::kCall ? strike(kFalling, 1.10) : strike(kRising, 1.05);
}

void scale(Sound& sound, float volume) {
  for (std::int16_t& sample : sound.samples) {
    const float value = std::round(static_cast<float>(sample) * volume);
    sample = static_cast<std::int16_t>(std::clamp(value, -32'768.0F, 32'767.0F));
  }
}

}  // namespace navbat::ui
