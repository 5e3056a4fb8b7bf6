#include "display_board/speech/volume_hours.h"

namespace navbat::board {
namespace {

bool covers(const VolumeHours& hours, int minute) {
  const bool over_midnight = hours.to_min <= hours.from_min;
  const bool begun = minute >= hours.from_min;
  const bool not_over = minute < hours.to_min;
  return over_midnight ? begun || not_over : begun && not_over;
}

}  // namespace

float volume_at(std::span<const VolumeHours> hours, float usual, const ui::WallTime& time) {
  float volume = usual;
  for (const VolumeHours& entry : hours) {
    if (covers(entry, time.hour * 60 + time.minute)) {
      volume = entry.volume;
    }
  }
  return volume;
}

}  // namespace navbat::board
