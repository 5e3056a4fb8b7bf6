#pragma once
// A page of dots as a picture or a document. Errors are one line.

#include <cstdint>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "kiosk/printing/bitmap.h"

namespace navbat::kiosk {

// Receipt printers burn 8 dots a millimetre (203 dpi); a PDF page has the size of the paper.
inline constexpr double kDotsPerMm = 8.0;

// A grey PNG of one bit a dot.
tl::expected<void, std::string> write_png(const Bitmap& page, const std::filesystem::path& file);

// One page, exactly as large as the dots are on paper, in black and white.
tl::expected<void, std::string> write_pdf(const Bitmap& page, const std::filesystem::path& file);
tl::expected<std::vector<std::uint8_t>, std::string> as_pdf(const Bitmap& page);

}  // namespace navbat::kiosk
