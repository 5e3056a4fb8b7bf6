#include "tests/architecture/text_rules.h"

#include <gtest/gtest.h>

namespace navbat::architecture {
namespace {

// A text of `lines` lines.
std::string lines_of_code(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += ";\n";
  return text;
}

Exceptions exceptions_from(const std::string& text) {
  Exceptions exceptions;
  EXPECT_TRUE(parse_exceptions({"exceptions.txt", text}, exceptions).empty());
  return exceptions;
}

TEST(Comments, AreBlankedAndStringsAreKept) {
  EXPECT_EQ(without_comments("a // b\nc"), "a     \nc");
  EXPECT_EQ(without_comments("a /* b\n */ c"), "a     \n    c");
  EXPECT_EQ(without_comments("\"// no\" // yes"), "\"// no\"       ");
  EXPECT_EQ(without_comments("R\"x(// no)x\" // yes"), "R\"x(// no)x\"       ");
  EXPECT_EQ(without_comments("1'000 // yes\n'a'"), "1'000       \n'a'");
}

TEST(Exceptions, NeedARuleAPathAndAReason) {
  Exceptions exceptions;
  EXPECT_EQ(parse_exceptions({"e", "size domain/a.h\n"}, exceptions).size(), 1U);
  EXPECT_EQ(parse_exceptions({"e", "beauty domain/a.h why\n"}, exceptions).size(), 1U);
  EXPECT_TRUE(parse_exceptions({"e", "# size\n\nsize domain/a.h one table\n"}, exceptions).empty());
  EXPECT_EQ(exceptions.at("size").at("domain/a.h"), "one table");
}

TEST(Exceptions, EndWhenNothingNeedsThem) {
  const Exceptions exceptions = exceptions_from("size a.cpp one table\nsize gone.cpp was long\n");
  const SourceTree small{{"a.cpp", ";\n"}};
  EXPECT_EQ(check_exceptions_are_needed(small, exceptions).size(), 2U);
  const SourceTree large{{"a.cpp", lines_of_code(kMostLines + 1)}};
  EXPECT_EQ(check_exceptions_are_needed(large, exceptions).size(), 1U);
}

TEST(FileSizes, RefuseOneLineMoreThanTheLimit) {
  const SourceTree tree{{"a.cpp", lines_of_code(kMostLines)},
                        {"b.ts", lines_of_code(kMostLines + 1)},
                        {"c.json", lines_of_code(kMostLines + 1)}};
  ASSERT_EQ(check_file_sizes(tree, {}).size(), 1U);
  EXPECT_EQ(check_file_sizes(tree, {}).front().where, "b.ts");
  EXPECT_TRUE(check_file_sizes(tree, exceptions_from("size b.ts one table\n")).empty());
}

TEST(Clocks, AreNotAskedByTheDomain) {
  const SourceTree tree{{"domain/a.cpp", "auto t = std::chrono::steady_clock::now();\n"}};
  EXPECT_EQ(check_clocks_are_passed_in(tree, {}).size(), 1U);
}

TEST(Clocks, AreChosenInMainOnly) {
  const std::string code = "auto t = std::chrono::system_clock::now();\n";
  const SourceTree tree{{"kiosk/home.cpp", code}, {"kiosk/main.cpp", code}};
  ASSERT_EQ(check_clocks_are_passed_in(tree, {}).size(), 1U);
  EXPECT_EQ(check_clocks_are_passed_in(tree, {}).front().where, "kiosk/home.cpp:1");
  EXPECT_TRUE(
      check_clocks_are_passed_in(tree, exceptions_from("clock kiosk/home.cpp shows it\n")).empty());
}

TEST(Sql, StandsOnlyInTheStore) {
  const std::string code = "auto sql = \"SELECT label FROM tickets\";\n";
  const SourceTree tree{{"server_sync/store/rows.cpp", code},
                        {"server_sync/server/route.cpp", code},
                        {"tests/store/rows_test.cpp", code}};
  ASSERT_EQ(check_sql_stays_in_the_store(tree).size(), 1U);
  EXPECT_EQ(check_sql_stays_in_the_store(tree).front().where, "server_sync/server/route.cpp:1");
}

TEST(Sleeping, HasNoPlaceInTests) {
  const SourceTree tree{{"tests/client/a_test.cpp", "std::this_thread::sleep_for(1s);\n"},
                        {"tests/support/eventually.h", "std::this_thread::sleep_for(1ms);\n"}};
  EXPECT_EQ(check_tests_do_not_sleep(tree, {}).size(), 1U);
}

TEST(Assertions, AreMissedInATestWithoutAny) {
  const SourceTree tree{{"tests/a_test.cpp", "TEST(A, Runs) { run(); }\n"},
                        {"tests/b_test.cpp", "TEST(B, Runs) { EXPECT_TRUE(run()); }\n"}};
  ASSERT_EQ(check_tests_assert(tree).size(), 1U);
  EXPECT_EQ(check_tests_assert(tree).front().where, "tests/a_test.cpp");
}

TEST(PragmaOnce, ComesFirstInAHeader) {
  const SourceTree tree{{"a.h", "// What it is.\n#pragma once\n"},
                        {"b.h", "#include <string>\n#pragma once\n"},
                        {"c.h", ""}};
  EXPECT_EQ(check_pragma_once(tree).size(), 2U);
}

TEST(MachinePaths, AreFoundInAnyFile) {
  const SourceTree tree{{"README.md", std::string("see /ro") + "ot/notes\n"},
                        {"config/demo.toml", std::string("data = \"/home") + "/me\"\n"},
                        {"a.cpp", "\"/usr/share/fonts\"\n"}};
  EXPECT_EQ(check_no_machine_paths(tree).size(), 2U);
}

TEST(LicenceHeaders, AreFoundInCode) {
  const SourceTree tree{{"a.cpp", std::string("// Copy") + "right 2026\n"}, {"b.cpp", "int a;\n"}};
  EXPECT_EQ(check_no_licence_headers(tree).size(), 1U);
}

TEST(UnfinishedWork, IsFoundAsAWholeWord) {
  const SourceTree tree{{"a.cpp", std::string("// TO") + "DO: more\n"},
                        {"b.cpp", std::string("int TO") + "DOLIST;\n"}};
  EXPECT_EQ(check_nothing_is_unfinished(tree).size(), 1U);
}

TEST(DocumentLinks, LeadToFiles) {
  const SourceTree tree{
      {"docs/A.md", "[b](B.md#part) [up](../README.md) [out](https://a.example)\n"},
      {"docs/B.md", ""},
      {"README.md", "[gone](docs/C.md) [folder](docs)\n"}};
  ASSERT_EQ(check_document_links(tree).size(), 1U);
  EXPECT_EQ(check_document_links(tree).front().where, "README.md:1");
}

}  // namespace
}  // namespace navbat::architecture
