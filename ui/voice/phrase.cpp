#include "ui/voice/phrase.h"

namespace navbat::ui {
namespace {

// Tens and ones; 0 to 20 have a word of their own in most languages.
void add_below_hundred(int value, ClipRow& row) {
  if (value > 20 && value % 10 != 0) {
    row.push_back(std::to_string(value / 10 * 10));
    value %= 10;
  }
  row.push_back(std::to_string(value));
}

}  // namespace

ClipChoice number_clips(std::string_view figures) {
  ClipChoice choice{{std::string(figures)}};
  if (figures.size() < 2 || figures.size() > 3 || figures.front() == '0') {
    return choice;
  }
  const int value = std::stoi(std::string(figures));
  const int below = value % 100;
  if (value > 100 && below > 20 && below % 10 != 0) {
    choice.push_back({std::to_string(value - below), std::to_string(below)});
  }
  ClipRow row;
  if (value >= 100) {
    row.push_back(std::to_string(value - below));
  }
  if (below > 0) {
    add_below_hundred(below, row);
  }
  if (row != choice.front()) {
    choice.push_back(std::move(row));
  }
  return choice;
}

}  // namespace navbat::ui
