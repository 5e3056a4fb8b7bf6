// The real kiosk with a printer that fails: the customer keeps the number, the next one waits for
// nothing, and staff learn why.

#include "tests/e2e/kiosk_on_screen.h"
#include "tests/support/escpos_sink.h"

namespace navbat {
namespace {

using testing::eventually;
using testing::SinkManner;

struct Fault {
  std::string name;
  SinkManner manner;
  std::string state;  // as staff are told
};

class PrinterTrouble : public testing::KioskOnScreen {
 protected:
  void start_with_printer(const std::string& state) {
    start_kiosk("kind = \"escpos\"\naddress = \"" + sink_.address() + "\"");
    ASSERT_TRUE(eventually([&] { return log_has("printer: " + state); })) << kiosk_->out();
  }
  // A number on the screen, its code, and the same at the server.
  void take_without_paper(const std::string& service, const std::string& label) {
    press("home/service/" + service);
    ASSERT_TRUE(shows_number(label)) << kiosk_->out();
    const std::string address = code_on_screen();
    ASSERT_FALSE(address.empty());
    EXPECT_EQ(ticket_at(address).label, label);
    leave_ticket();
  }

  testing::EscPosSink sink_;
};

class PrinterFaults : public PrinterTrouble, public ::testing::WithParamInterface<Fault> {};

TEST_P(PrinterFaults, LeaveTheCustomerTheNumberAndStaffTheReason) {
  sink_.set(GetParam().manner);
  start_with_printer(GetParam().state);
  take_without_paper("cards", "C001");
  take_without_paper("loans", "D001");
  EXPECT_TRUE(sink_.pages().empty());
  EXPECT_TRUE(branch_hears("device_reported", "\"" + GetParam().state + "\"")) << kiosk_->out();
  EXPECT_TRUE(eventually([&] { return log_has("printing D001-"); })) << kiosk_->out();

  // Mended: the next customer gets paper, and nobody's who has left comes out before it.
  sink_.set({});
  ASSERT_TRUE(eventually([&] { return log_has("printer: ready"); })) << kiosk_->out();
  EXPECT_TRUE(branch_hears("device_reported", "\"ready\""));
  press("home/service/cash");
  ASSERT_TRUE(eventually([&] { return sink_.has_pages(1); })) << kiosk_->out();
  EXPECT_EQ(ticket_at(testing::read_code(sink_.pages()[0])).label, "A001");
}

INSTANTIATE_TEST_SUITE_P(Sink, PrinterFaults,
                         ::testing::Values(Fault{"PaperOut", {.paper_out = true}, "paper_out"},
                                           Fault{"CoverOpen", {.cover_open = true}, "cover_open"},
                                           Fault{"Hangs", {.hangs = true}, "offline"}),
                         [](const auto& fault) { return fault.param.name; });

// The first page is still on its way, for twenty seconds, when the second number is there.
TEST_F(PrinterTrouble, ASlowPrinterKeepsNoCustomerWaiting) {
  start_with_printer("ready");
  sink_.set({.knows_gs_r = false, .buffer = 64, .bytes_a_tick = 1});
  press("home/service/cards");
  ASSERT_TRUE(shows_number("C001")) << kiosk_->out();
  ASSERT_TRUE(eventually([&] { return sink_.open_rows() > 0; })) << kiosk_->out();
  leave_ticket();
  press("home/service/loans");
  ASSERT_TRUE(shows_number("D001")) << kiosk_->out();
  EXPECT_FALSE(log_has("printing C001-")) << kiosk_->out();
  EXPECT_TRUE(sink_.pages().empty());
}

// The paper ends in the middle of a page.
TEST_F(PrinterTrouble, APaperThatEndsMidwayIsToldAndNotPrintedAgainByItself) {
  start_with_printer("ready");
  sink_.set({.paper_out_after = 10'000});
  press("home/service/cards");
  ASSERT_TRUE(shows_number("C001")) << kiosk_->out();
  const std::string address = code_on_screen();
  EXPECT_EQ(ticket_at(address).label, "C001");
  ASSERT_TRUE(eventually([&] { return log_has("printing C001-"); })) << kiosk_->out();
  EXPECT_TRUE(branch_hears("device_reported", "\"paper_out\""));
  leave_ticket();
  sink_.set({});
  ASSERT_TRUE(branch_hears("device_reported", "\"ready\""));
  press("home/service/cash");
  ASSERT_TRUE(eventually([&] { return sink_.pages().size() >= 1; })) << kiosk_->out();
  EXPECT_EQ(ticket_at(testing::read_code(sink_.pages().back())).label, "A001");
}

}  // namespace
}  // namespace navbat
