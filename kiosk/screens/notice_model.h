#pragma once
// A gentle word about what cannot be, and what can be done instead.

#include <string>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct NoticeModel {
  HeaderModel header;
  NoticeKind kind = NoticeKind::kTrouble;
  std::string service;      // whose name stands above the words; may be empty
  std::string time;         // the one fact, in a sentence: when it opens
  std::string time_spoken;  // as it is said
  bool plain_ticket = false;
  int seconds_left = 0;
  float share_left = 1;
};

NoticeModel make_notice(const ScreenContext& context);

}  // namespace navbat::kiosk
