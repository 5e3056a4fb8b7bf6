// Against a real printing system of the test's own.

#include "kiosk/printing/cups_printer.h"

#include <gtest/gtest.h>

#include <thread>

#include "kiosk/printing/make_printer.h"
#include "kiosk/printing/page_file.h"
#include "tests/kiosk/printing/sample_page.h"
#include "tests/kiosk/printing/sample_paper.h"
#include "tests/support/escpos_sink.h"
#include "tests/support/eventually.h"
#include "tests/support/private_cups.h"

namespace navbat::kiosk {
namespace {

using std::chrono::milliseconds;
using testing::EscPosSink;
using testing::eventually;
using testing::PrivateCups;

class CupsPrinterTest : public ::testing::Test {
 protected:
  CupsPrinter printer(const std::string& queue) {
    return CupsPrinter({.server = cups_.server(),
                        .queue = queue,
                        .job_within = milliseconds{10'000},
                        .connecting_within = milliseconds{800}});
  }

  PrivateCups cups_;
};

TEST_F(CupsPrinterTest, SendsARawQueueTheBytesOfAReceiptPrinter) {
  EscPosSink sink;
  cups_.add_raw_queue("ticket", sink.address());
  CupsPrinter out = printer("ticket");
  EXPECT_EQ(health_of(out.status({})), PrinterHealth::kReady);
  const Bitmap page = striped_page(700);
  const PrintResult result = out.print(page, "A042-1", {});
  ASSERT_EQ(result.outcome, PrintOutcome::kPrinted) << result.why << cups_.log();
  ASSERT_TRUE(eventually([&] { return sink.has_pages(1); }));
  const Bitmap burnt = sink.pages()[0];
  EXPECT_EQ(burnt.bits, page.bits);
  EXPECT_EQ(sink.rubbish(), 0U);
}

TEST_F(CupsPrinterTest, SendsADriverAPageOfTheTicketsSizeWhoseCodeCanBeRead) {
  const std::string file = cups_.add_pdf_queue("office");
  CupsPrinter out = printer("office");
  const auto page = lay_out_sample("uz-Cyrl");
  ASSERT_TRUE(page) << page.error();
  const PrintResult result = out.print(*page, "A042-1", {});
  ASSERT_EQ(result.outcome, PrintOutcome::kPrinted) << result.why << cups_.log();
  const std::string picture = file + ".picture";
  testing::output_of("pdftoppm -r 203 -png -singlefile " + file + " " + picture);
  EXPECT_EQ(testing::output_of("zbarimg --quiet --raw " + picture + ".png 2>/dev/null"),
            sample_address() + "\n");
  const std::string info = testing::output_of("pdfinfo " + file);
  EXPECT_NE(info.find("Pages:           1"), std::string::npos) << info;
  EXPECT_NE(info.find("Page size:       204"), std::string::npos) << info;
}

TEST_F(CupsPrinterTest, PrintsNothingOnAStoppedQueueAndLeavesNothingInIt) {
  EscPosSink sink;
  cups_.add_raw_queue("ticket", sink.address());
  cups_.stop_queue("ticket");
  CupsPrinter out = printer("ticket");
  EXPECT_EQ(health_of(out.status({})), PrinterHealth::kError);
  const PrintResult result = out.print(striped_page(20), "A042-1", {});
  EXPECT_EQ(result.outcome, PrintOutcome::kNotPrinted);
  EXPECT_NE(result.why.find("the queue is stopped"), std::string::npos) << result.why;
  EXPECT_EQ(cups_.waiting_jobs(), "");
  cups_.start_queue("ticket");
  EXPECT_EQ(out.print(striped_page(30), "A043-1", {}).outcome, PrintOutcome::kPrinted);
  ASSERT_TRUE(eventually([&] { return sink.has_pages(1); }));
  EXPECT_EQ(sink.pages()[0].height, 30);
}

// Nobody may get a ticket that its customer has long left without.
TEST_F(CupsPrinterTest, CancelsThePageOfAPrinterThatCannotBeReached) {
  std::string address;
  {
    EscPosSink gone;
    address = gone.address();
  }
  cups_.add_raw_queue("ticket", address);
  CupsPrinter out = printer("ticket");
  const PrintResult result = out.print(striped_page(20), "A042-1", {});
  EXPECT_EQ(result.outcome, PrintOutcome::kNotPrinted) << result.why;
  EXPECT_EQ(result.why, "the printer does not answer");
  EXPECT_TRUE(eventually([&] { return cups_.waiting_jobs().empty(); })) << cups_.waiting_jobs();
}

TEST_F(CupsPrinterTest, SaysUnknownWhenThePrinterHangsAndCancelsThePage) {
  EscPosSink sink({.hangs = true});
  cups_.add_raw_queue("ticket", sink.address());
  CupsPrinter out({.server = cups_.server(), .queue = "ticket", .job_within = milliseconds{2'000}});
  // More than the machine's own buffers take.
  const PrintResult result = out.print(striped_page(150'000), "A042-1", {});
  EXPECT_EQ(result.outcome, PrintOutcome::kUnknown) << result.why;
  EXPECT_TRUE(eventually([&] { return cups_.waiting_jobs().empty(); })) << cups_.waiting_jobs();
}

TEST_F(CupsPrinterTest, NamesAQueueThatIsNotThere) {
  CupsPrinter out = printer("nowhere");
  const PrinterStatus status = out.status({});
  EXPECT_EQ(health_of(status), PrinterHealth::kOffline);
  EXPECT_NE(status.detail.find("the printing system: "), std::string::npos) << status.detail;
  EXPECT_EQ(out.print(striped_page(20), "A042-1", {}).outcome, PrintOutcome::kNotPrinted);
}

TEST_F(CupsPrinterTest, IsOfflineWithoutThePrintingSystem) {
  cups_.stop();
  CupsPrinter out = printer("ticket");
  EXPECT_EQ(health_of(out.status({})), PrinterHealth::kOffline);
  EXPECT_EQ(out.print(striped_page(20), "A042-1", {}).outcome, PrintOutcome::kNotPrinted);
}

TEST_F(CupsPrinterTest, StopsFollowingAPageWhenTheProgramEnds) {
  EscPosSink sink({.hangs = true});
  cups_.add_raw_queue("ticket", sink.address());
  CupsPrinter out = printer("ticket");
  std::stop_source stop;
  std::thread end([&] {
    static_cast<void>(eventually([&] { return sink.connections() > 0; }));
    stop.request_stop();
  });
  const PrintResult result = out.print(striped_page(150'000), "A042-1", stop.get_token());
  end.join();
  EXPECT_EQ(result.outcome, PrintOutcome::kUnknown);
}

}  // namespace
}  // namespace navbat::kiosk
