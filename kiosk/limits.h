#pragma once
// Every time limit of the kiosk's screens, with its reason.

#include <chrono>

namespace navbat::kiosk {

using std::chrono::milliseconds;

// Live data older than this is not shown as live (DESIGN §7).
inline constexpr milliseconds kLiveFor{30'000};

// A busy branch changes ten times a second; nobody reads that fast, and every frame costs.
inline constexpr milliseconds kLiveRedrawEvery{1'000};

// A ticket stays on the screen long enough to read it, photograph it and take the paper.
inline constexpr milliseconds kTicketShownFor{25'000};

// The warning before it closes: time enough to reach for "more time" (WCAG 2.2.1 asks for 20 s to
// extend; the whole 25 s serve, the last ten in a marked way).
inline constexpr milliseconds kTicketWarnsFor{10'000};

// Without a touch the home screen goes back to the first language and plain look for the next
// customer.
inline constexpr milliseconds kHomeResetsAfter{60'000};

// The language sheet closes by itself.
inline constexpr milliseconds kSheetClosesAfter{45'000};

// A message that no ticket could be made stays until it was read.
inline constexpr milliseconds kTroubleShownFor{20'000};

// Jobs of printing and issuing that may wait for the worker; one customer makes two.
inline constexpr std::size_t kMostJobs = 64;

}  // namespace navbat::kiosk
