#include "ui/draw/qr.h"

#include <gtest/gtest.h>

#include <string>

namespace navbat::ui {
namespace {

TEST(Qr, HasFinderPatternsInThreeCorners) {
  const auto code = make_qr("https://example.org/t/018f");
  ASSERT_TRUE(code);
  const int last = code->side - 1;
  EXPECT_TRUE(code->at(0, 0) && code->at(last, 0) && code->at(0, last));
  EXPECT_FALSE(code->at(1, 1));
  EXPECT_TRUE(code->at(3, 3));
}

TEST(Qr, RefusesWhatCannotBeEncoded) {
  EXPECT_FALSE(make_qr(""));
  EXPECT_FALSE(make_qr(std::string(5000, 'x')));
}

}  // namespace
}  // namespace navbat::ui
