#pragma once
// What the four answers to DLE EOT mean. Pure. Source: Epson's ESC/POS guide, DLE EOT n.

#include <array>
#include <cstdint>

#include "kiosk/printing/printer.h"

namespace navbat::kiosk::escpos {

// Answers to DLE EOT 1 (printer), 2 (why offline), 3 (error), 4 (paper), in this order.
using StatusBytes = std::array<std::uint8_t, 4>;

// A reachable printer's status; `detail` says in English what staff must do or call.
PrinterStatus read_status(const StatusBytes& bytes);

}  // namespace navbat::kiosk::escpos
