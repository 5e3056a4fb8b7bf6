// The rules on the project itself. Each has a test on made-up lines beside this file that shows it
// fail.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/architecture/catalogue_rules.h"
#include "tests/architecture/include_rules.h"
#include "tests/architecture/text_rules.h"

namespace navbat::architecture {
namespace {

class Project : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const char* root = std::getenv("NAVBAT_SOURCE");
    ASSERT_NE(root, nullptr) << "NAVBAT_SOURCE names the root of the tree; ctest sets it";
    tree_ = load_tree(root);
    for (const SourceFile& file : tree_) {
      if (file.path == "tests/architecture/exceptions.txt") {
        exception_findings_ = parse_exceptions(file, exceptions_);
      }
    }
    catalogue_findings_ = load_catalogues(tree_, catalogues_);
  }

  static void expect_none(const Findings& findings) {
    EXPECT_TRUE(findings.empty()) << describe(findings);
  }

  static inline SourceTree tree_;
  static inline Exceptions exceptions_;
  static inline Catalogues catalogues_;
  static inline Findings exception_findings_;
  static inline Findings catalogue_findings_;
};

TEST_F(Project, IsReadWhole) {
  const auto modules = std::count_if(tree_.begin(), tree_.end(), [](const SourceFile& file) {
    return is_cpp(file.path) && !module_of(file.path).empty();
  });
  EXPECT_GT(modules, 5) << "the tree was not found, so no rule below would prove anything";
}

TEST_F(Project, ModulesIncludeOnlyWhatTheirLevelAllows) { expect_none(check_module_levels(tree_)); }

TEST_F(Project, ModulesUseOnlyTheLibrariesOfTheirLevel) { expect_none(check_libraries(tree_)); }

TEST_F(Project, DomainKnowsNoThreadsAndNoFiles) { expect_none(check_domain_is_pure(tree_)); }

TEST_F(Project, HttpLibraryStaysInsideTheServer) {
  expect_none(check_http_library_stays_inside(tree_));
}

TEST_F(Project, ClocksAreChosenInMainOnly) {
  expect_none(check_clocks_are_passed_in(tree_, exceptions_));
}

TEST_F(Project, SqlStandsOnlyInTheStore) { expect_none(check_sql_stays_in_the_store(tree_)); }

TEST_F(Project, FilesAreShortOrSayWhyNot) { expect_none(check_file_sizes(tree_, exceptions_)); }

TEST_F(Project, TestsWaitOnConditionsAndNeverSleep) {
  expect_none(check_tests_do_not_sleep(tree_, exceptions_));
}

TEST_F(Project, EveryTestFileAsserts) { expect_none(check_tests_assert(tree_)); }

TEST_F(Project, ExceptionsAreWellFormedAndStillNeeded) {
  expect_none(exception_findings_);
  expect_none(check_exceptions_are_needed(tree_, exceptions_));
}

TEST_F(Project, HeadersBeginWithPragmaOnce) { expect_none(check_pragma_once(tree_)); }

TEST_F(Project, FilesHoldNoMachinePathsOrPackageHosts) {
  expect_none(check_no_machine_paths(tree_));
}

TEST_F(Project, CodeHasNoLicenceHeaders) { expect_none(check_no_licence_headers(tree_)); }

TEST_F(Project, CodeHasNoMarksOfUnfinishedWork) { expect_none(check_nothing_is_unfinished(tree_)); }

TEST_F(Project, DocumentsLinkToFilesThatExist) { expect_none(check_document_links(tree_)); }

TEST_F(Project, AllSevenCataloguesAreFlatSortedJson) { expect_none(catalogue_findings_); }

TEST_F(Project, CataloguesHaveTheSameKeysInTheFormsOfTheirLanguage) {
  expect_none(check_same_keys(catalogues_));
}

TEST_F(Project, CatalogueTextsAreThere) { expect_none(check_texts_are_there(catalogues_)); }

TEST_F(Project, CatalogueTextsHaveTheSamePlaceholdersInEveryLanguage) {
  expect_none(check_placeholders(catalogues_));
}

TEST_F(Project, CatalogueWordsDoNotMixLatinAndCyrillic) {
  expect_none(check_scripts_do_not_mix(catalogues_));
}

TEST_F(Project, CatalogueKeysAreAllThereAndAllUsed) {
  expect_none(check_keys_are_used(tree_, catalogues_));
}

}  // namespace
}  // namespace navbat::architecture
