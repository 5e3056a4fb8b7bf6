#pragma once
// All that a frame of the board shows, as plain data: the view draws it and decides nothing.

#include <optional>
#include <string>
#include <vector>

#include "display_board/model/call_show.h"
#include "domain/promise_range.h"
#include "domain/time.h"
#include "server_sync/client/branch_view.h"
#include "ui/text/dates.h"

namespace navbat::board {

// How far what is shown can be trusted (DESIGN §7).
enum class Trust {
  kStarting,  // the branch has not been heard yet
  kCurrent,
  kAged,     // no news for 5 s: shown, with its age
  kAskStaff  // none for 30 s: only what stays true is shown
};

// What the stage says of the call on it.
enum class StageKind {
  kEmpty,   // nobody was called today
  kCall,    // now
  kRecall,  // now, and not for the first time
  kPast,    // the latest call, a while ago
};

struct CallLine {
  std::int64_t version = 0;
  std::string label;
  std::string counter;
  domain::ServiceId service;
  bool coming = false;  // it waits for its turn on the stage

  bool operator==(const CallLine&) const = default;
};

struct Stage {
  StageKind kind = StageKind::kEmpty;
  CallLine call;
  std::string language;       // of the ticket
  domain::Timestamp since{};  // when it came on the stage

  bool operator==(const Stage&) const = default;
};

struct NextChip {
  std::string label;
  domain::ServiceId service;

  bool operator==(const NextChip&) const = default;
};

struct ServiceWait {
  domain::ServiceId service;
  char letter = 'A';
  int waiting = 0;
  std::optional<domain::PromiseRange> range;  // for a ticket taken now; nothing: not known

  bool operator==(const ServiceWait&) const = default;
};

struct Picture {
  Trust trust = Trust::kStarting;
  domain::Seconds age{};                 // of the news, from kAged on
  std::optional<ui::WallTime> heard_at;  // the same as a time of day, for kAskStaff
  Stage stage;
  std::vector<CallLine> latest;  // newest first
  std::vector<NextChip> next;    // by arrival
  int waiting_total = 0;
  int counters_open = 0;
  std::vector<ServiceWait> waits;
  std::optional<ui::WallTime> time;  // of the branch, to the minute; nothing before it is known
  std::string language;              // of all words but those of a call
  int turn = 0;                      // counts the changes of language: messages go with it

  bool operator==(const Picture&) const = default;
};

}  // namespace navbat::board
