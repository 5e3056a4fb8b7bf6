#pragma once
// The printer that a configuration asks for.

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "kiosk/printing/printer.h"
#include "kiosk/printing/printer_settings.h"

namespace navbat::kiosk {

// Null for PrinterKind::kNone. Nothing is opened yet: a printer that is switched off at start is no
// reason not to start.
std::unique_ptr<Printer> make_printer(const PrinterSettings& settings);

// What is wrong with them: the key below [printing] and what it was expected to be. Whoever reads
// the configuration turns this into its line of file, line, key.
struct SettingsFault {
  std::string key;       // "address"
  std::string expected;  // "host or host:port, like \"192.168.1.50:9100\""
};
tl::expected<void, SettingsFault> check(const PrinterSettings& settings);

// "escpos", "cups", "png", "pdf" or "none".
tl::expected<PrinterKind, SettingsFault> parse_printer_kind(const std::string& text);

}  // namespace navbat::kiosk
