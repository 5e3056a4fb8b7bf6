#pragma once
// A panel fed by real files and addresses, with a day and a clock that the test sets.

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "display_board/panel/panel_reader.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_clock.h"

namespace navbat::board {

class PanelFixture : public ::testing::Test {
 protected:
  // Rates that hold on this day.
  static std::string rates_of(const std::string& day);
  static std::string message(const std::string& english);

  // A file in the panel's folder; returns its path.
  std::string write(const std::string& name, const std::string& content);
  // A picture in one colour, into the folder `pictures`.
  std::string paint(const std::string& name, int width, int height);

  // The panel looks at everything once, and says what it would show.
  PanelContent look();
  [[nodiscard]] Today today();  // 22 November 2026 until it is set
  void set_day(std::optional<std::chrono::year_month_day> day);
  [[nodiscard]] Log log();
  [[nodiscard]] std::vector<std::string> lines();

  navbat::testing::TempDir folder_;
  navbat::testing::TestClock clock_{domain::from_unix_ms(1'795'334'400'000)};
  PanelSettings settings_;  // taken at the first look()

 private:
  std::unique_ptr<PanelReader> reader_;
  std::mutex mutex_;
  std::optional<std::chrono::year_month_day> day_{std::chrono::year(2026) / 11 / 22};
  std::vector<std::string> lines_;
};

// The program's own: libcurl.
[[nodiscard]] MakeTransport real_transport();

}  // namespace navbat::board
