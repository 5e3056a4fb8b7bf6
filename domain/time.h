#pragma once
// The domain's notion of time. Every instant is UTC with millisecond resolution and is passed in:
// nothing in `domain` reads a clock.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace navbat::domain {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

// UTC, milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored.
using Timestamp = std::chrono::sys_time<Milliseconds>;

// Where programs get "now" from. Implementations are thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  // Never runs backwards within one process and is not bent by wall-clock jumps.
  [[nodiscard]] virtual Timestamp now() const = 0;
};

[[nodiscard]] constexpr Timestamp from_unix_ms(std::int64_t ms) {
  return Timestamp{Milliseconds{ms}};
}
[[nodiscard]] constexpr std::int64_t to_unix_ms(Timestamp t) {
  return t.time_since_epoch().count();
}

// RFC 3339 in UTC with milliseconds: "2026-11-22T09:05:00.250Z".
[[nodiscard]] std::string to_rfc3339(Timestamp t);

// Accepts RFC 3339 with any offset and 0 to 9 fraction digits (finer than a millisecond is
// truncated). The error says what was expected. Years outside 2000–2105 are refused as absurd.
[[nodiscard]] tl::expected<Timestamp, std::string> parse_rfc3339(std::string_view text);

}  // namespace navbat::domain
