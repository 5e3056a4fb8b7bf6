#pragma once
// Every limit of the kiosk's screens, with its reason.

#include <chrono>
#include <cstddef>

namespace navbat::kiosk {

using std::chrono::milliseconds;

// Live data older than this is not shown as live (DESIGN §7).
inline constexpr milliseconds kLiveFor{30'000};

// A busy branch changes ten times a second; nobody reads that fast, and every frame costs.
inline constexpr milliseconds kLiveRedrawEvery{1'000};

// Waits of another branch that are older say nothing about the way there.
inline constexpr milliseconds kNeighbourFreshFor{5 * 60'000};

// A ticket stays on the screen long enough to read it, photograph it and take the paper.
inline constexpr milliseconds kTicketShownFor{25'000};

// The warning before it closes: time enough to reach for "more time" (WCAG 2.2.1 asks for 20 s to
// extend; the whole 25 s serve, the last ten in a marked way).
inline constexpr milliseconds kTicketWarnsFor{10'000};

// With the reading voice on, a screen must outlast its reading: every limit is so many times
// longer.
inline constexpr int kSpokenPatience = 3;

// Without a touch a screen asks whether anybody is still there …
inline constexpr milliseconds kIdleBeforeWarning{40'000};
// … and so much later begins afresh for the next customer (WCAG 2.2.1).
inline constexpr milliseconds kStillThereFor{20'000};

// The home screen of a customer who chose a language or a look; nothing typed is lost, so no
// question is asked.
inline constexpr milliseconds kHomeResetsAfter{60'000};

// A sheet closes by itself.
inline constexpr milliseconds kSheetClosesAfter{45'000};

// A message stays until it was read.
inline constexpr milliseconds kNoticeShownFor{20'000};
inline constexpr milliseconds kThanksShownFor{6'000};

// Staff who walk away leave no open menu behind.
inline constexpr milliseconds kStaffMenuClosesAfter{120'000};

// The hidden sign for the staff menu: so many taps in the corner within so long. Nobody does it by
// chance, and a hand does it easily.
inline constexpr std::size_t kKnockTaps = 5;
inline constexpr milliseconds kKnockWithin{5'000};
inline constexpr float kKnockCornerMm = 40;

// Wrong PINs in a row before the keypad closes, and for how long.
inline constexpr int kPinTries = 5;
inline constexpr milliseconds kPinLockedFor{60'000};

// A saving below this is not worth a walk, and no screen may stand between a short wait and its
// ticket. Minutes.
inline constexpr int kWorthSavingMin = 5;
inline constexpr std::size_t kMostSuggestions = 3;

// After a crash a reprint is offered to the customer who may still stand there.
inline constexpr std::chrono::minutes kReprintOfferedFor{5};

// How high above the floor a person in a wheelchair reaches comfortably (DESIGN §8), millimetres.
inline constexpr float kHighestReachMm = 1100;

// Jobs of printing and issuing that may wait for the worker; one customer makes two.
inline constexpr std::size_t kMostJobs = 64;

// Tickets in the staff menu.
inline constexpr std::size_t kTicketsListed = 8;

// Reading volume, percent; each step is heard as clearly louder.
inline constexpr int kVolumeStep = 10;

}  // namespace navbat::kiosk
