#include "server_sync/client/http_transport.h"

#include <algorithm>

namespace navbat::client {
namespace {

// Locale-free on purpose: header names are ASCII, and a Turkish locale must not bend an I.
char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

}  // namespace

std::optional<std::string_view> HttpResponse::header(std::string_view name) const {
  for (const HttpHeader& header : headers) {
    if (same_name(header.name, name)) return header.value;
  }
  return std::nullopt;
}

std::string_view to_text(TransportFault fault) {
  switch (fault) {
    case TransportFault::kUnreachable:
      return "unreachable";
    case TransportFault::kTimedOut:
      return "timed out";
    case TransportFault::kCancelled:
      return "cancelled";
    case TransportFault::kBroken:
      return "broken reply";
    case TransportFault::kTooLarge:
      return "reply too large";
    case TransportFault::kBadRequest:
      return "request cannot be sent";
  }
  return "unknown";
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 0x0FU];
  }
  return out;
}

}  // namespace navbat::client
