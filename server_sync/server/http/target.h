#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server_sync/server/http/http_types.h"

namespace navbat::server::http {

/// A request target taken apart and percent-decoded.
struct Target {
  std::vector<std::string> segments;
  Parameters query;
};

/// Takes "/path/to?name=value" (or the absolute form "http://host/path") apart. The path is split
/// at
/// '/' before decoding, so an encoded slash stays inside its segment. The error is one sentence for
/// a 400: broken percent-encoding, control characters, invalid UTF-8, "." or ".." segments, or a
/// target that is not a path.
[[nodiscard]] tl::expected<Target, std::string> parse_target(std::string_view target);

/// %XX decoded; with `plus_is_space` also '+'. The error is one sentence.
[[nodiscard]] tl::expected<std::string, std::string> percent_decode(std::string_view text,
                                                                    bool plus_is_space);

}  // namespace navbat::server::http
