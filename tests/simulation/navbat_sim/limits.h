#pragma once
// Every limit, timeout and retry of navbat-sim, with units.

#include <chrono>
#include <cstddef>

namespace navbat::sim {

using std::chrono::milliseconds;
using std::chrono::seconds;

// One request. Longer than any honest answer: a missing one is a finding, not a matter of patience.
inline constexpr milliseconds kRequestTimeout{10'000};

// A request without an answer is sent again with the same key for this long; a server that is being
// restarted has to be back by then.
inline constexpr seconds kGiveUpAfter{60};
inline constexpr milliseconds kRetryBase{10};
inline constexpr milliseconds kRetryCap{250};

// The event stream speaks every 2 s (heartbeat).
inline constexpr milliseconds kStreamSilence{7'000};

// After the last request, how long the event stream may take to bring the last event.
inline constexpr seconds kCatchUp{60};

// A virtual teller whom nobody waits for looks again at the latest after this time, real time: a
// real person may have taken a ticket.
inline constexpr milliseconds kIdleLook{1'000};

// A counter that somebody else closed or paused is tried again after this simulated time.
inline constexpr seconds kCounterBackoff{60};

// When nothing is planned any more, nobody serves and customers still wait, the day is over after
// this real time: nobody serves what they wait for.
inline constexpr seconds kStuckAfter{10};

// The progress line, real time.
inline constexpr milliseconds kProgressEvery{1'000};

// Messages of one kind that are shown; the rest is counted.
inline constexpr std::size_t kMostMessages = 20;

// A queue log beyond this size is refused instead of read into memory.
inline constexpr std::size_t kMostLogBytes = std::size_t{256} * 1024 * 1024;

}  // namespace navbat::sim
