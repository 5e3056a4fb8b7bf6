#pragma once
// What stands on printed pages, as plain texts.

#include <string>
#include <vector>

#include "kiosk/model/branch.h"
#include "kiosk/printing/paper_cell.h"
#include "ui/text/catalogue.h"
#include "ui/text/catalogues.h"
#include "ui/text/dates.h"

namespace navbat::kiosk {

// In the customer's language.
struct PaperTicket {
  std::string bank;
  std::string branch;
  std::string mark;     // "Copy"; empty on the first paper of a ticket
  std::string heading;  // "Your number"
  std::string label;    // "A 042"
  std::string service;
  std::vector<PaperCell> facts;    // people ahead, the wait
  std::vector<std::string> notes;  // whole sentences below
  std::string address;             // in the QR code; empty for none
  std::string follow;              // beside it
  std::string foot;                // date, time, kiosk
};

struct PaperFacts {
  std::string bank;
  std::string branch;   // in the customer's language
  std::string service;  // likewise
  ui::WallTime time;    // of the issue, on the branch's wall
  std::string phone_page;
  std::string kiosk_number;
  bool copy = false;  // a paper of this ticket may be out already
};

PaperTicket make_paper(const ui::Catalogue& words, const IssuedTicket& ticket,
                       const PaperFacts& facts);

// Shows staff that paper comes out whole, in every script, with a code that phones read.
struct TestPage {
  std::string bank;
  std::string branch;
  std::string title;                 // "Test print", in the language of the staff's screen
  std::vector<std::string> samples;  // a line in each language
  std::string printer;               // how the printer says it is, beside the code
  std::string address;               // in the code
  std::string foot;                  // date, time, kiosk, version
};

struct TestFacts {
  std::string bank;
  std::string branch;
  ui::WallTime time;  // now
  std::string phone_page;
  std::string kiosk_number;
  std::string printer;  // the spooler's report in a word or two
  std::string version;
};

// `words`: of the staff's language.
TestPage make_test_page(const ui::Catalogues& all, const ui::Catalogue& words,
                        const TestFacts& facts);

}  // namespace navbat::kiosk
