#pragma once
// The pictograms that a branch may name for its services.

#include <string_view>

namespace navbat::kiosk {

// A glyph of the icon font; a ticket's outline for a name that is not known.
char32_t pictogram(std::string_view name);

}  // namespace navbat::kiosk
