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

// Connecting on a branch's own network takes milliseconds; a printer without power answers never.
inline constexpr milliseconds kConnectWithin{2'000};

// One answer to DLE EOT from a printer at rest. Answers are a byte and come at once; a serial line
// of 9600 baud and a printer that wakes up need the rest.
inline constexpr milliseconds kAnswerWithin{1'000};

// The same while a page is on its way: the question stands behind the page's bytes until the
// printer has taken them in, which with a small buffer means: has printed most of them.
inline constexpr milliseconds kAnswerWhilePrintingWithin{6'000};

// A printer that takes no more bytes for this long has stopped in the middle of a page.
inline constexpr milliseconds kStalledAfter{5'000};

// A page is waited for no longer than this, plus the time that its bytes need on a serial line.
inline constexpr milliseconds kPageWithin{20'000};

// How often a printing printer is asked what it does.
inline constexpr milliseconds kLookWhilePrintingEvery{700};

// Printers that know GS r confirm a page within its printing time (12 cm at 150 mm/s and the cut).
// One that stays silent longer although it is well does not know the command.
inline constexpr milliseconds kConfirmedWithin{6'000};

// Such a printer's page counts as out when nothing went wrong for this long after its last byte.
inline constexpr milliseconds kOutAfter{2'500};

// Waits notice a request to stop this often.
inline constexpr milliseconds kStopLookEvery{100};

// Rows of one GS v 0 command: 18 kB at 576 dots, less than the buffer of any receipt printer that
// has a network port.
inline constexpr int kBandRows = 256;

// The printing system's own answers (queue, job, state).
inline constexpr milliseconds kCupsAnswerWithin{4'000};

// Connecting to it: it runs on this machine or beside it.
inline constexpr milliseconds kCupsConnectWithin{1'000};

// Cancelling a job while the program ends.
inline constexpr milliseconds kCupsCancelWithin{500};

// A job of the printing system from sending to its end: filters, driver, device.
inline constexpr milliseconds kCupsJobWithin{20'000};

// How often a job's state is asked for. Filters take a second or two.
inline constexpr milliseconds kCupsLookEvery{250};

}  // namespace navbat::kiosk::printing
