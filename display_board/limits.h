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
inline constexpr std::size_t kCallsKept = 48;
inline constexpr std::size_t kNextShown = 3;  // labels beside a service

// After a break many calls may come at once. No more of them enter the list together than it has
// rows, so that each is on the screen for this long at least.
inline constexpr milliseconds kCatchUpPage{600};

// When the next page waits for a frame to arrive on the screen, it is looked after this often.
inline constexpr milliseconds kFrameOnItsWay{50};

// --- Notices ------------------------------------------------------------------------------------

// How long "we are closing" stands over everything when it begins, unless somebody is called.
inline constexpr seconds kClosingOver{20};

// --- Voice ------------------------------------------------------------------------------------

// A call whose turn to be spoken comes later than this after it was shown gets its chime only: the
// voice must not describe a picture of long ago.
inline constexpr seconds kVoiceBehind{10};

}  // namespace navbat::board
