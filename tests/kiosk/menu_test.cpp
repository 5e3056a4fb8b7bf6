// Groups and services as a customer walks through them, whatever a server sends.

#include "kiosk/model/menu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace navbat::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ServiceOffer service(const std::string& id, const std::string& group) {
  return {.id = domain::ServiceId(id),
          .icon = "payments",
          .color = {},
          .target_wait = {},
          .name = {},
          .group = group};
}

ServiceGroup group(const std::string& id, const std::string& parent = "") {
  return {.id = id, .parent = parent, .icon = "savings", .color = {}, .name = {}};
}

std::vector<std::string> names(const MenuLevel& level) {
  std::vector<std::string> result;
  for (const ServiceGroup* each : level.groups) result.push_back("[" + each->id + "]");
  for (const ServiceOffer* each : level.services) result.push_back(each->id.value());
  return result;
}

TEST(Menu, ShowsGroupsBeforeServicesAndLeadsBackUp) {
  BranchFacts facts;
  facts.groups = {group("private"), group("savings", "private")};
  facts.services = {service("cash", ""), service("cards", "private"),
                    service("deposits", "savings")};
  EXPECT_THAT(names(menu_level(facts, "")), ElementsAre("[private]", "cash"));
  EXPECT_THAT(names(menu_level(facts, "private")), ElementsAre("[savings]", "cards"));
  EXPECT_THAT(names(menu_level(facts, "savings")), ElementsAre("deposits"));
  EXPECT_EQ(parent_of(facts, "savings"), "private");
  EXPECT_EQ(parent_of(facts, "private"), "");
  EXPECT_EQ(services_below(facts, "private").size(), 2U);
}

TEST(Menu, LeavesOutGroupsThatLeadNowhere) {
  BranchFacts facts;
  facts.groups = {group("empty"), group("hollow"), group("within", "hollow")};
  facts.services = {service("cash", "")};
  EXPECT_THAT(names(menu_level(facts, "")), ElementsAre("cash"));
}

TEST(Menu, ShowsEveryServiceOnceWhenGroupsRunInACircle) {
  BranchFacts facts;
  facts.groups = {group("a", "b"), group("b", "a"), group("self", "self")};
  facts.services = {service("cash", "a"), service("cards", "b"), service("loans", "self")};
  EXPECT_THAT(names(menu_level(facts, "")), ElementsAre("[a]", "[b]", "[self]"));
  EXPECT_THAT(names(menu_level(facts, "a")), ElementsAre("cash"));
  EXPECT_THAT(names(menu_level(facts, "self")), ElementsAre("loans"));
}

TEST(Menu, PutsAServiceOfAnUnknownGroupAtTheTop) {
  BranchFacts facts;
  facts.groups = {group("orphan", "nowhere")};
  facts.services = {service("cash", "nowhere"), service("cards", "orphan")};
  EXPECT_THAT(names(menu_level(facts, "")), ElementsAre("[orphan]", "cash"));
  EXPECT_THAT(names(menu_level(facts, "unknown")), IsEmpty());
  EXPECT_EQ(parent_of(facts, "unknown"), "");
}

}  // namespace
}  // namespace navbat::kiosk
