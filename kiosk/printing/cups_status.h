#pragma once
// What a queue's state and its reasons mean. Pure. Source: RFC 8011 §5.4.12 (printer-state-reasons)
// and PWG 5100.9 for the names that drivers use.

#include "kiosk/printing/cups_client.h"
#include "kiosk/printing/printer.h"

namespace navbat::kiosk::cups {

// `detail` says in English what staff must do or call.
PrinterStatus read_status(const Queue& queue);

// The queue's program is still trying to reach the device: normal for a moment, a fault when it
// lasts.
bool is_connecting(const Queue& queue);

}  // namespace navbat::kiosk::cups
