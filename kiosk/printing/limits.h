#pragma once
// Every time limit and size of printing, with its reason.

#include <chrono>
#include <cstddef>

namespace navbat::kiosk::printing {

using std::chrono::milliseconds;

// A printer that prints nothing is asked how it is this often: staff learn of a missing roll, and
// customers before they choose, well within one visit.
inline constexpr milliseconds kStatusEvery{5'000};

// Pages that may wait. A ticket takes two seconds of paper; more waiting ones than this mean that
// the printer hangs, and a customer who gets paper a minute late has gone with the number on the
// phone.
inline constexpr std::size_t kMostWaitingJobs = 32;

}  // namespace navbat::kiosk::printing
