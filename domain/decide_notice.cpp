// What staff have the boards say.

#include <algorithm>

#include "domain/commands.h"

namespace navbat::domain {
namespace {

Rejection rejection(RejectionCode code, std::string detail, std::string expected) {
  return {code, std::move(detail), std::move(expected), {}, {}};
}

std::optional<Rejection> fault_of(const Notice& notice, Timestamp now) {
  const bool is_readable =
      !notice.texts.empty() && std::all_of(notice.texts.begin(), notice.texts.end(),
                                           [](auto& t) { return is_valid_notice_text(t.second); });
  if (!is_readable) {
    return rejection(RejectionCode::kInvalidValue, "A text of the notice is not right.",
                     "in each language 1 to 240 bytes without control characters");
  }
  if (is_over(notice, now)) {
    return rejection(RejectionCode::kInvalidValue, "The notice would be over already.",
                     "an \"until\" that is to come, or none");
  }
  return std::nullopt;
}

}  // namespace

Decision decide_post_notice(const BranchState& state, const Notice& notice, Timestamp now) {
  if (const Notice* known = state.find_notice(notice.id)) {
    if (*known == notice) return std::vector<EventPayload>{};
    return tl::unexpected(rejection(RejectionCode::kNoticeIdTaken,
                                    "This id was posted with other content.", "a new UUIDv7"));
  }
  if (state.notice_ended(notice.id)) return std::vector<EventPayload>{};
  if (auto fault = fault_of(notice, now)) return tl::unexpected(std::move(*fault));
  if (state.notices(now).size() >= kMostNotices) {
    return tl::unexpected(rejection(RejectionCode::kTooManyNotices,
                                    "As many notices as can be are in force.",
                                    "at most 20 in force: withdraw one first"));
  }
  return std::vector<EventPayload>{NoticePosted{notice}};
}

Decision decide_withdraw_notice(const BranchState& state, const NoticeId& notice, Timestamp now) {
  const Notice* known = state.find_notice(notice);
  if (known == nullptr && !state.notice_ended(notice)) {
    return tl::unexpected(rejection(RejectionCode::kUnknownNotice,
                                    "No such notice was posted today.", "the id of a notice"));
  }
  if (known == nullptr || is_over(*known, now)) return std::vector<EventPayload>{};
  return std::vector<EventPayload>{NoticeWithdrawn{notice}};
}

}  // namespace navbat::domain
