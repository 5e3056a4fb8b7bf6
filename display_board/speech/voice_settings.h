#pragma once
// The board's [audio] table.

#include <filesystem>
#include <string>
#include <vector>

#include "display_board/speech/volume_hours.h"
#include "system/config_reader.h"

namespace navbat::board {

struct VoiceSettings {
  bool on = true;
  float volume = 1;                     // 0 to 1
  float emergency_volume = 0.8F;        // at least, whatever the hour
  std::string program = "espeak-ng";    // takes -v VOICE --stdout -- TEXT and writes a WAV
  std::string second_language = {};     // each call once more in this one; empty: none
  std::filesystem::path sounds = {};    // recordings; empty: none
  std::vector<VolumeHours> hours = {};  // volume by the clock; later ones win
};

// Throws system::ConfigError.
[[nodiscard]] VoiceSettings read_voice(system::ConfigReader& reader);

}  // namespace navbat::board
