#include "kiosk/printing/escpos_status.h"

namespace navbat::kiosk::escpos {
namespace {

constexpr std::uint8_t kOffline = 0x08;        // n = 1
constexpr std::uint8_t kCoverOpen = 0x04;      // n = 2
constexpr std::uint8_t kFeedButton = 0x08;     // n = 2
constexpr std::uint8_t kPaperStop = 0x20;      // n = 2
constexpr std::uint8_t kError = 0x40;          // n = 2
constexpr std::uint8_t kMechanical = 0x04;     // n = 3
constexpr std::uint8_t kCutter = 0x08;         // n = 3
constexpr std::uint8_t kUnrecoverable = 0x20;  // n = 3
constexpr std::uint8_t kPasses = 0x40;         // n = 3: it recovers by itself, as from heat
constexpr std::uint8_t kNearEnd = 0x0C;        // n = 4
constexpr std::uint8_t kPaperEnd = 0x60;       // n = 4

bool has(std::uint8_t byte, std::uint8_t bits) { return (byte & bits) != 0; }

std::string error_detail(std::uint8_t causes) {
  if (has(causes, kUnrecoverable)) {
    return "the printer is broken; it needs service";
  }
  if (has(causes, kCutter)) {
    return "the paper cutter is stuck";
  }
  if (has(causes, kMechanical)) {
    return "the paper is jammed";
  }
  if (has(causes, kPasses)) {
    return "the print head is too hot; it recovers by itself";
  }
  return "the printer reports an error";
}

std::string detail_of(const PrinterStatus& status, const StatusBytes& bytes) {
  if (status.cover_open) {
    return "the printer's cover is open";
  }
  if (status.paper == PaperLevel::kOut) {
    return "the printer is out of paper";
  }
  if (status.error) {
    return has(bytes[1], kFeedButton) ? "somebody holds the printer's feed button"
                                      : error_detail(bytes[2]);
  }
  return status.paper == PaperLevel::kNearEnd ? "the paper roll ends soon" : "";
}

}  // namespace

PrinterStatus read_status(const StatusBytes& bytes) {
  PrinterStatus status;
  status.reachable = true;
  status.cover_open = has(bytes[1], kCoverOpen);
  const bool out = has(bytes[3], kPaperEnd) || has(bytes[1], kPaperStop);
  status.paper = out                       ? PaperLevel::kOut
                 : has(bytes[3], kNearEnd) ? PaperLevel::kNearEnd
                                           : PaperLevel::kOk;
  const bool causes = has(bytes[2], kMechanical | kCutter | kUnrecoverable | kPasses);
  // Offline for no other cause that it names is an error too: no page comes out.
  status.error = has(bytes[1], kError | kFeedButton) || causes ||
                 (has(bytes[0], kOffline) && !status.cover_open && !out);
  status.detail = detail_of(status, bytes);
  return status;
}

}  // namespace navbat::kiosk::escpos
