#pragma once
// The staff menu: how the terminal is, its latest tickets, and what staff may do. No ImGui.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct StaffTicket {
  std::string id;
  std::string label;  // "A 042"
  std::string plain_label;
  std::string service;
  std::string time;  // "14:32"
  std::string time_spoken;
  domain::PrintState paper = domain::PrintState::kWaiting;
  bool voided = false;
};

// A fact about the terminal, and whether it asks for somebody's hands.
struct StaffFact {
  std::string text;
  std::string detail;
  bool good = true;
};

struct StaffModel {
  HeaderModel header;
  StaffPage page = StaffPage::kOverview;
  std::string about;  // device and version
  StaffFact printer;
  StaffFact link;
  int volume = 0;
  bool out_of_service = false;
  bool tickets_known = false;
  std::vector<StaffTicket> tickets;
  std::optional<StaffTicket> selected;
  std::string done;  // what staff have just had done
};

StaffModel make_staff(const ScreenContext& context);

// The words for where a ticket's paper is.
std::string paper_text(const ui::Catalogue& words, const StaffTicket& ticket);

}  // namespace navbat::kiosk
