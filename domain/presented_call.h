#pragma once
// What became of a call at a board: when it was seen, and what was heard of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/time.h"

namespace navbat::domain {

enum class Heard {
  kNothing,  // Muted, too late, or the sound failed.
  kChime,
  kNumber,  // A chime and the number, for want of time.
  kWords,   // All of it.
};

struct PresentedCall {
  std::int64_t version = 0;  // Of the call's event.
  Timestamp shown_at{};      // The first frame with it was on the screen.
  Heard heard = Heard::kNothing;
  std::optional<Timestamp> heard_at;  // Its first sound; nothing with kNothing.
  friend bool operator==(const PresentedCall&, const PresentedCall&) = default;
};

inline constexpr std::size_t kMostPresentedCalls = 256;  // That a board tells of at once.

[[nodiscard]] std::string_view to_string(Heard heard);  // "nothing", "chime", "number", "words"
[[nodiscard]] std::optional<Heard> parse_heard(std::string_view text);

}  // namespace navbat::domain
