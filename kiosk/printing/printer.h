#pragma once
// The port to a printer: what it can tell about itself, and a page printed with an honest outcome.
// One adapter a kind of printer; make_printer() in printer_settings.h chooses it.

#include <stop_token>
#include <string>
#include <string_view>

#include "kiosk/printing/bitmap.h"

namespace navbat::kiosk {

enum class PaperLevel { kUnknown, kOk, kNearEnd, kOut };

struct PrinterStatus {
  bool reachable = false;  // it answered, or where it cannot answer: it could be opened
  PaperLevel paper = PaperLevel::kUnknown;
  bool cover_open = false;
  bool error = false;  // cutter, jam, overheated, stopped queue: no page comes out
  std::string detail;  // English, one line for staff and log; empty when all is well

  bool operator==(const PrinterStatus&) const = default;
};

// What screens, staff and reports need of a status; the worst comes first when several hold.
enum class PrinterHealth {
  kUnknown,   // not asked yet
  kReady,     // prints (a one-way printer that can be opened counts as ready)
  kPaperLow,  // prints; staff should bring a roll
  kPaperOut,  // no page comes out from here on
  kCoverOpen,
  kError,
  kOffline,
  kNone,  // the branch has chosen to do without paper
};

PrinterHealth health_of(const PrinterStatus& status);

// May a customer expect paper? Told before the customer chooses a service.
bool can_print(PrinterHealth health);

// "ready", "paper_low", …: the state in device reports and logs.
std::string_view short_name(PrinterHealth health);

enum class PrintOutcome {
  kPrinted,     // the whole page is out, as far as this kind of printer can know
  kNotPrinted,  // nothing was sent, or the printer said itself that it could not finish
  kUnknown,     // bytes went out and nobody answered for them: staff are told, nothing is repeated
};

struct PrintResult {
  PrintOutcome outcome = PrintOutcome::kUnknown;
  std::string why;  // English, one line; empty when printed

  static PrintResult printed() { return {PrintOutcome::kPrinted, {}}; }
  static PrintResult not_printed(std::string why) {
    return {PrintOutcome::kNotPrinted, std::move(why)};
  }
  static PrintResult unknown(std::string why) { return {PrintOutcome::kUnknown, std::move(why)}; }
};

// Used by one thread at a time. Both calls may block, but no longer than limits.h says, and end
// within half a second after a stop is asked for.
class Printer {
 public:
  virtual ~Printer() = default;

  [[nodiscard]] virtual PrinterStatus status(const std::stop_token& stop) = 0;

  // `name` is unique for each page and fit for a file name ("A042-018f…").
  [[nodiscard]] virtual PrintResult print(const Bitmap& page, const std::string& name,
                                          const std::stop_token& stop) = 0;
};

}  // namespace navbat::kiosk
