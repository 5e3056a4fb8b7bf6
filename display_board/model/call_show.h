#pragma once
// In which order and for how long calls are shown. A call enters the list of latest calls at once;
// the stage, where it is large, it gets in turn, for a minimum time. So two calls of the same
// millisecond are both seen, in order, and nothing is shown late. After a break many calls may
// come together: then they enter page by page, so that not one is skipped.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/client/branch_view.h"

namespace navbat::board {

// The call on the stage.
struct Staged {
  client::Call call;
  domain::Timestamp since{};
  bool late = false;    // it was missed when it happened: shown, not spoken
  bool recent = false;  // it came on the stage as news, not from history
};

// A call in the list.
struct Listed {
  client::Call call;
  bool waits_for_stage = false;
};

// Plain data and rules; no thread, no clock: every `now` is passed in and never runs backwards.
class CallShow {
 public:
  // `rows`: how many calls the list holds. `page`: how many of them are on the screen whatever
  // stands beside; at least 1.
  CallShow(std::size_t rows, std::size_t page) : rows_(rows), page_rows_(page) {}

  // Calls of before this board listened, or that it can only know from a snapshot: they are in the
  // list, the newest stands on the stage as a past one, none is announced. Known ones are left as
  // they are.
  void add_history(const std::vector<client::Call>& calls);

  // A call as it happens, `age` after it was made. False when it was known already.
  bool take(const client::Call& call, domain::Milliseconds age, domain::Timestamp now);

  // Paper wins: the ticket has another label than it was called by.
  void relabel(const domain::TicketId& ticket, const std::string& label);

  // A new business day: yesterday's calls are gone, and never come back.
  void forget();

  // Another history begins, in which versions count from the start.
  void start_anew();

  // Lets calls into the list and gives the stage on, as far as their time has come. Returns the
  // calls that came on the stage, in order.
  std::vector<Staged> advance(domain::Timestamp now);

  // What advance() let in is on the screen.
  void presented() { page_seen_ = true; }

  // When advance() will have something to do; nothing while no call waits.
  [[nodiscard]] std::optional<domain::Timestamp> next_turn() const;

  [[nodiscard]] const std::optional<Staged>& stage() const { return stage_; }
  [[nodiscard]] bool is_new(domain::Timestamp now) const;  // the call on the stage is news

  // Newest first, each ticket once, without the one on the stage.
  [[nodiscard]] std::vector<Listed> latest() const;

 private:
  struct Waiting {
    client::Call call;
    domain::Timestamp called_at{};  // on the device's clock
    domain::Timestamp entered{};    // the list; waits for the stage since then
    bool late = false;
  };
  [[nodiscard]] domain::Milliseconds turn() const;
  [[nodiscard]] bool knows(std::int64_t version) const;
  [[nodiscard]] bool fits_on_page(const client::Call& call) const;
  void remember(const client::Call& call);
  void let_in(domain::Timestamp now);
  void admit(Waiting call, domain::Timestamp now);

  const std::size_t rows_;
  const std::size_t page_rows_;
  std::optional<Staged> stage_;
  std::deque<Waiting> arriving_;     // for the list, oldest first
  std::deque<Waiting> waiting_;      // for the stage, oldest first
  std::vector<client::Call> known_;  // newest first by version; includes stage and waiting
  std::int64_t newest_forgotten_ = 0;
  std::vector<domain::TicketId> page_;  // tickets that entered together
  domain::Timestamp page_since_{};      // of the latest of them
  bool page_seen_ = true;
};

}  // namespace navbat::board
