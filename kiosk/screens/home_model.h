#pragma once
// Everything that the home screen shows, ready to be drawn. No ImGui.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/branch.h"
#include "kiosk/model/navigator.h"
#include "kiosk/model/wait.h"
#include "kiosk/screens/header.h"
#include "ui/text/catalogues.h"

namespace navbat::kiosk {

struct ServiceCard {
  domain::ServiceId id;
  std::string name;
  std::string icon;
  ui::Color color;
  Wait wait;
  std::optional<int> waiting;  // nothing when not live
};

struct LanguageChoice {
  std::string tag;
  std::string name;  // in itself: "Oʻzbekcha"
  std::string code;  // "UZ"
};

struct HomeModel {
  HeaderModel header;
  bool live = false;
  int counters_open = 0;
  int waiting_total = 0;
  std::vector<ServiceCard> services;  // empty: the branch is not known yet
  std::vector<LanguageChoice> languages;
  Preferences preferences;
};

// `queue` is null when there is none fresh enough to be shown as live.
HomeModel make_home(const BranchFacts& facts, const LiveQueue* queue,
                    const Preferences& preferences, const ui::Catalogues& catalogues);

}  // namespace navbat::kiosk
