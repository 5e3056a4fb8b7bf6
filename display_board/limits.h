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

// A call that waits longer than this for the stage does not get it any more, unless it is the
// newest: a stage that lags behind the list would send people to where others stand by now.
inline constexpr seconds kStageBehind{20};

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

// --- What the branch is told --------------------------------------------------------------------

// Reports of calls that were seen and heard are gathered for this long, or until so many calls are
// there: a hundred boards then make a few events a second, not hundreds. The size is what the
// branch takes in one event.
inline constexpr seconds kReportEvery{20};
inline constexpr std::size_t kReportCalls = 200;

// A call's sound that has not ended by then will not: it waits at most kVoiceBehind, and no phrase
// in two languages lasts longer than the rest.
inline constexpr seconds kHeardWithin{30};

// More calls than these wait for their sound only when something is badly wrong.
inline constexpr std::size_t kReportsKept = 2'000;

// The branch is greeted this often, so that a board that is dark is noticed within a minute.
inline constexpr seconds kGreetEvery{20};

// Reports that may wait for the disk, and two jobs more: the cursor and the end.
inline constexpr std::size_t kMostReportsWaiting = 64;
inline constexpr std::size_t kMostJobs = kMostReportsWaiting + 2;

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

// --- Side panel ---------------------------------------------------------------------------------

// What the bank's files and addresses may hold: what fits a panel that people read while they walk.
inline constexpr std::size_t kMostRates = 12;
inline constexpr std::size_t kMostMessages = 20;
inline constexpr std::size_t kMostMessageBytes = 240;  // two lines of any layout
inline constexpr std::size_t kMostPictures = 20;

// A file of rates or messages; twenty times what the limits above fill.
inline constexpr std::size_t kMostPanelFileBytes = std::size_t{256} * 1024;

// The longer side of a picture in memory: a panel on a 4K board is no taller. Larger ones are
// shrunk.
inline constexpr int kPictureSide = 2'160;

// A picture's file, and all pictures unpacked: twenty that fill the panel of a 4K board take less.
inline constexpr std::size_t kMostPictureFileBytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t kMostPicturesBytes = std::size_t{160} * 1024 * 1024;

// Names looked at in the folder of pictures: somebody's whole archive is not read for twenty.
inline constexpr std::size_t kMostFolderEntries = 1'000;

// A whole request to the bank's web server. Nobody waits for it but the panel itself.
inline constexpr milliseconds kPanelRequest{5'000};

// How often the day is looked at, so that yesterday's rates leave at midnight.
inline constexpr milliseconds kDayLookEvery{1'000};

// What an address gave is still shown for this long when it does not answer: as long as a router or
// a web server takes to come back. Rates never outlive their day.
inline constexpr std::chrono::minutes kKeepUnanswered{60};

}  // namespace navbat::board
