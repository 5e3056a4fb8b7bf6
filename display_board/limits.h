#pragma once
// Every time and size of the board, with the reason for its value. Times are of the device's clock
// unless said otherwise.

#include <chrono>
#include <cstddef>

namespace navbat::board {

using std::chrono::milliseconds;
using std::chrono::seconds;

// --- The stage: the one call shown in large -----------------------------------------------------

// How long a call keeps the stage while others wait for it: two glances of somebody who looks up
// from a phone. With more calls waiting it gets shorter, but never shorter than one glance, so that
// the picture stays close to what happens.
inline constexpr milliseconds kTurn{4'000};
inline constexpr milliseconds kTurnWhenBusy{2'500};
inline constexpr milliseconds kShortestTurn{1'500};
inline constexpr std::size_t kBusyFrom = 3;      // calls that wait for the stage
inline constexpr std::size_t kVeryBusyFrom = 6;  // the same

// A call that was missed (the connection was gone) still gets the stage, but briefly.
inline constexpr milliseconds kTurnWhenLate{1'000};

// After this long on the stage a call no longer counts as "now": the customer has heard it twice
// and is on the way, or will not come.
inline constexpr seconds kNewFor{20};

// A call older than this when the board hears of it is shown without a voice: calling somebody who
// is already at the counter confuses the whole hall.
inline constexpr seconds kSpeakWithin{15};

// One older than this goes to the list of calls and not on the stage: it is not news any more.
inline constexpr seconds kStageWithin{120};

// --- Lists ------------------------------------------------------------------------------------

// Calls remembered; more than any layout shows, so that a repeated call leaves no gap.
inline constexpr std::size_t kCallsKept = 24;
inline constexpr std::size_t kLatestShown = 8;
inline constexpr std::size_t kNextShown = 12;
inline constexpr std::size_t kWaitsShown = 6;  // at a time; more take turns with the language

// --- Voice ------------------------------------------------------------------------------------

// The voice must not describe a picture of long ago: what is said of a call is over so long after
// the call came on the stage. With more to say it becomes shorter, at last silent.
inline constexpr seconds kVoiceBehind{10};

// How long a speech program may think about a phrase. It needs 30 ms; one that hangs costs every
// call this much before the next.
inline constexpr milliseconds kVoicePatience{1'500};

// Between two times of an emergency message: heard by everybody who comes in, and time to talk.
inline constexpr seconds kEmergencyEvery{30};

// Bytes of a message that are said in one go: calls must wait for it, 8 s at most.
inline constexpr std::size_t kMessageBreath = 100;

// Letters and figures of a counter's name that are said; of a longer one its first word and its
// number. One by one, at most so many of them: each takes half a second.
inline constexpr std::size_t kSpokenName = 12;
inline constexpr std::size_t kSpelledLetters = 6;

}  // namespace navbat::board
