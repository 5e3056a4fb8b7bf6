#include "domain/notice.h"

#include <algorithm>
#include <array>

namespace navbat::domain {
namespace {

constexpr std::array<std::string_view, 3> kNames{"message", "closing", "emergency"};

unsigned byte(char c) { return static_cast<unsigned char>(c); }

// C0, DEL, and in UTF-8 C1 (U+0080 to U+009F): a screen has nothing to show for them.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (byte(text[i]) < 0x20 || byte(text[i]) == 0x7F) return true;
    const bool may_be_c1 = byte(text[i]) == 0xC2 && i + 1 < text.size();
    if (may_be_c1 && byte(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

}  // namespace

std::string_view to_string(NoticeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<NoticeKind> parse_notice_kind(std::string_view text) {
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<NoticeKind>(found - kNames.begin());
}

bool is_over(const Notice& notice, Timestamp now) { return notice.until && *notice.until <= now; }

bool is_valid_notice_text(std::string_view text) {
  const bool is_blank = text.find_first_not_of(' ') == std::string_view::npos;
  return !is_blank && text.size() <= kLongestNotice && !has_control(text);
}

}  // namespace navbat::domain
