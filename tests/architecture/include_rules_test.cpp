#include "tests/architecture/include_rules.h"

#include <gtest/gtest.h>

namespace navbat::architecture {
namespace {

TEST(ModuleLevels, AllowWhatTheTableAllows) {
  const SourceTree tree{
      {"domain/ticket.h", "#pragma once\n#include <string>\n"},
      {"server_sync/store/database.h", "#include \"domain/ticket.h\"\n"},
      {"server_sync/client/outbox.h", "#include \"server_sync/store/database.h\"\n"},
      {"kiosk/main.cpp",
       "#include \"server_sync/client/outbox.h\"\n#include \"domain/ticket.h\"\n"}};
  EXPECT_TRUE(check_module_levels(tree).empty()) << describe(check_module_levels(tree));
}

TEST(ModuleLevels, RefuseAnArrowUpward) {
  const SourceTree tree{{"domain/ticket.h", "#include \"server_sync/store/database.h\"\n"},
                        {"server_sync/store/database.h", ""}};
  ASSERT_EQ(check_module_levels(tree).size(), 1U);
  EXPECT_EQ(check_module_levels(tree).front().where, "domain/ticket.h:1");
}

TEST(ModuleLevels, RefuseTheDomainInsideTheUi) {
  const SourceTree tree{{"domain/ticket.h", ""}, {"ui/theme.h", "#include \"domain/ticket.h\"\n"}};
  EXPECT_EQ(check_module_levels(tree).size(), 1U);
}

TEST(ModuleLevels, RefuseTheProtocolInsideTheStore) {
  const SourceTree tree{
      {"server_sync/protocol/json.h", ""},
      {"server_sync/store/rows.cpp", "#include \"server_sync/protocol/json.h\"\n"}};
  EXPECT_EQ(check_module_levels(tree).size(), 1U);
}

TEST(ModuleLevels, RefuseTheStoreAndTheProtocolInsideTheKiosk) {
  const SourceTree tree{{"server_sync/protocol/json.h", ""},
                        {"server_sync/store/database.h", ""},
                        {"kiosk/main.cpp",
                         "#include \"server_sync/protocol/json.h\"\n"
                         "#include \"server_sync/store/database.h\"\n"}};
  EXPECT_EQ(check_module_levels(tree).size(), 2U);
}

TEST(ModuleLevels, RefuseTheBoardInsideTheKioskAndTheOtherWayRound) {
  const SourceTree tree{{"kiosk/home.h", "#include \"display_board/calls.h\"\n"},
                        {"display_board/calls.h", "#include \"kiosk/home.h\"\n"}};
  EXPECT_EQ(check_module_levels(tree).size(), 2U);
}

TEST(ModuleLevels, RefuseTestsInsideAProgram) {
  const SourceTree tree{{"tests/support/clock.h", ""},
                        {"kiosk/main.cpp", "#include \"tests/support/clock.h\"\n"}};
  EXPECT_EQ(check_module_levels(tree).size(), 1U);
}

TEST(ModuleLevels, RefuseAnIncludeThatIsNotNamedFromTheRoot) {
  const SourceTree tree{{"domain/ticket.h", ""}, {"domain/ticket.cpp", "#include \"ticket.h\"\n"}};
  EXPECT_FALSE(check_module_levels(tree).empty());
}

TEST(ModuleLevels, CoverEveryFile) {
  const SourceTree tree{{"helpers/string.h", "#pragma once\n"}};
  EXPECT_EQ(check_module_levels(tree).size(), 1U);
}

TEST(ModuleLevels, LeaveHeadersMadeByTheBuildAlone) {
  const SourceTree tree{{"ui/icon.cpp", "#include \"made_icons/icons.h\"\n"}};
  EXPECT_TRUE(check_module_levels(tree).empty());
}

TEST(ModuleLevels, DoNotReadCommentedIncludes) {
  const SourceTree tree{{"domain/ticket.h", "// #include \"kiosk/home.h\"\n"}};
  EXPECT_TRUE(check_module_levels(tree).empty());
}

TEST(Libraries, BelongToTheModulesOfTheTable) {
  const SourceTree allowed{{"ui/window.cpp", "#include <SDL.h>\n#include <imgui.h>\n"},
                           {"domain/day.h", "#include <date/tz.h>\n#include <tl/expected.hpp>\n"},
                           {"server_sync/server/session.cpp", "#include <boost/beast/http.hpp>\n"}};
  EXPECT_TRUE(check_libraries(allowed).empty()) << describe(check_libraries(allowed));
  const SourceTree refused{{"domain/day.h", "#include <sqlite3.h>\n"},
                           {"kiosk/home.cpp", "#include <curl/curl.h>\n"},
                           {"server_sync/store/rows.cpp", "#include <boost/json.hpp>\n"},
                           {"server_sync/client/http.cpp", "#include <boost/beast.hpp>\n"}};
  EXPECT_EQ(check_libraries(refused).size(), 4U);
}

TEST(Libraries, MustBeInTheTable) {
  const SourceTree tree{{"ui/window.cpp", "#include <gtk/gtk.h>\n"}};
  EXPECT_EQ(check_libraries(tree).size(), 1U);
}

TEST(DomainPurity, RefusesThreadsAndFiles) {
  const SourceTree tree{
      {"domain/a.h", "#include <thread>\n#include <fstream>\n#include <vector>\n"},
      {"ui/b.h", "#include <thread>\n"}};
  EXPECT_EQ(check_domain_is_pure(tree).size(), 2U);
}

TEST(HttpLibrary, IsFoundThroughAnotherHeader) {
  const SourceTree tree{
      {"server_sync/server/session.h", "#include <boost/beast/http.hpp>\n"},
      {"server_sync/server/server.h", "#include \"server_sync/server/session.h\"\n"},
      {"kiosk/main.cpp", "#include \"server_sync/server/server.h\"\n"}};
  const Findings findings = check_http_library_stays_inside(tree);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().where, "kiosk/main.cpp");
}

}  // namespace
}  // namespace navbat::architecture
