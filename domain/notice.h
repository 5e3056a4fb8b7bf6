#pragma once
// What staff have every board say: a message, that the branch is closing, an emergency.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "domain/time.h"

namespace navbat::domain {

enum class NoticeKind {
  kMessage,    // Among the board's own messages.
  kClosing,    // Over everything when it begins, then beside the calls, which go on.
  kEmergency,  // Over everything until it is withdrawn; no call is shown or spoken meanwhile.
};

struct Notice {
  NoticeId id;
  NoticeKind kind = NoticeKind::kMessage;
  std::map<LanguageTag, std::string> texts;  // At least one; UTF-8, 1 to 240 bytes each.
  std::optional<Timestamp> until;            // It ends by itself; nothing: when it is withdrawn.
  friend bool operator==(const Notice&, const Notice&) = default;
};

inline constexpr std::size_t kMostNotices = 20;     // In force at a time.
inline constexpr std::size_t kLongestNotice = 240;  // Bytes in one language.

// Whether its own time is over; whoever knows a notice has to ask.
[[nodiscard]] bool is_over(const Notice& notice, Timestamp now);

// One notice's words in one language: 1 to kLongestNotice bytes, not only blanks, no control
// characters. That it is UTF-8 is the reader's to make sure.
[[nodiscard]] bool is_valid_notice_text(std::string_view text);

[[nodiscard]] std::string_view to_string(NoticeKind kind);  // "message", "closing", "emergency"
[[nodiscard]] std::optional<NoticeKind> parse_notice_kind(std::string_view text);

}  // namespace navbat::domain
