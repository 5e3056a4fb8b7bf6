// Tickets in every language, from the words to the dots that a printer burnt.

#include <gtest/gtest.h>

#include "kiosk/printing/paper_layout.h"
#include "tests/kiosk/kiosk_stage.h"
#include "tests/kiosk/printing/sample_page.h"
#include "tests/kiosk/printing/sample_paper.h"
#include "tests/support/child_process.h"
#include "tests/support/escpos_sink.h"

namespace navbat::kiosk {
namespace {

std::filesystem::path logo() { return testing::tree_file("assets/icons/bank.png"); }

bool margins_are_white(const Bitmap& page) {
  const int margin = page.width * 20 / 576;
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < margin; ++x) {
      if (page.dark(x, y) || page.dark(page.width - 1 - x, y)) {
        return false;
      }
    }
  }
  return true;
}

TEST(PaperOnPrinter, HasTheSameDotsAndACodeThatIsReadInEveryLanguage) {
  testing::EscPosSink sink;
  EscPosPrinter printer(to_sink(sink));
  for (const std::string& language : kLanguages) {
    const auto page = lay_out_sample(language);
    ASSERT_TRUE(page) << page.error();
    ASSERT_EQ(printer.print(*page, "A042-" + language, {}).outcome, PrintOutcome::kPrinted);
    const Bitmap burnt = sink.pages().back();
    EXPECT_TRUE(testing::is_burnt(burnt, *page)) << language;
    EXPECT_EQ(testing::read_code(burnt), sample_address()) << language;
  }
  EXPECT_EQ(sink.pages().size(), kLanguages.size());
  EXPECT_EQ(sink.rubbish(), 0U);
}

TEST(PaperOnPrinter, ShowsAnotherNumberAsAnotherPicture) {
  PaperTicket ticket = sample_paper("en");
  const auto first = lay_out(ticket, logo());
  ticket.label = "A 043";
  const auto second = lay_out(ticket, logo());
  ASSERT_TRUE(first && second);
  EXPECT_FALSE(testing::is_burnt(*first, *second));
}

TEST(PaperOnPrinter, CutsNothingOffHoweverLongTheNames) {
  for (const std::string& language : kLanguages) {
    PaperTicket ticket = sample_copy(language);
    ticket.bank += " " + ticket.bank + " " + ticket.bank;
    ticket.branch += ", " + ticket.branch + ", " + ticket.branch;
    ticket.service += " / " + ticket.service + " / " + ticket.service;
    ticket.label = "BX 10000";
    ticket.facts[0].amount = "1 000 000 " + ticket.facts[0].amount;
    ticket.follow += ". " + ticket.follow + ". " + ticket.follow;
    const auto page = lay_out(ticket, logo());
    ASSERT_TRUE(page) << page.error();
    EXPECT_TRUE(margins_are_white(*page)) << language;
    EXPECT_LT(page->height, 1700) << language;
    EXPECT_EQ(testing::read_code(*page), sample_address()) << language;
  }
}

TEST(PaperOnPrinter, FitsPaperOfEveryWidth) {
  for (const int dots : {384, 512, 576, 832}) {
    const auto page = lay_out(sample_paper("uz-Cyrl"), logo(), dots);
    ASSERT_TRUE(page) << page.error();
    EXPECT_EQ(page->width, dots);
    EXPECT_TRUE(margins_are_white(*page)) << dots;
    EXPECT_EQ(testing::read_code(*page), sample_address()) << dots;
  }
}

TEST(PaperOnPrinter, MarksTheSecondPaperOfATicket) {
  EXPECT_EQ(sample_paper("pl").mark, "");
  EXPECT_EQ(sample_copy("pl").mark, "Kopia");
  const auto first = lay_out(sample_paper("pl"), logo());
  const auto second = lay_out(sample_copy("pl"), logo());
  ASSERT_TRUE(first && second);
  EXPECT_GT(second->height, first->height);
}

TEST(PaperOnPrinter, TestsItselfInEveryScriptFromEdgeToEdge) {
  const TestPage test = sample_test_page("az");
  EXPECT_EQ(test.title, "Sınaq çapı");
  EXPECT_EQ(test.samples.size(), kLanguages.size());
  const auto page = lay_out(test, logo());
  ASSERT_TRUE(page) << page.error();
  EXPECT_TRUE(page->dark(0, 18));
  EXPECT_TRUE(page->dark(page->width - 1, 18));
}

TEST(PaperOnPrinter, SaysWhichLogoCannotBeRead) {
  const auto page = lay_out(sample_paper("en"), "/no/such/logo.png");
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error(), "/no/such/logo.png: cannot be read; expected a PNG picture");
}

}  // namespace
}  // namespace navbat::kiosk
