#pragma once
// What staff have every board say: a message, that the branch is closing, an emergency.

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
};

[[nodiscard]] std::string_view to_string(NoticeKind kind);  // "message", "closing", "emergency"
[[nodiscard]] std::optional<NoticeKind> parse_notice_kind(std::string_view text);

}  // namespace navbat::domain
