#pragma once
// How the line to the server is, for honest screens and for staff.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "domain/time.h"

namespace navbat::client {

enum class LinkState {
  kConnecting,  // not yet heard in this run, or trying again
  kLive,        // the stream is open and its picture has arrived
  kDown,        // no answer, or the stream went silent
  kRefused,     // it answers, but does not let this device in: token, branch or address are wrong
};

struct LinkStatus {
  LinkState state = LinkState::kConnecting;
  // When the server was last heard (device clock, never bent by jumps of the wall clock): an event,
  // a snapshot, or a heartbeat while the snapshot of this connection is there. Nothing: never.
  std::optional<domain::Timestamp> last_news;
  std::string detail;  // of the last failure; for staff and log, English

  // How old the picture is; nothing when there never was one.
  [[nodiscard]] std::optional<domain::Milliseconds> age(domain::Timestamp now) const {
    if (!last_news) return std::nullopt;
    return std::max(domain::Milliseconds::zero(), now - *last_news);
  }
};

// A board shows the age of its picture from here …
inline constexpr std::chrono::seconds kShowAgeAfter{5};
// … and asks customers to turn to staff from here (DESIGN §7).
inline constexpr std::chrono::seconds kAskStaffAfter{30};

}  // namespace navbat::client
