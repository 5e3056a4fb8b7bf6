#include "server_sync/client/retry_after.h"

#include <algorithm>
#include <charconv>

#include "server_sync/client/limits.h"

namespace navbat::client {

std::optional<std::chrono::milliseconds> retry_after(const HttpResponse& response) {
  const auto text = response.header("Retry-After");
  if (!text) return std::nullopt;
  std::int64_t count = 0;
  const char* end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, count);
  if (error == std::errc::result_out_of_range && rest == end) return kMaxRetryAfter;
  if (error != std::errc{} || rest != end || count < 0) return std::nullopt;
  return seconds{std::min<std::int64_t>(count, kMaxRetryAfter.count())};
}

}  // namespace navbat::client
