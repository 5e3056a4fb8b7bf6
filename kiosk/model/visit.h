#pragma once
// What one customer has chosen and got so far; forgotten when the next one begins.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/branch.h"
#include "kiosk/model/entry.h"
#include "kiosk/model/intent.h"
#include "kiosk/model/place.h"
#include "kiosk/model/suggestion.h"

namespace navbat::kiosk {

struct Rating {
  FeedbackStep step = FeedbackStep::kNumber;
  std::string ticket_id;  // once found
  std::string label;
  int score = 0;
  std::vector<std::string> reasons{};
};

struct Visit {
  std::string group;  // of the menu; empty: its top
  int menu_page = 0;  // where it has more entries than the screen
  domain::ServiceId service;
  std::optional<domain::PriorityReason> priority;
  std::string phone;
  std::string booking;
  Entry entry;
  bool entry_shown = false;  // the customer wants to see the phone number
  std::string guidance;      // UUID of the offer on the screen
  std::vector<Suggestion> suggestions;
  std::optional<std::string> suggestion;  // the one taken
  std::optional<IssuedTicket> ticket;
  PrintProgress paper = PrintProgress::kPrinting;
  std::optional<Notice> notice;
  Rating rating;
};

// What staff have just had done, to be told on the next page.
enum class StaffDone { kNothing, kTestPrint, kReprint, kVoid };

// Of the staff menu; forgotten when it closes.
struct StaffDesk {
  StaffPage page = StaffPage::kOverview;
  std::vector<IssuedTicket> tickets;
  std::optional<IssuedTicket> selected;
  bool tickets_known = false;
  StaffDone done = StaffDone::kNothing;
};

}  // namespace navbat::kiosk
