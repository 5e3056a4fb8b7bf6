#include "kiosk/printing/escpos_status.h"

#include <gtest/gtest.h>

namespace navbat::kiosk {
namespace {

using escpos::read_status;

TEST(EscPosStatus, IsReadyWhenNothingIsWrong) {
  const PrinterStatus status = read_status({0x12, 0x12, 0x12, 0x12});
  EXPECT_EQ(health_of(status), PrinterHealth::kReady);
  EXPECT_EQ(status.paper, PaperLevel::kOk);
  EXPECT_EQ(status.detail, "");
}

TEST(EscPosStatus, TellsThePaperThatEndsSoonFromThePaperThatIsOut) {
  EXPECT_EQ(health_of(read_status({0x12, 0x12, 0x12, 0x1E})), PrinterHealth::kPaperLow);
  EXPECT_EQ(health_of(read_status({0x1A, 0x32, 0x12, 0x7E})), PrinterHealth::kPaperOut);
  EXPECT_EQ(health_of(read_status({0x1A, 0x12, 0x12, 0x72})), PrinterHealth::kPaperOut);
}

TEST(EscPosStatus, NamesTheCoverBeforeThePaperThatCannotBeSeenWithoutIt) {
  const PrinterStatus status = read_status({0x1A, 0x36, 0x12, 0x7E});
  EXPECT_EQ(health_of(status), PrinterHealth::kCoverOpen);
  EXPECT_EQ(status.detail, "the printer's cover is open");
}

TEST(EscPosStatus, NamesTheErrorThatStaffMustMend) {
  EXPECT_EQ(read_status({0x1A, 0x52, 0x1A, 0x12}).detail, "the paper cutter is stuck");
  EXPECT_EQ(read_status({0x1A, 0x52, 0x32, 0x12}).detail,
            "the printer is broken; it needs service");
  EXPECT_EQ(read_status({0x1A, 0x52, 0x16, 0x12}).detail, "the paper is jammed");
  EXPECT_EQ(read_status({0x1A, 0x12, 0x52, 0x12}).detail,
            "the print head is too hot; it recovers by itself");
}

TEST(EscPosStatus, TakesOfflineWithoutACauseForAnError) {
  const PrinterStatus status = read_status({0x1A, 0x12, 0x12, 0x12});
  EXPECT_EQ(health_of(status), PrinterHealth::kError);
  EXPECT_EQ(status.detail, "the printer reports an error");
}

}  // namespace
}  // namespace navbat::kiosk
