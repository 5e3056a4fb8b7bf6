#pragma once
// Everything that the home screen shows, ready to be drawn. No ImGui.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/wait.h"
#include "kiosk/screens/access_bar.h"
#include "kiosk/screens/context.h"

namespace navbat::kiosk {

// One entry of the menu: a service, or a group of services.
struct MenuCard {
  bool group = false;
  std::string id;
  std::string name;
  std::string icon;
  ui::Color color;
  Opening opening = Opening::kOpen;  // of a group: whether any of its services is open
  std::string opens;                 // while closed: "opens at 09:00"
  std::string opens_spoken;
  Wait wait;                   // of a group: the shortest of its services'
  std::optional<int> waiting;  // nothing when not live
  int services = 0;            // of a group
};

struct HomeModel {
  HeaderModel header;
  bool top = true;    // of the menu
  bool known = true;  // false before the first contact with the branch
  std::string title;
  std::string subtitle;
  bool live = false;
  int counters_open = 0;
  int waiting_total = 0;
  bool own_estimate = false;  // not live, but this kiosk's own
  bool paper = true;          // false: told before the customer chooses
  std::vector<MenuCard> cards;
  int page = 0;
  // Beside the services, at the top.
  bool check_in = false;
  bool priority = false;
  bool priority_chosen = false;
  bool ratings = false;
};

HomeModel make_home(const ScreenContext& context);

// When a service opens: "opens at 09:00", with the day when it is not today's.
std::string opens_text(const ui::Catalogue& words, const std::optional<ui::WallTime>& opens,
                       const std::optional<ui::WallTime>& now, bool spoken);

}  // namespace navbat::kiosk
