#include "kiosk/printing/escpos_commands.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/kiosk/printing/sample_page.h"

namespace navbat::kiosk {
namespace {

TEST(EscPosCommands, SendABitmapInBandsAndCut) {
  const Bitmap page = striped_page(300);
  const auto bytes = escpos::page(page);
  ASSERT_EQ(bytes.size(), 5U + 8U + 72U * 256U + 8U + 72U * 44U + 4U);
  const escpos::Bytes start(bytes.begin(), bytes.begin() + 13);
  EXPECT_EQ(start, (escpos::Bytes{0x1B, '@', 0x1D, 'a', 0, 0x1D, 'v', '0', 0, 72, 0, 0, 1}));
  const auto second = bytes.begin() + 13 + 72 * 256;
  EXPECT_EQ(escpos::Bytes(second, second + 8), (escpos::Bytes{0x1D, 'v', '0', 0, 72, 0, 44, 0}));
  EXPECT_EQ(escpos::Bytes(bytes.end() - 4, bytes.end()), (escpos::Bytes{0x1D, 'V', 'B', 0}));
}

// A picture that held DLE EOT would make the printer answer, one with DLE DC4 could open a drawer
// or switch it off.
TEST(EscPosCommands, LetNoPictureReadAsACommand) {
  Bitmap page{.width = 32,
              .height = 3,
              .bits = {0x10, 0x04, 0x00, 0x10,  //
                       0x05, 0x10, 0x14, 0x10,  //
                       0x00, 0x10, 0x10, 0x10}};
  const auto bytes = escpos::page(page);
  const escpos::Bytes picture(bytes.begin() + 13, bytes.begin() + 25);
  EXPECT_EQ(picture, (escpos::Bytes{0x30, 0x04, 0x00, 0x30,  //
                                    0x05, 0x30, 0x14, 0x10,  //
                                    0x00, 0x10, 0x10, 0x30}));
}

TEST(EscPosCommands, TellAnswersApart) {
  EXPECT_TRUE(escpos::answers_status(0x12));
  EXPECT_TRUE(escpos::answers_status(0x7E));
  EXPECT_FALSE(escpos::answers_status(0x00));
  EXPECT_FALSE(escpos::answers_status(0x11)) << "XON";
  EXPECT_FALSE(escpos::answers_status(0x13)) << "XOFF";
  EXPECT_TRUE(escpos::answers_when_done(0x00));
  EXPECT_TRUE(escpos::answers_when_done(0x0F));
  EXPECT_FALSE(escpos::answers_when_done(0x12));
}

}  // namespace
}  // namespace navbat::kiosk
