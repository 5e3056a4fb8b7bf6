#pragma once

#include <chrono>
#include <cstddef>

// Every time limit, retry and size limit of the device's side, with the reason for its value. The
// values are defaults: whatever a test or a device has to change is passed in through a
// constructor.
namespace navbat::client {

using std::chrono::milliseconds;
using std::chrono::seconds;

// --- Taking a ticket -------------------------------------------------------------------------

// How long a customer's touch waits for the server's number before the kiosk takes one from its own
// series. 250 ms keeps the whole touch within the half second that still feels like an answer.
inline constexpr milliseconds kIssueDeadline{250};

// After a missed deadline the kiosk goes straight to its own series. When nothing else has proved
// the server well again for this long, one ticket tries it again: a customer then waits at most one
// deadline every half minute.
inline constexpr seconds kCircuitRetryAfter{30};

// A promise from the queue's picture is printed on an offline ticket only while that picture is at
// most this old; an older one is no longer honest (DESIGN §7: 30 s).
inline constexpr seconds kPromiseFreshFor{30};

// Cut off for longer, a device does not guess what the branch is doing: counters open and close,
// other kiosks give tickets, and half an hour is about the longest wait that is promised anyway.
inline constexpr std::chrono::minutes kOwnEstimateFor{30};

// A picture with more people than this is not played on: no branch holds so many.
inline constexpr int kMostImagined = 2'000;

// --- Looking something up for a customer or for staff --------------------------------------------

// How long a ticket number or booking code that this device does not know is looked for at the
// server. Somebody stands there; after 2 s they are better told to ask at the desk.
inline constexpr milliseconds kFindDeadline{2'000};

// --- HTTP ------------------------------------------------------------------------------------

// A branch server is on the same LAN: a connection that is not there after 2 s will not come.
inline constexpr milliseconds kConnectTimeout{2'000};

// Background requests (sync, branch directory): longer than a group commit on a loaded disk, short
// enough that a lost reply is sent again before anybody asks.
inline constexpr milliseconds kRequestTimeout{10'000};

// The largest reply body that is read; a queue picture of a large branch is under 100 KiB.
inline constexpr std::size_t kMaxResponseBytes = std::size_t{4} * 1024 * 1024;

// All header lines of a reply together.
inline constexpr std::size_t kMaxHeaderBytes = std::size_t{64} * 1024;

// Idle connections kept for reuse: one each for issuing, uploading and the directory, one spare.
inline constexpr std::size_t kMaxIdleConnections = 4;

// --- Event stream ----------------------------------------------------------------------------

// The server says something at least every 2 s (heartbeat). After three missed ones the stream is
// taken for dead and opened again, so that a silent network fault is found well within 30 s.
inline constexpr milliseconds kStreamSilence{7'000};

// A stream that lasted this long was a good one: the next failure starts from the shortest delay.
inline constexpr milliseconds kStreamSettled{5'000};

// One event of the stream, all its lines together.
inline constexpr std::size_t kMaxStreamEventBytes = std::size_t{1024} * 1024;

// Events that wait for the consumer. A board that has not drained this many is hung; the follower
// then stops reading (the server's cursor keeps its place) rather than lose or hoard.
inline constexpr std::size_t kMailboxCapacity = 10'000;

// Kinds of news that this device cannot read and has said so of. A server that makes up more than
// these is not worth the log.
inline constexpr std::size_t kMostKindsLeftOut = 64;

// --- Retry -----------------------------------------------------------------------------------

// Exponential from base to cap, each delay drawn between zero and that bound ("full jitter"), so
// that a branch full of devices does not come back in one wave after a power cut.
inline constexpr milliseconds kBackoffBase{200};
inline constexpr milliseconds kBackoffCap{10'000};

// A server may ask for patience (Retry-After), but not for more than this.
inline constexpr seconds kMaxRetryAfter{120};

// --- Sync ------------------------------------------------------------------------------------

// Events of one batch: one group commit on the server, about 100 KiB of JSON.
inline constexpr std::size_t kSyncBatchEvents = 256;

// Without anything to send, the server is greeted this often: it keeps the device's notion of true
// time within a few milliseconds of drift.
inline constexpr seconds kHelloEvery{300};

// --- Tickets that nobody got --------------------------------------------------------------------

// A run that ended without warning can have lost tickets only from its last sign of life on (the
// time is kept every kClockMemoryEvery, looked at in each round of the uploader, at the latest
// after kHelloEvery) to its end; a minute before is for clocks that were corrected in between.
inline constexpr std::chrono::minutes kOrphanBefore{1};
inline constexpr std::chrono::minutes kOrphanAfter{20};

// --- Neighbours ---------------------------------------------------------------------------------

// Other branches' queues are asked for about once a minute: they are "about 10 min" on a screen.
inline constexpr seconds kNeighbourEvery{60};
// Each pause is longer by up to this, at random, so that kiosks do not ask their hub in one wave.
inline constexpr seconds kNeighbourJitter{15};
inline constexpr milliseconds kNeighbourTimeout{5'000};

// --- Housekeeping ----------------------------------------------------------------------------

// Names, colours and hours of the branch change rarely; a new connection asks for them anyway.
inline constexpr std::chrono::minutes kDirectoryLife{60};

// The same for today's appointments and the usual waits; appointments are also asked for again when
// an event says that one was made or cancelled.
inline constexpr std::chrono::minutes kListLife{60};

// After an answer that could not be used, the next one is not asked for before this.
inline constexpr seconds kListRetryAfter{60};

// Usual waits are of one weekday; those of the same day some weeks ago are still a fair guess.
inline constexpr std::chrono::weeks kUsualWaitsLife{4};

// The latest true time is stored this often, with or without the server: after a restart with a
// dead clock battery the device lags by at most this.
inline constexpr std::chrono::minutes kClockMemoryEvery{10};

// Printed tickets and acknowledged events are kept this long for reprints and for a server that was
// restored from a backup.
inline constexpr int kKeepDays = 14;

}  // namespace navbat::client
