#include "ui/text/dates.h"

namespace navbat::ui {
namespace {

std::string two_digits(int value) {
  std::string text = std::to_string(value);
  return text.size() < 2 ? "0" + text : text;
}

std::string fill(const Catalogue& words, std::string_view key, const WallTime& time) {
  return words.text(key, {{"weekday", words.text("common.weekday." + std::to_string(time.weekday))},
                          {"day", std::to_string(time.day)},
                          {"dd", two_digits(time.day)},
                          {"mm", two_digits(time.month)},
                          {"month", words.text("common.month." + two_digits(time.month))},
                          {"year", std::to_string(time.year)},
                          {"hour", two_digits(time.hour)},
                          {"minute", two_digits(time.minute)}});
}

}  // namespace

std::string clock_text(const Catalogue& words, const WallTime& time) {
  return fill(words, "common.clock", time);
}

std::string date_text(const Catalogue& words, const WallTime& time) {
  return fill(words, "common.date", time);
}

std::string long_date_text(const Catalogue& words, const WallTime& time) {
  return fill(words, "common.date_long", time);
}

std::string short_date_text(const Catalogue& words, const WallTime& time) {
  return fill(words, "common.date_short", time);
}

}  // namespace navbat::ui
