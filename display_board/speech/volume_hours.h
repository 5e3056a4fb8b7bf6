#pragma once
// Volume by the clock: quiet hours, a louder noon.

#include <span>

#include "ui/text/dates.h"

namespace navbat::board {

// From `from` on until just before `to`, over midnight when that is earlier. Minutes of the
// branch's day.
struct VolumeHours {
  int from_min = 0;
  int to_min = 0;
  float volume = 1;  // 0 to 1
  bool operator==(const VolumeHours&) const = default;
};

// The volume at `time`: of the last entry that covers it, else `usual`.
[[nodiscard]] float volume_at(std::span<const VolumeHours> hours, float usual,
                              const ui::WallTime& time);

}  // namespace navbat::board
