#pragma once
// Lays a ticket out as dots with Pango and Cairo, so that every script prints right on any printer.

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/paper_ticket.h"

namespace navbat::kiosk {

// Not for the UI thread: the first call loads fonts (about 0.1 s), others take some milliseconds.
// `logo` is a PNG whose alpha is the shape to burn; empty for none. The error is one line.
tl::expected<Bitmap, std::string> lay_out(const PaperTicket& ticket,
                                          const std::filesystem::path& logo);

}  // namespace navbat::kiosk
