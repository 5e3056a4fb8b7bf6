#pragma once
// Which of the branch's notices is over everything, which beside the calls, and when one begins.

#include <map>
#include <optional>
#include <vector>

#include "display_board/model/picture.h"
#include "domain/notice.h"
#include "domain/time.h"

namespace navbat::board {

// Plain data and rules. `now` is the device's clock and never runs backwards; `true_now` is the
// server's time, by which a notice ends.
class NoticeShow {
 public:
  // All that are in force, oldest first, as a snapshot tells: what is not among them is over.
  void set(const std::vector<domain::Notice>& notices);

  // Those that have begun since the last call, oldest first; and drops those that ended by their
  // time.
  std::vector<domain::Notice> advance(domain::Timestamp now, domain::Timestamp true_now);

  // The newest emergency.
  [[nodiscard]] const domain::Notice* emergency() const;

  // Over everything: an emergency; that the branch is closing for its first seconds, unless
  // somebody is called (`calling`).
  [[nodiscard]] std::optional<NoticeBoard> over(domain::Timestamp now, bool calling) const;
  [[nodiscard]] std::optional<NoticeBoard> beside() const;  // the newest closing
  [[nodiscard]] std::vector<client::Translations> messages() const;

  // When over() or advance() may change by itself.
  [[nodiscard]] std::optional<domain::Timestamp> next_change(domain::Timestamp now,
                                                             domain::Timestamp true_now) const;

 private:
  struct InForce {
    domain::Notice notice;
    std::optional<domain::Timestamp> since;  // on the screen; nothing: advance() has not seen it
  };
  [[nodiscard]] const InForce* newest(domain::NoticeKind kind) const;

  std::vector<InForce> in_force_;  // oldest first
};

}  // namespace navbat::board
