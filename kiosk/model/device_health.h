#pragma once
// How the terminal itself is, for staff, and whether a customer may expect paper.

#include <string>

#include "kiosk/model/ports.h"
#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

struct DeviceHealth {
  PrinterHealth printer = PrinterHealth::kUnknown;
  std::string printer_detail;  // English, one line; empty when all is well
  LinkHealth link;
  int volume = 60;      // percent, of the reading voice
  std::string version;  // of the software
  std::string name;     // of the device
  char letter = 0;      // of its own series of tickets; 0: none

  // Told to customers before they choose; not asked yet counts as yes.
  bool paper_expected() const { return printer == PrinterHealth::kUnknown || can_print(printer); }
  bool operator==(const DeviceHealth&) const = default;
};

}  // namespace navbat::kiosk
