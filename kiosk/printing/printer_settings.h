#pragma once
// Which printer a kiosk has: the [printing] table of its configuration.

#include <filesystem>
#include <string>

#include "kiosk/printing/bitmap.h"

namespace navbat::kiosk {

enum class PrinterKind { kNone, kEscPos, kCups, kPng, kPdf };

struct PrinterSettings {
  PrinterKind kind = PrinterKind::kPng;

  // kEscPos: exactly one of address and device.
  std::string address;           // "printer.lan:9100"; the port may be left out
  std::filesystem::path device;  // "/dev/usb/lp0", "/dev/ttyS0"
  int baud = 0;                  // of a serial line; 0: the device is no serial line
  bool status = true;            // false: a one-way channel, the printer is never asked

  // kCups
  std::string queue;
  std::string server;  // "host:port" or "/path/to/socket"; empty: the machine's own cupsd

  // kPng, kPdf
  std::filesystem::path folder;

  int dots = kPaperDots;  // printable width of the paper
};

}  // namespace navbat::kiosk
