#pragma once
// Lays pages out as dots. Not for the UI thread: the first call loads fonts (about 0.1 s), others
// take some milliseconds.

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/paper_ticket.h"

namespace navbat::kiosk {

// `logo` is a PNG whose alpha is the shape to burn; empty for none. `dots` is the width of the
// paper, a multiple of 8. The error is one line.
tl::expected<Bitmap, std::string> lay_out(const PaperTicket& ticket,
                                          const std::filesystem::path& logo, int dots = kPaperDots);

tl::expected<Bitmap, std::string> lay_out(const TestPage& page, const std::filesystem::path& logo,
                                          int dots = kPaperDots);

}  // namespace navbat::kiosk
