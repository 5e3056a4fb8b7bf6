#include "ui/voice/sound.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

namespace navbat::ui {
namespace {

constexpr double kFullScale = 32'767;
constexpr double kLoudness = 0.5;     // of full scale, at most: the words must not be quieter
constexpr double kAttack_s = 0.004;   // a click without it
constexpr double kRelease_s = 0.060;  // and another at the end
constexpr double kTurn = 2 * std::numbers::pi;

struct Note {
  double hertz;
  double start_s;
};

// A bell: a fundamental and two overtones, each dying away sooner the higher it is. `slowness`
// stretches its fading.
double bell(double hertz, double t, double slowness) {
  const double f = t / slowness;
  return 0.68 * std::sin(kTurn * hertz * t) * std::exp(-4.2 * f) +
         0.22 * std::sin(kTurn * hertz * 2 * t) * std::exp(-6.5 * f) +
         0.10 * std::sin(kTurn * hertz * 3 * t) * std::exp(-9.0 * f);
}

std::int16_t sample_of(double value, double fade) {
  value = std::clamp(value, -1.0, 1.0) * kLoudness * std::clamp(fade, 0.0, 1.0);
  return static_cast<std::int16_t>(std::lround(value * kFullScale));
}

Sound strike(std::span<const Note> notes, double length_s, double slowness = 1) {
  Sound sound;
  const auto count = static_cast<std::size_t>(length_s * sound.rate);
  sound.samples.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / sound.rate;
    double value = 0;
    for (const Note& note : notes) {
      if (t >= note.start_s) {
        const double since = t - note.start_s;
        value += bell(note.hertz, since, slowness) * std::min(1.0, since / kAttack_s);
      }
    }
    sound.samples.push_back(sample_of(value, (length_s - t) / kRelease_s));
  }
  return sound;
}

// Two hard tones in turn, without a pause: nothing else in a bank sounds like it.
Sound alarm() {
  constexpr double kTone_s = 0.4;
  constexpr int kTones = 8;
  constexpr std::array<double, 2> kHertz{960, 720};
  Sound sound;
  const auto in_tone = static_cast<std::size_t>(kTone_s * sound.rate);
  sound.samples.reserve(in_tone * kTones);
  for (std::size_t tone = 0; tone < kTones; ++tone) {
    const double hertz = kHertz[tone % 2];
    for (std::size_t i = 0; i < in_tone; ++i) {
      const double t = static_cast<double>(i) / sound.rate;
      const double value =
          0.75 * std::sin(kTurn * hertz * t) + 0.25 * std::sin(kTurn * 3 * hertz * t);
      const double edge = std::min(t, kTone_s - t) / kAttack_s;
      sound.samples.push_back(sample_of(value, edge));
    }
  }
  return sound;
}

}  // namespace

Sound make_chime(Chime chime) {
  constexpr Note kFalling[] = {{659.26, 0.0}, {523.25, 0.34}};
  constexpr Note kRising[] = {{523.25, 0.0}, {659.26, 0.17}, {783.99, 0.34}};
  constexpr Note kGong[] = {{196.00, 0.0}, {293.66, 0.0}};
  switch (chime) {
    case Chime::kNone:
      return {};
    case Chime::kCall:
      return strike(kFalling, 1.10);
    case Chime::kRecall:
      return strike(kRising, 1.05);
    case Chime::kMessage:
      return strike(kGong, 2.2, 2.5);
    case Chime::kEmergency:
      return alarm();
  }
  return {};
}

std::string_view to_string(Chime chime) {
  switch (chime) {
    case Chime::kNone:
      return "none";
    case Chime::kCall:
      return "call";
    case Chime::kRecall:
      return "recall";
    case Chime::kMessage:
      return "message";
    case Chime::kEmergency:
      return "emergency";
  }
  return "none";
}

std::chrono::milliseconds length_of(const Sound& sound) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(sound.samples.size()) * 1000 /
                                   sound.rate);
}

void scale(Sound& sound, float volume) {
  for (std::int16_t& sample : sound.samples) {
    const float value = std::round(static_cast<float>(sample) * volume);
    sample = static_cast<std::int16_t>(std::clamp(value, -32'768.0F, 32'767.0F));
  }
}

}  // namespace navbat::ui
