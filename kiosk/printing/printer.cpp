#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

PrinterHealth health_of(const PrinterStatus& status) {
  if (!status.reachable) {
    return PrinterHealth::kOffline;
  }
  // An open cover often reads as "no paper" too: the cover is what staff must close first.
  if (status.cover_open) {
    return PrinterHealth::kCoverOpen;
  }
  if (status.paper == PaperLevel::kOut) {
    return PrinterHealth::kPaperOut;
  }
  if (status.error) {
    return PrinterHealth::kError;
  }
  return status.paper == PaperLevel::kNearEnd ? PrinterHealth::kPaperLow : PrinterHealth::kReady;
}

bool can_print(PrinterHealth health) {
  return health == PrinterHealth::kUnknown || health == PrinterHealth::kReady ||
         health == PrinterHealth::kPaperLow;
}

std::string_view short_name(PrinterHealth health) {
  switch (health) {
    case PrinterHealth::kUnknown:
      return "unknown";
    case PrinterHealth::kReady:
      return "ready";
    case PrinterHealth::kPaperLow:
      return "paper_low";
    case PrinterHealth::kPaperOut:
      return "paper_out";
    case PrinterHealth::kCoverOpen:
      return "cover_open";
    case PrinterHealth::kError:
      return "error";
    case PrinterHealth::kOffline:
      return "offline";
    case PrinterHealth::kNone:
      return "none";
  }
  return "unknown";
}

}  // namespace navbat::kiosk
