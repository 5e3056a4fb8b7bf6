#pragma once
// The languages that the catalogues in assets/lang are written in: a ticket may be in any of them.

#include <array>
#include <string_view>

namespace navbat::board {

inline constexpr std::array<std::string_view, 7> kLanguages{"uz", "uz-Cyrl", "az", "tr",
                                                            "pl", "ru",      "en"};

}  // namespace navbat::board
