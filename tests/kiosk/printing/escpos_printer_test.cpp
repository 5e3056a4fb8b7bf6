#include "kiosk/printing/escpos_printer.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/kiosk/printing/sample_page.h"
#include "tests/support/eventually.h"

namespace navbat::kiosk {
namespace {

using testing::EscPosSink;
using testing::eventually;

PrintOutcome outcome_of(EscPosPrinter& printer, const Bitmap& page = striped_page(600)) {
  return printer.print(page, "A042", {}).outcome;
}

TEST(EscPosPrinter, BurnsTheVeryDotsAndKnowsThatTheyAreOut) {
  EscPosSink sink;
  EscPosPrinter printer(to_sink(sink));
  const Bitmap page = striped_page(600);
  ASSERT_EQ(outcome_of(printer, page), PrintOutcome::kPrinted);
  ASSERT_EQ(sink.pages().size(), 1U);
  EXPECT_EQ(sink.pages()[0].height, 600);
  EXPECT_EQ(sink.pages()[0].bits, page.bits);
  EXPECT_EQ(sink.rubbish(), 0U);
}

// Dots that would read as commands are changed; all others arrive as they are, whatever they are.
TEST(EscPosPrinter, BurnsAnyPictureWithoutACommandGettingOut) {
  EscPosSink sink;
  EscPosPrinter printer(to_sink(sink));
  const Bitmap page = speckled_page(576, 2000);
  ASSERT_EQ(outcome_of(printer, page), PrintOutcome::kPrinted);
  ASSERT_EQ(sink.pages().size(), 1U);
  const std::vector<std::uint8_t> bits = sink.pages()[0].bits;
  ASSERT_EQ(bits.size(), page.bits.size());
  std::size_t changed = 0;
  for (std::size_t at = 0; at < bits.size(); ++at) {
    ASSERT_EQ(bits[at] & page.bits[at], page.bits[at]) << "a dot is missing";
    changed += bits[at] == page.bits[at] ? 0U : 1U;
  }
  EXPECT_GT(changed, 0U);
  EXPECT_LT(changed, 40U);
  EXPECT_EQ(sink.rubbish(), 0U);
}

TEST(EscPosPrinter, TellsItsHealth) {
  EscPosSink sink;
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kReady);
  sink.set({.near_end = true});
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kPaperLow);
  sink.set({.paper_out = true});
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kPaperOut);
  sink.set({.cover_open = true});
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kCoverOpen);
  sink.set({.cutter_stuck = true});
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kError);
  sink.set({.answers = false});
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kOffline);
  sink.set({});
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kReady);
}

TEST(EscPosPrinter, IsOfflineWhereNobodyListens) {
  std::string port;
  {
    EscPosSink gone;
    port = gone.port();
  }
  EscPosPrinter::Options options;
  options.open = [port](const Until& until) { return open_tcp("127.0.0.1", port, until); };
  EscPosPrinter printer(std::move(options));
  const PrinterStatus status = printer.status({});
  EXPECT_EQ(health_of(status), PrinterHealth::kOffline);
  EXPECT_NE(status.detail.find("refused"), std::string::npos) << status.detail;
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kNotPrinted);
}

TEST(EscPosPrinter, PrintsWhenThePaperOnlyEndsSoon) {
  EscPosSink sink({.near_end = true});
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
}

TEST(EscPosPrinter, SendsNothingWithoutPaperOrWithAnOpenCover) {
  EscPosSink sink({.paper_out = true});
  EscPosPrinter printer(to_sink(sink));
  const PrintResult without_paper = printer.print(striped_page(100), "A042", {});
  EXPECT_EQ(without_paper.outcome, PrintOutcome::kNotPrinted);
  EXPECT_EQ(without_paper.why, "the printer is out of paper");
  sink.set({.cover_open = true});
  const PrintResult open = printer.print(striped_page(100), "A042", {});
  EXPECT_EQ(open.outcome, PrintOutcome::kNotPrinted);
  EXPECT_EQ(open.why, "the printer's cover is open");
  sink.set({});
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  EXPECT_EQ(sink.pages().size(), 1U) << "what failed must not come out later";
}

