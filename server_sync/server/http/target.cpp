#include "server_sync/server/http/target.h"

#include <algorithm>

#include "server_sync/server/http/text.h"

namespace navbat::server::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

// The path and query of an absolute-form target, which proxies send (RFC 9112, 3.2.2).
std::string_view without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const auto rest = target.substr(scheme.size());
    const auto path = rest.find('/');
    return path == std::string_view::npos ? std::string_view("/") : rest.substr(path);
  }
  return target;
}

tl::expected<Parameters, std::string> parse_query(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const auto item = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(item.size() + 1, query.size()));
    if (item.empty()) continue;
    const auto equals = item.find('=');
    auto name = percent_decode(item.substr(0, equals), true);
    if (!name) return tl::make_unexpected(name.error());
    auto value = percent_decode(
        equals == std::string_view::npos ? std::string_view{} : item.substr(equals + 1), true);
    if (!value) return tl::make_unexpected(value.error());
    parameters.add(std::move(*name), std::move(*value));
  }
  return parameters;
}

}  // namespace

tl::expected<std::string, std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) return tl::make_unexpected("expected two hex digits after each '%'");
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (is_control(c)) return tl::make_unexpected("expected no control characters in the target");
    decoded.push_back(c);
  }
  if (!is_valid_utf8(decoded)) return tl::make_unexpected("expected UTF-8 in the target");
  return decoded;
}

tl::expected<Target, std::string> parse_target(std::string_view target) {
  target = without_authority(target);
  if (target.empty() || target.front() != '/') {
    return tl::make_unexpected("expected a target that starts with '/'");
  }
  if (target.find('#') != std::string_view::npos) {
    return tl::make_unexpected("expected a target without '#'");
  }
  const auto question = target.find('?');
  std::string_view path =
      target.substr(1, question == std::string_view::npos ? question : question - 1);
  Target result;
  while (!path.empty() || !result.segments.empty()) {
    const auto slash = path.find('/');
    auto segment = percent_decode(path.substr(0, slash), false);
    if (!segment) return tl::make_unexpected(segment.error());
    if (*segment == "." || *segment == "..") {
      return tl::make_unexpected("expected a path without '.' and '..' segments");
    }
    result.segments.push_back(std::move(*segment));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  if (question != std::string_view::npos) {
    auto query = parse_query(target.substr(question + 1));
    if (!query) return tl::make_unexpected(query.error());
    result.query = std::move(*query);
  }
  return result;
}

}  // namespace navbat::server::http
