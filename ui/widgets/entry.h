#pragma once
// What a key pad reports, and how typed digits are shown. Knows no screen.

#include <string>
#include <string_view>

namespace navbat::ui {

// Edits as a key pad reports them: digits, and these two.
inline constexpr char kErase = '\b';
inline constexpr char kDone = '\n';

// "901234567" by "## ### ## ##" is "90 123 45 67"; it ends where the digits end. Digits that the
// pattern has no place for follow after a space.
[[nodiscard]] std::string grouped(std::string_view digits, std::string_view pattern);

// All but the last `shown` digits as dots: "•••••••67".
[[nodiscard]] std::string masked(std::string_view digits, std::size_t shown);

}  // namespace navbat::ui
