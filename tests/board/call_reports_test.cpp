#include "display_board/app/call_reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "display_board/app/part_reports.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr domain::Timestamp kStart{1'000'000s};

std::vector<std::int64_t> versions(const std::vector<domain::PresentedCall>& calls) {
  std::vector<std::int64_t> result;
  for (const domain::PresentedCall& call : calls) {
    result.push_back(call.version);
  }
  return result;
}

TEST(CallReports, TellWhenACallWasSeenAndHeardInOneBatchAfterAWhile) {
  CallReports reports;
  reports.shown(7, kStart + 40ms, kStart);
  reports.heard(7, domain::Heard::kWords, kStart + 90ms);
  EXPECT_EQ(reports.due(kStart), kStart + kReportEvery);
  EXPECT_THAT(reports.take(kStart + kReportEvery - 1ms), IsEmpty());
  const auto told = reports.take(kStart + kReportEvery);
  EXPECT_THAT(told, ElementsAre(domain::PresentedCall{.version = 7,
                                                      .shown_at = kStart + 40ms,
                                                      .heard = domain::Heard::kWords,
                                                      .heard_at = kStart + 90ms}));
  EXPECT_EQ(reports.due(kStart + kReportEvery), std::nullopt) << "told once";
}

TEST(CallReports, WaitForTheSoundButNotForEver) {
  CallReports reports;
  reports.shown(7, kStart, kStart);
  EXPECT_THAT(reports.take(kStart + kReportEvery), IsEmpty());
  EXPECT_EQ(reports.due(kStart), kStart + kHeardWithin);
  const auto told = reports.take(kStart + kHeardWithin);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].heard, domain::Heard::kNothing);
  EXPECT_EQ(told[0].heard_at, std::nullopt);
}

TEST(CallReports, TellAtOnceWhatFillsABatchAndTheRestInTheNext) {
  CallReports reports;
  for (std::int64_t version = 1; version <= static_cast<std::int64_t>(kReportCalls) + 1;
       ++version) {
    reports.shown(version, kStart, kStart);
    reports.heard(version, domain::Heard::kChime, kStart);
  }
  EXPECT_EQ(reports.take(kStart).size(), kReportCalls);
  EXPECT_THAT(reports.take(kStart), IsEmpty());
  EXPECT_THAT(versions(reports.take(kStart, true)), ElementsAre(kReportCalls + 1));
}

TEST(CallReports, KeepNothingOfASoundWhoseCallWasNotShown) {
  CallReports reports;
  reports.heard(7, domain::Heard::kWords, kStart);
  EXPECT_THAT(reports.take(kStart, true), IsEmpty());
}

TEST(PartReports, TellAChangeOnceAndTheRecoveryOnce) {
  std::vector<std::string> told;
  PartReports parts([&](const domain::DeviceReported& report) {
    told.push_back(report.part.value() + " " + report.state.value());
  });
  parts.set("sound", true, "failed");
  EXPECT_THAT(told, IsEmpty()) << "well from the start";
  parts.set("sound", false, "failed");
  parts.set("sound", false, "failed");
  parts.set("sound", true, "failed");
  EXPECT_THAT(told, ElementsAre("sound failed", "sound ok"));
}

}  // namespace
}  // namespace navbat::board
