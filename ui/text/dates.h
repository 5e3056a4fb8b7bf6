#pragma once
// Dates and clock times as each language writes them; the patterns are catalogue texts.

#include <string>

#include "ui/text/catalogue.h"

namespace navbat::ui {

// A moment on the wall of the branch. Whoever knows the time zone fills it.
struct WallTime {
  int year = 2000;
  int month = 1;    // 1..12
  int day = 1;      // 1..31
  int weekday = 1;  // 1 Monday .. 7 Sunday
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool operator==(const WallTime&) const = default;
};

std::string clock_text(const Catalogue& words, const WallTime& time);       // 14:32
std::string date_text(const Catalogue& words, const WallTime& time);        // Tuesday, 17 March
std::string long_date_text(const Catalogue& words, const WallTime& time);   // 17 March 2026
std::string short_date_text(const Catalogue& words, const WallTime& time);  // 17.03.2026

}  // namespace navbat::ui
