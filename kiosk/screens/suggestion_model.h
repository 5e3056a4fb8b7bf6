#pragma once
// What would save this customer the wait, in words; and the ticket, always one touch away.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/wait.h"
#include "kiosk/screens/access_bar.h"
#include "kiosk/screens/context.h"
#include "ui/draw/qr.h"

namespace navbat::kiosk {

struct SuggestionOption {
  std::string id;
  AlternativeKind kind = AlternativeKind::kAtm;
  std::string name;
  std::string when;  // "now", "at 15:00, about 4 min", "12 min away, wait up to 5 min"
  std::string when_spoken;
  std::string saves;  // "saves at least 12 min"
  std::string saves_spoken;
};

// The option that the customer took: where it is and how it goes on.
struct SuggestionTaken {
  SuggestionOption option;
  std::string place;               // "To the left of the entrance"
  std::optional<ui::QrMatrix> qr;  // of the app
};

struct SuggestionModel {
  HeaderModel header;
  std::string service;
  Wait wait;  // at the counter
  bool paper = true;
  std::vector<SuggestionOption> options;
  std::optional<SuggestionTaken> taken;
};

SuggestionModel make_suggestion(const ScreenContext& context);

}  // namespace navbat::kiosk
