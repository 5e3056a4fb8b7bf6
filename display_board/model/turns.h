#pragma once
// What takes turns on the board: the languages, the lines of the ticker, the pages at the side.

#include <optional>
#include <string>
#include <vector>

#include "display_board/model/picture.h"
#include "domain/time.h"

namespace navbat::board {

struct TurnSettings {
  std::vector<std::string> languages;  // never empty
  bool together = false;               // side by side instead of one after the other
  domain::Milliseconds turn{15'000};   // how long each is shown
};

// What there is to show in turns, apart from the board's own tips.
struct TurnContent {
  std::vector<domain::AlternativeId> suggestions;
  std::vector<client::Translations> notices;  // messages of the branch's staff
  const PanelContent* panel = nullptr;        // of the bank; null: none
};

// Pure functions of the time, so that all boards of a hall show the same. A page or line stays
// while every language had its turn.
class Turns {
 public:
  explicit Turns(TurnSettings settings) : settings_(std::move(settings)) {}

  [[nodiscard]] std::vector<std::string> languages(domain::Timestamp now) const;
  [[nodiscard]] int number(domain::Timestamp now) const;  // counts pages; small and positive
  [[nodiscard]] domain::Timestamp next_change(domain::Timestamp now) const;

  [[nodiscard]] TickerLine ticker(const TurnContent& content, int number) const;
  [[nodiscard]] std::optional<SidePage> side(const TurnContent& content, int number) const;

 private:
  const TurnSettings settings_;
};

}  // namespace navbat::board
