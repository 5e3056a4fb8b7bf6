#pragma once
// A visit's rating in three steps: whose ticket, which face, why. No ImGui.

#include <string>
#include <vector>

#include "kiosk/screens/context.h"

namespace navbat::kiosk {

struct ReasonChoice {
  std::string id;  // as it is stored with the rating
  bool chosen = false;
};

struct FeedbackModel {
  HeaderModel header;
  FeedbackStep step = FeedbackStep::kNumber;
  std::string number;         // as typed: "A 042"
  std::vector<char> letters;  // that a ticket's number can begin with
  bool letters_open = true;   // a letter may come next
  bool empty = true;
  bool complete = false;
  std::string label;  // of the ticket that is rated: "A 042"
  int score = 0;
  std::vector<ReasonChoice> reasons;
  int seconds_left = 0;  // of the thanks
  float share_left = -1;
};

FeedbackModel make_feedback(const ScreenContext& context);

}  // namespace navbat::kiosk
