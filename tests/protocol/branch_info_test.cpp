#include "server_sync/protocol/branch_info.h"

#include <gtest/gtest.h>

namespace navbat::protocol {
namespace {

using namespace domain;

// With every member set.
BranchInfo full_info() {
  BranchInfo info;
  info.id = BranchId{"demo"};
  info.bank = "Meridian Bank";
  info.name = {{"en", "Chilonzor branch"}};
  info.time_zone = "Asia/Tashkent";
  info.languages = {"uz", "en"};
  info.counters = {CounterId{"1"}};
  WeekHours week;
  week.days[0] = *parse_spans("09:00-13:00 14:00-18:00");
  info.hours.week = week;
  info.hours.special_days = {{std::chrono::year{2026} / 12 / 31, *parse_spans("09:00-14:00")},
                             {std::chrono::year{2027} / 1 / 1, {}}};
  ServiceInfo service;
  service.id = ServiceId{"loans"};
  service.letter = 'D';
  service.target_wait = Seconds{1500};
  service.group = GroupId{"lending"};
  service.hours = week;
  service.quota = 40;
  service.asks_phone = true;
  info.services = {service};
  info.groups = {{GroupId{"advice"}, {}, "star", "#112233", {{"en", "Advice"}}},
                 {GroupId{"lending"}, GroupId{"advice"}, "star", "#112233", {{"en", "Lending"}}}};
  info.alternatives = {{AlternativeId{"app"},
                        AlternativeKind::kApp,
                        {ServiceId{"loans"}},
                        {{"en", "App"}},
                        {{"en", "On your phone"}},
                        "https://bank.example/app",
                        BranchId{"other"},
                        std::chrono::minutes{7}}};
  info.check_in = {std::chrono::minutes{45}, std::chrono::minutes{5}};
  return info;
}

TEST(BranchInfo, ReadsBackWhatItWrote) {
  const std::string json = encode(full_info());
  const auto decoded = decode_branch_info(json);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(encode(*decoded), json);
  EXPECT_EQ(decoded->hours, full_info().hours);
  EXPECT_EQ(decoded->services[0].quota, 40);
  EXPECT_TRUE(decoded->services[0].asks_phone);
  EXPECT_EQ(decoded->groups[1].parent, GroupId{"advice"});
  EXPECT_EQ(decoded->alternatives[0].travel, std::chrono::minutes{7});
  EXPECT_EQ(decoded->check_in, full_info().check_in);
}

TEST(BranchInfo, OfAServerBeforeHoursAndGroupsIsAlwaysOpenAndFlat) {
  const auto decoded = decode_branch_info(
      R"({"id":"demo","name":{},"time_zone":"Asia/Tashkent","languages":["uz"],"counters":["1"],
          "services":[{"id":"cash","letter":"A","target_wait_s":600,"name":{},"hint":{}}]})");
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->hours.week, std::nullopt);
  EXPECT_TRUE(decoded->groups.empty());
  EXPECT_EQ(decoded->check_in, CheckInLimits{});
  EXPECT_FALSE(decoded->services[0].asks_phone);
}

TEST(BranchInfo, LeavesOutAnAlternativeOfAKindThatIsNotKnownYet) {
  BranchInfo info = full_info();
  info.alternatives.push_back(info.alternatives.front());
  std::string json = encode(info);
  json.replace(json.find("\"app\",\"services\""), 5, "\"drone\"");
  const auto decoded = decode_branch_info(json);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().to_string();
  EXPECT_EQ(decoded->alternatives.size(), 1u);
}

TEST(BranchInfo, RefusesHoursThatCannotBe) {
  std::string json = encode(full_info());
  json.replace(json.find("09:00-13:00"), 11, "19:00-13:00");
  const auto decoded = decode_branch_info(json);
  ASSERT_FALSE(decoded.has_value());
  EXPECT_NE(decoded.error().member.find("hours.mon"), std::string::npos);
}

}  // namespace
}  // namespace navbat::protocol
