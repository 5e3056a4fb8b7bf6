#pragma once
// The build of every screen that only says something: a card with a large sign on the bank's
// ground, and at most two answers below it.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/header.h"
#include "ui/widgets/controls.h"

namespace navbat::kiosk {

enum class MessageTone { kFriendly, kTime, kTrouble };

struct MessageAnswer {
  std::string id;
  std::string label;
  Intent intent;
  char32_t icon = 0;
  bool main = true;
  bool closes = false;  // it does what happens by itself in the end: it has the countdown
};

struct MessageSpec {
  char32_t icon = 0;
  MessageTone tone = MessageTone::kFriendly;
  int face = 0;        // 1 to 4: a face in place of the icon
  std::string over{};  // what it is about, above the title
  std::string title;
  std::string text{};
  std::string strong{};         // the one fact: a time; on a tint of its own
  std::string strong_spoken{};  // how it is said; empty: as written
  std::string number{};         // a ticket's number, large
  std::string number_spoken{};
  std::vector<MessageAnswer> answers{};
  // Of the countdown; negative: none.
  float share_left = -1;
  int seconds_left = 0;
};

void draw_message(ui::Frame& frame, const HeaderModel& header, const MessageSpec& spec,
                  const Emit& emit);

}  // namespace navbat::kiosk
