#pragma once
// Writes sound where recordings are looked for, or for people to listen to.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "ui/voice/sound.h"

namespace navbat::testing {

inline std::string wav_bytes(const ui::Sound& sound, int channels = 1) {
  std::string bytes;
  const auto add = [&bytes](std::size_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
  };
  const std::size_t data = sound.samples.size() * sizeof(std::int16_t);
  const auto rate = static_cast<std::size_t>(sound.rate);
  const auto frame = static_cast<std::size_t>(channels) * 2;
  bytes += "RIFF";
  add(36 + data, 4);
  bytes += "WAVEfmt ";
  add(16, 4);
  add(1, 2);  // PCM
  add(static_cast<std::size_t>(channels), 2);
  add(rate, 4);
  add(rate * frame, 4);
  add(frame, 2);
  add(16, 2);
  bytes += "data";
  add(data, 4);
  for (const std::int16_t sample : sound.samples) add(static_cast<std::uint16_t>(sample), 2);
  return bytes;
}

// Makes the folder as well.
inline void write_wav(const std::filesystem::path& file, const ui::Sound& sound) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << wav_bytes(sound);
}

}  // namespace navbat::testing