// The rest of a page that ran out of paper must not greet the next customer.
TEST(EscPosPrinter, ForgetsThePageThatRanOutOfPaperInItsMiddle) {
  EscPosSink sink({.paper_out_after = 20'000});
  EscPosPrinter printer(to_sink(sink));
  const PrintResult result = printer.print(striped_page(900), "A042", {});
  EXPECT_EQ(result.outcome, PrintOutcome::kNotPrinted) << result.why;
  EXPECT_EQ(result.why, "the printer is out of paper");
  sink.set({});
  EXPECT_EQ(outcome_of(printer, striped_page(50)), PrintOutcome::kPrinted);
  ASSERT_EQ(sink.pages().size(), 1U);
  EXPECT_EQ(sink.pages()[0].height, 50);
}

// Such a printer, out of paper with a full buffer, does not even hear the question.
TEST(EscPosPrinter, SaysUnknownWhenASmallBufferIsFullOfAPageThatRanOutOfPaper) {
  EscPosSink sink({.paper_out_after = 20'000, .buffer = 4096});
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(outcome_of(printer, striped_page(1800)), PrintOutcome::kUnknown);
}

TEST(EscPosPrinter, SaysUnknownWhenThePrinterHangsInTheMiddle) {
  EscPosSink sink({.hangs_after = 10'000, .bytes_a_tick = 1000});
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(outcome_of(printer, striped_page(1800)), PrintOutcome::kUnknown);
}

TEST(EscPosPrinter, SaysUnknownWhenItTookAllAndFallsSilent) {
  EscPosSink sink;
  EscPosPrinter printer(to_sink(sink));
  ASSERT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  sink.set({.hangs_after = 72 * 90});
  EXPECT_EQ(outcome_of(printer, striped_page(100)), PrintOutcome::kUnknown);
}

TEST(EscPosPrinter, SendsNothingToAPrinterThatHangs) {
  EscPosSink sink({.hangs = true});
  EscPosPrinter printer(to_sink(sink));
  const PrintResult result = printer.print(striped_page(100), "A042", {});
  EXPECT_EQ(result.outcome, PrintOutcome::kNotPrinted);
  EXPECT_EQ(result.why, "the printer does not answer");
}

TEST(EscPosPrinter, SaysUnknownWhenTheConnectionClosesInTheMiddle) {
  EscPosSink sink({.closes_after = 20'000, .bytes_a_tick = 1000});
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(outcome_of(printer, striped_page(900)), PrintOutcome::kUnknown);
  sink.set({});
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted) << "the next page finds it well";
}

TEST(EscPosPrinter, MindsNoConnectionThatWasClosedWhileIdle) {
  EscPosSink sink;
  EscPosPrinter printer(to_sink(sink));
  ASSERT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  sink.drop_connection();
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  EXPECT_EQ(sink.connections(), 2);
  EXPECT_EQ(sink.pages().size(), 2U);
}

TEST(EscPosPrinter, PrintsOnPrintersThatConfirmNothing) {
  EscPosSink sink({.knows_gs_r = false});
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  EXPECT_EQ(sink.pages().size(), 2U);
}

TEST(EscPosPrinter, WaitsForASlowPrinterAsLongAsItMovesOn) {
  EscPosSink sink({.bytes_a_tick = 200});
  EscPosPrinter printer(to_sink(sink));
  EXPECT_EQ(outcome_of(printer, striped_page(1200)), PrintOutcome::kPrinted);
}

TEST(EscPosPrinter, NeedsNoAnswerFromAOneWayChannel) {
  EscPosSink sink({.answers = false});
  auto options = to_sink(sink);
  options.two_way = false;
  EscPosPrinter printer(std::move(options));
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kReady);
  EXPECT_EQ(outcome_of(printer), PrintOutcome::kPrinted);
  EXPECT_TRUE(eventually([&] { return sink.has_pages(1); }));
}

TEST(EscPosPrinter, SaysUnknownWhenAOneWayPrinterTakesNoMore) {
  EscPosSink sink({.hangs = true});
  auto options = to_sink(sink);
  options.two_way = false;
  EscPosPrinter printer(std::move(options));
  // More than the machine's own buffers take.
  EXPECT_EQ(outcome_of(printer, striped_page(200'000)), PrintOutcome::kUnknown);
}

TEST(EscPosPrinter, StopsWaitingWhenTheProgramEnds) {
  EscPosSink sink({.hangs = true});
  auto options = to_sink(sink);
  options.answer_within = std::chrono::hours{1};
  EscPosPrinter printer(std::move(options));
  std::stop_source stop;
  std::thread end([&] {
    static_cast<void>(eventually([&] { return sink.connections() > 0; }));
    stop.request_stop();
  });
  EXPECT_EQ(health_of(printer.status(stop.get_token())), PrinterHealth::kOffline);
  end.join();
}

}  // namespace
}  // namespace navbat::kiosk
