#include "display_board/speech/voice_settings.h"

#include <algorithm>
#include <optional>

#include "display_board/languages.h"

namespace navbat::board {
namespace {

// "08:30" in minutes.
std::optional<int> parse_clock(std::string_view text) {
  const auto digit = [text](std::size_t at) { return text[at] - '0'; };
  if (text.size() != 5 || text[2] != ':') {
    return std::nullopt;
  }
  for (const std::size_t at : {0U, 1U, 3U, 4U}) {
    if (digit(at) < 0 || digit(at) > 9) {
      return std::nullopt;
    }
  }
  const int hour = digit(0) * 10 + digit(1);
  const int minute = digit(3) * 10 + digit(4);
  return hour < 24 && minute < 60 ? std::optional(hour * 60 + minute) : std::nullopt;
}

int clock_time(system::ConfigReader& reader, const std::string& key) {
  const auto minutes = parse_clock(reader.text(key));
  if (!minutes) {
    reader.fail(key, "a time from \"00:00\" to \"23:59\"");
  }
  return *minutes;
}

VolumeHours read_hours(system::ConfigReader& reader, const std::string& entry) {
  VolumeHours hours;
  hours.from_min = clock_time(reader, entry + ".from");
  hours.to_min = clock_time(reader, entry + ".to");
  if (hours.from_min == hours.to_min) {
    reader.fail(entry + ".to", "another time than its from");
  }
  hours.volume = static_cast<float>(reader.number(entry + ".volume", 0, 1));
  return hours;
}

}  // namespace

VoiceSettings read_voice(system::ConfigReader& reader) {
  VoiceSettings voice;
  voice.on = reader.flag_or("audio.on", true);
  voice.volume = static_cast<float>(reader.number_or("audio.volume", 0, 1, 1));
  voice.emergency_volume =
      static_cast<float>(reader.number_or("audio.emergency_volume", 0.1, 1, 0.8));
  voice.program = reader.text_or("audio.program", "espeak-ng");
  voice.sounds = reader.path_or("audio.sounds", {});
  voice.second_language = reader.text_or("audio.second_language", "");
  if (!voice.second_language.empty() &&
      std::find(kLanguages.begin(), kLanguages.end(), voice.second_language) == kLanguages.end()) {
    reader.fail("audio.second_language", "one of uz, uz-Cyrl, az, tr, pl, ru, en");
  }
  const std::size_t count = reader.tables("audio.hours");
  for (std::size_t i = 0; i < count; ++i) {
    voice.hours.push_back(read_hours(reader, "audio.hours[" + std::to_string(i) + "]"));
  }
  return voice;
}

}  // namespace navbat::board
