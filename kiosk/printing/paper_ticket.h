#pragma once
// What stands on a printed ticket, as plain texts in the customer's language.

#include <string>
#include <utility>
#include <vector>

#include "kiosk/model/branch.h"
#include "ui/text/catalogue.h"
#include "ui/text/dates.h"

namespace navbat::kiosk {

struct PaperTicket {
  std::string bank;
  std::string branch;
  std::string heading;  // "Your number"
  std::string label;    // "A 042"
  std::string service;
  std::vector<std::pair<std::string, std::string>> rows;  // what, how much
  std::string address;                                    // in the QR code; empty for none
  std::string follow;                                     // beside it
  std::string foot;                                       // date, time, kiosk
};

struct PaperFacts {
  std::string bank;
  std::string branch;   // in the customer's language
  std::string service;  // likewise
  ui::WallTime time;    // of the issue, on the branch's wall
  std::string phone_page;
  std::string kiosk_number;
};

PaperTicket make_paper(const ui::Catalogue& words, const IssuedTicket& ticket,
                       const PaperFacts& facts);

}  // namespace navbat::kiosk
