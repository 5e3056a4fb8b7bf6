#pragma once
// What became of each call on this board, gathered for the branch: when it was seen and what was
// heard of it. Told in batches: a branch with many boards makes few events of many calls.

#include <map>
#include <vector>

#include "display_board/limits.h"
#include "domain/presented_call.h"
#include "domain/time.h"

namespace navbat::board {

// One thread. `now` is the device's clock and never runs backwards; the times that are told are the
// branch's.
class CallReports {
 public:
  void shown(std::int64_t version, domain::Timestamp at, domain::Timestamp now);
  // What was heard at last; nothing of a call that was never shown is kept.
  void heard(std::int64_t version, domain::Heard heard, std::optional<domain::Timestamp> at);

  // What is to be told now: nothing before kReportEvery since the last time, unless kReportCalls
  // have gathered. A call whose sound may still come is kept back, at most for kHeardWithin.
  // `all`: the board ends.
  [[nodiscard]] std::vector<domain::PresentedCall> take(domain::Timestamp now, bool all = false);

  // When take() has something; nothing while there is nothing to tell.
  [[nodiscard]] std::optional<domain::Timestamp> due(domain::Timestamp now) const;

 private:
  struct Gathered {
    domain::PresentedCall call;
    domain::Timestamp since{};  // device's clock
    bool complete = false;      // its sound is over
  };
  [[nodiscard]] bool is_ready(const Gathered& gathered, domain::Timestamp now) const;

  std::map<std::int64_t, Gathered> gathered_;  // by version
  domain::Timestamp last_{};
};

}  // namespace navbat::board
