#pragma once
// All that a frame of the board shows, as plain data: the view draws it and decides nothing.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "display_board/model/call_show.h"
#include "display_board/panel/content.h"
#include "domain/delay.h"
#include "domain/notice.h"
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

// Promises of people who wait for a service have slipped.
struct Delay {
  domain::DelayReason reason = domain::DelayReason::kManyPeople;
  domain::PromiseRange range;  // what they still have ahead

  bool operator==(const Delay&) const = default;
};

// One service: who is next, how long.
struct ServiceWait {
  domain::ServiceId service;
  char letter = 'A';
  int waiting = 0;
  std::vector<std::string> next;              // labels, at most kNextShown
  std::optional<domain::PromiseRange> range;  // for a ticket taken now; nothing: not known
  std::optional<Delay> delay;
  bool open = true;

  bool operator==(const ServiceWait&) const = default;
};

// What staff have the board say over everything, or beside the calls.
struct NoticeBoard {
  domain::NoticeKind kind = domain::NoticeKind::kMessage;
  domain::NoticeId id;
  client::Translations texts;
  domain::Timestamp since{};  // when it came on the screen

  bool operator==(const NoticeBoard&) const = default;
};

// One line of words that takes turns with others.
struct TickerLine {
  enum class Kind { kTip, kSuggestion, kMessage };
  Kind kind = Kind::kTip;
  int tip = 0;                                            // of the board's own, 0 to kTips - 1
  domain::AlternativeId suggestion{};                     // what needs no waiting
  std::shared_ptr<const client::Translations> message{};  // never null with kMessage

  bool operator==(const TickerLine& other) const {
    const bool same_message =
        message == other.message || (message && other.message && *message == *other.message);
    return kind == other.kind && tip == other.tip && suggestion == other.suggestion && same_message;
  }
};
inline constexpr int kTips = 3;

// What stands in the side place; its pages take turns.
struct SidePage {
  enum class Kind { kSuggestions, kRates, kPicture, kMessage };
  Kind kind = Kind::kSuggestions;
  std::shared_ptr<const ExchangeRates> rates{};  // never null with kRates
  std::shared_ptr<const ui::Image> picture{};    // never null with kPicture
  client::Translations message{};

  bool operator==(const SidePage&) const = default;
};

// What a board above one counter says of it.
struct CounterSign {
  enum class Kind { kUnknown, kClosed, kFree, kCalling, kServing, kPaused };
  Kind kind = Kind::kUnknown;
  std::string counter;
  std::string label;  // of who is called or served
  domain::ServiceId service;

  bool operator==(const CounterSign&) const = default;
};

struct Picture {
  Trust trust = Trust::kStarting;
  domain::Seconds age{};                 // of the news, from kAged on
  std::optional<ui::WallTime> heard_at;  // the same as a time of day, for kAskStaff
  std::optional<NoticeBoard> over;       // over everything; nothing else is to be seen then
  std::optional<NoticeBoard> beside;     // the branch is closing: a band, while calls go on
  Stage stage;
  std::vector<CallLine> latest;  // newest first
  int waiting_total = 0;
  int counters_open = 0;
  std::vector<ServiceWait> services;               // of this board's zone
  std::vector<domain::AlternativeId> suggestions;  // that need no waiting, of this board's zone
  std::optional<SidePage> side;                    // nothing: the place belongs to the latest calls
  TickerLine ticker;
  std::optional<CounterSign> sign;     // of a board above one counter
  std::optional<ui::WallTime> time;    // of the branch, to the minute; nothing before it is known
  std::vector<std::string> languages;  // of all words but those of a call: one, or all side by side
  int turn = 0;                        // counts the turns: pages go with it

  bool operator==(const Picture&) const = default;
};

}  // namespace navbat::board
