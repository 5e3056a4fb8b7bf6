#include "kiosk/printing/cups_status.h"

#include <gtest/gtest.h>

namespace navbat::kiosk {
namespace {

PrinterStatus status_for(std::vector<std::string> reasons) {
  cups::Queue queue;
  queue.reasons = std::move(reasons);
  return cups::read_status(queue);
}

TEST(CupsStatus, IsReadyWithoutAReason) {
  EXPECT_EQ(health_of(status_for({})), PrinterHealth::kReady);
  EXPECT_EQ(status_for({}).detail, "");
}

TEST(CupsStatus, ReadsTheReasonsOfDriversWhateverTheirWeight) {
  EXPECT_EQ(health_of(status_for({"media-low-warning"})), PrinterHealth::kPaperLow);
  EXPECT_EQ(health_of(status_for({"media-empty-error"})), PrinterHealth::kPaperOut);
  EXPECT_EQ(health_of(status_for({"media-needed"})), PrinterHealth::kPaperOut);
  EXPECT_EQ(health_of(status_for({"cover-open", "media-empty"})), PrinterHealth::kCoverOpen);
  EXPECT_EQ(health_of(status_for({"media-jam-error"})), PrinterHealth::kError);
  EXPECT_EQ(health_of(status_for({"offline-report"})), PrinterHealth::kOffline);
  EXPECT_EQ(health_of(status_for({"cups-waiting-for-job-completed"})), PrinterHealth::kReady);
}

TEST(CupsStatus, TellsStaffTheReasonAndTheDriversWords) {
  cups::Queue queue;
  queue.stopped = true;
  queue.reasons = {"paused"};
  queue.message = "Paused";
  const PrinterStatus status = cups::read_status(queue);
  EXPECT_EQ(health_of(status), PrinterHealth::kError);
  EXPECT_EQ(status.detail, "the queue is stopped (Paused, paused)");
}

}  // namespace
}  // namespace navbat::kiosk
