#pragma once
// Uzbek is written in two alphabets and spoken in one way.

#include <string>
#include <string_view>

namespace navbat::ui {

// Cyrillic Uzbek in Latin letters: espeak-ng's voice for both reads some Cyrillic ones wrong ("юз"
// as "juz", "етти" as "etti"). Other characters stay as they are.
[[nodiscard]] std::string latin_uzbek(std::string_view text);

}  // namespace navbat::ui
