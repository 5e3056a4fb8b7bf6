#pragma once
// The screen from the touch to the end of the visit: a slot that a ticket comes out of.

#include <optional>
#include <string>

#include "kiosk/model/navigator.h"
#include "kiosk/model/wait.h"
#include "kiosk/screens/header.h"
#include "ui/draw/qr.h"

namespace navbat::kiosk {

struct TicketModel {
  HeaderModel header;
  std::string service;
  bool issued = false;  // false: still asking for a number; nothing below is set
  std::string label;    // "A 042"
  Wait wait;
  std::optional<int> limit_min;  // "9 in 10 wait under …"
  std::optional<int> people_ahead;
  std::optional<ui::QrMatrix> qr;  // of the phone page
  std::string issued_on;           // "17.03.2026 14:32"
  std::string issued_on_spoken{};
  PrintProgress paper = PrintProgress::kPrinting;
  Moment since{};  // when the ticket came
  int seconds_left = 0;
  float share_left = 1;  // of the time that it is shown
  bool closing = false;  // the warning
};

// `ticket` is null while the number is asked for.
// `issued_on` is date and time as the customer reads them.
TicketModel make_ticket(HeaderModel header, const std::string& service, const IssuedTicket* ticket,
                        const std::string& issued_on, const std::string& phone_page,
                        PrintProgress paper);

// Fills what changes from frame to frame.
void count_down(TicketModel& model, Moment since, std::optional<Moment> deadline, Moment now);

}  // namespace navbat::kiosk
