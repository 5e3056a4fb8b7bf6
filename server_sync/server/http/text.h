#pragma once

#include <string>
#include <string_view>

namespace navbat::server::http {

/// ASCII only, as header names are.
[[nodiscard]] bool equal_ignoring_case(std::string_view left, std::string_view right);

/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Whether the bytes are UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, at most
/// U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Visible ASCII (0x21 to 0x7E) only, and 1 to max_length of it.
[[nodiscard]] bool is_visible_ascii(std::string_view text, std::size_t max_length);

}  // namespace navbat::server::http
