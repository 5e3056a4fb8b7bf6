#include "display_board/app/call_reports.h"

#include <algorithm>

namespace navbat::board {

void CallReports::shown(std::int64_t version, domain::Timestamp at, domain::Timestamp now) {
  if (gathered_.size() >= kReportsKept) {
    gathered_.erase(gathered_.begin());  // the branch has been away for long: the newest matter
  }
  if (gathered_.empty()) {
    last_ = std::max(last_, now);
  }
  gathered_.emplace(version, Gathered{.call = {.version = version, .shown_at = at, .heard_at = {}},
                                      .since = now});
}

void CallReports::heard(std::int64_t version, domain::Heard heard,
                        std::optional<domain::Timestamp> at) {
  const auto found = gathered_.find(version);
  if (found == gathered_.end()) {
    return;
  }
  found->second.call.heard = heard;
  found->second.call.heard_at = heard == domain::Heard::kNothing ? std::nullopt : at;
  found->second.complete = true;
}

bool CallReports::is_ready(const Gathered& gathered, domain::Timestamp now) const {
  return gathered.complete || now >= gathered.since + kHeardWithin;
}

std::vector<domain::PresentedCall> CallReports::take(domain::Timestamp now, bool all) {
  std::vector<domain::PresentedCall> calls;
  const auto at = due(now);
  if (!all && (!at || *at > now)) {
    return calls;
  }
  for (auto each = gathered_.begin(); each != gathered_.end() && calls.size() < kReportCalls;) {
    if (all || is_ready(each->second, now)) {
      calls.push_back(each->second.call);
      each = gathered_.erase(each);
    } else {
      ++each;
    }
  }
  last_ = now;
  return calls;
}

std::optional<domain::Timestamp> CallReports::due(domain::Timestamp now) const {
  if (gathered_.empty()) {
    return std::nullopt;
  }
  const auto ready = std::count_if(gathered_.begin(), gathered_.end(),
                                   [&](const auto& each) { return is_ready(each.second, now); });
  if (static_cast<std::size_t>(ready) >= kReportCalls) {
    return now;
  }
  const domain::Timestamp usual = last_ + kReportEvery;
  if (ready > 0) {
    return usual;
  }
  const auto oldest = std::min_element(
      gathered_.begin(), gathered_.end(),
      [](const auto& a, const auto& b) { return a.second.since < b.second.since; });
  return std::max(usual, oldest->second.since + kHeardWithin);
}

}  // namespace navbat::board
