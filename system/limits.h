#pragma once
// Every time limit of watching over a program, with its reason.

#include <chrono>

namespace navbat::system {

using std::chrono::milliseconds;

// A screen that has not moved on for this long hangs. A hung one must be back within 15 s (DESIGN
// §7): these ten, and the start.
inline constexpr milliseconds kHungAfter{10'000};

// From its start to the first sign of life: fonts and database of the slowest box.
inline constexpr milliseconds kStartWithin{30'000};

// Before a program that died is started again: what it held (device, database, window) is let go
// by then.
inline constexpr milliseconds kRestartAfter{1'000};

// A program that keeps dying is started again ever more rarely, up to this: it must neither heat
// the box nor stay away after the trouble is over.
inline constexpr milliseconds kRestartAfterAtMost{30'000};

// One that lived this long is no longer in a row of early deaths.
inline constexpr milliseconds kLivedLongEnough{60'000};

// From SIGTERM to SIGKILL. A kiosk ends within a second.
inline constexpr milliseconds kStopWithin{5'000};

}  // namespace navbat::system
