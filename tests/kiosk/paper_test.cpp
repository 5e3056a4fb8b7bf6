#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "kiosk/printing/folder_printer.h"
#include "kiosk/printing/paper_layout.h"
#include "tests/kiosk/kiosk_stage.h"
#include "ui/draw/image.h"
#include "ui/draw/qr.h"
#include "ui/text/catalogues.h"

namespace navbat::kiosk {
namespace {

namespace fs = std::filesystem;

ui::Catalogues catalogues() {
  return ui::Catalogues::load(fs::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang",
                              kLanguages)
      .value();
}

PaperFacts facts_in(const std::string& language) {
  const BranchFacts branch = sample_facts();
  return {.bank = branch.bank,
          .branch = branch.name.in(language),
          .service = branch.services[1].name.in(language),
          .time = {.year = 2026, .month = 3, .day = 17, .weekday = 2, .hour = 14, .minute = 32},
          .phone_page = "https://queue.meridian.example/t/",
          .kiosk_number = "1"};
}

// Burnt dots in a band of rows.
int ink(const Bitmap& bitmap, int top, int bottom) {
  int dots = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = 0; x < bitmap.width; ++x) {
      dots += bitmap.dark(x, y) ? 1 : 0;
    }
  }
  return dots;
}

TEST(Paper, SaysEverythingInTheCustomersLanguage) {
  const auto words = catalogues();
  const PaperTicket paper = make_paper(words.of("ru"), sample_ticket(), facts_in("ru"));
  EXPECT_EQ(paper.label, "A 042");
  EXPECT_EQ(paper.service, "Платежи и переводы");
  EXPECT_EQ(paper.mark, "");
  ASSERT_EQ(paper.facts.size(), 2U);
  EXPECT_EQ(paper.facts[0].amount, "4 человека");
  EXPECT_EQ(paper.facts[1].amount, "15–25 мин");
  EXPECT_EQ(paper.notes, std::vector<std::string>{"9 из 10 ждут меньше 30 мин"});
  EXPECT_EQ(paper.address, "https://queue.meridian.example/t/" + sample_ticket().id);
  EXPECT_EQ(paper.foot, "17.03.2026  ·  14:32  ·  Киоск 1");
}

TEST(Paper, HasNoNumbersWhereThereIsNoPromise) {
  const auto words = catalogues();
  IssuedTicket ticket = sample_ticket();
  ticket.promise.reset();
  ticket.people_ahead.reset();
  const PaperTicket paper = make_paper(words.of("en"), ticket, facts_in("en"));
  EXPECT_TRUE(paper.facts.empty());
  EXPECT_EQ(paper.notes, std::vector<std::string>{"We will call you soon"});
}

TEST(PaperLayout, LeavesWhiteMarginsAndFillsThePaperInEveryLanguage) {
  const auto words = catalogues();
  for (const std::string& language : kLanguages) {
    const PaperTicket paper = make_paper(words.of(language), sample_ticket(), facts_in(language));
    const auto bitmap = lay_out(paper, {});
    ASSERT_TRUE(bitmap) << bitmap.error();
    EXPECT_EQ(bitmap->width, kPaperDots);
    EXPECT_GT(bitmap->height, 600) << language;
    EXPECT_LT(bitmap->height, 1300) << language;
    for (int y = 0; y < bitmap->height; ++y) {
      for (int x = 0; x < 16; ++x) {
        ASSERT_FALSE(bitmap->dark(x, y) || bitmap->dark(kPaperDots - 1 - x, y))
            << language << " row " << y;
      }
    }
    EXPECT_EQ(ink(*bitmap, bitmap->height - 12, bitmap->height), 0) << language << ": cut below";
  }
}

// The code on paper is exactly the code of the address, each module in whole dots.
TEST(PaperLayout, BurnsTheAddressAsACodeOfWholeDots) {
  const auto words = catalogues();
  const PaperTicket paper = make_paper(words.of("en"), sample_ticket(), facts_in("en"));
  const auto bitmap = lay_out(paper, {});
  ASSERT_TRUE(bitmap);
  const auto code = ui::make_qr(paper.address);
  ASSERT_TRUE(code);
  // The first row with a finder's edge of seven modules at the margin.
  for (int module = 3; module <= 8; ++module) {
    for (int top = 0; top + code->side * module < bitmap->height; ++top) {
      bool same = true;
      for (int y = 0; y < code->side && same; ++y) {
        for (int x = 0; x < code->side && same; ++x) {
          const int px = 24 + x * module + module / 2;
          same = bitmap->dark(px, top + y * module + module / 2) == code->at(x, y);
        }
      }
      if (same) {
        SUCCEED();
        return;
      }
    }
  }
  FAIL() << "no code found";
}

TEST(FolderPrinter, WritesTheDotsAndLeavesNoHalfFile) {
  const fs::path folder =
      fs::path(testing::TempDir()) / ("navbat_paper_" + std::to_string(::getpid()));
  Bitmap bitmap{.width = 16, .height = 2, .bits = {0x80, 0x01, 0x00, 0xFF}};
  FolderPrinter printer(folder);
  EXPECT_TRUE(printer.status({}).reachable);
  ASSERT_EQ(printer.print(bitmap, "A042", {}).outcome, PrintOutcome::kPrinted);
  const auto image = ui::read_png(folder / "A042.png");
  ASSERT_TRUE(image) << image.error();
  for (int y = 0; y < 2; ++y) {
    for (int x = 0; x < 16; ++x) {
      const auto at = static_cast<std::size_t>(y * 16 + x) * 4;
      EXPECT_EQ(image->rgba[at] == 0, bitmap.dark(x, y)) << x << "," << y;
    }
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
  fs::remove_all(folder);
}

TEST(FolderPrinter, SaysWhenTheFolderCannotBeWritten) {
  Bitmap bitmap{.width = 8, .height = 1, .bits = {0}};
  FolderPrinter printer("/proc/none");
  const PrinterStatus status = printer.status({});
  EXPECT_FALSE(status.reachable);
  EXPECT_NE(status.detail.find("writable folder"), std::string::npos);
  const PrintResult result = printer.print(bitmap, "A042", {});
  EXPECT_EQ(result.outcome, PrintOutcome::kNotPrinted);
  EXPECT_NE(result.why.find("writable folder"), std::string::npos);
}

}  // namespace
}  // namespace navbat::kiosk
