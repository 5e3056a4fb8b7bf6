#pragma once
// Just enough UTF-8: catalogues and the server's names are checked when they come in.

#include <optional>
#include <string>
#include <string_view>

namespace navbat::ui {

// The code point that starts `text`, which then starts after it. Ill-formed bytes give U+FFFD one
// by one, so that a wrong text is shown wrong and never loops. `text` must not be empty.
char32_t take_code_point(std::string_view& text);

std::u32string decode_utf8(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

}  // namespace navbat::ui
