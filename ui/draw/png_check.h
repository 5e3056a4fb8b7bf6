#pragma once
// A PNG whose few bytes unpack to gigabytes is refused before anybody unpacks it.

#include <string_view>

namespace navbat::ui {

// Whether the picture data of `png` unpack, and to no more than a picture of `width` × `height`
// pixels needs. Takes memory for so much and no more.
bool unpacks_within_its_size(std::string_view png, int width, int height);

}  // namespace navbat::ui
