// The real kiosk with a printer that fails: the customer keeps the number, the next one waits for
// nothing, and staff learn why.

#include "tests/e2e/kiosk_on_screen.h"
#include "tests/support/escpos_sink.h"

namespace navbat {
namespace {

using kiosk::PrinterHealth;
using testing::eventually;
using testing::SinkManner;

struct Fault {
  std::string name;
  SinkManner manner;
  kiosk::PrinterHealth health;
};

class PrinterTrouble : public testing::KioskOnScreen {
 protected:
  void start_with_printer(kiosk::PrinterHealth health) {
    start_kiosk("kind = \"escpos\"\naddress = \"" + sink_.address() + "\"");
    printer_becomes(health);
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

  // As an event in the branch's log.
  [[nodiscard]] bool staff_see(PrinterHealth health) const {
    return branch_hears("device_reported", "\"" + std::string(kiosk::short_name(health)) + "\"");
  }

  testing::EscPosSink sink_;
};

class PrinterFaults : public PrinterTrouble, public ::testing::WithParamInterface<Fault> {};

TEST_P(PrinterFaults, LeaveTheCustomerTheNumberAndStaffTheReason) {
  sink_.set(GetParam().manner);
  start_with_printer(GetParam().health);
  take_without_paper("cards", "C001");
  take_without_paper("loans", "D001");
  EXPECT_TRUE(sink_.pages().empty());
  EXPECT_TRUE(staff_see(GetParam().health)) << kiosk_->out();
  EXPECT_TRUE(eventually([&] { return log_has("printing D001-"); })) << kiosk_->out();

  // Mended: the next customer gets paper, and nobody's who has left comes out before it.
  sink_.set({});
  printer_becomes(PrinterHealth::kReady);
  EXPECT_TRUE(staff_see(PrinterHealth::kReady));
  press("home/service/cash");
  ASSERT_TRUE(eventually([&] { return sink_.has_pages(1); })) << kiosk_->out();
  EXPECT_EQ(ticket_at(testing::read_code(sink_.pages()[0])).label, "A001");
}

INSTANTIATE_TEST_SUITE_P(
    Sink, PrinterFaults,
    ::testing::Values(Fault{"PaperOut", {.paper_out = true}, PrinterHealth::kPaperOut},
                      Fault{"CoverOpen", {.cover_open = true}, PrinterHealth::kCoverOpen},
                      Fault{"Hangs", {.hangs = true}, PrinterHealth::kOffline}),
    [](const auto& fault) { return fault.param.name; });

// The first page is still on its way, for twenty seconds, when the second number is there.
TEST_F(PrinterTrouble, ASlowPrinterKeepsNoCustomerWaiting) {
  start_with_printer(PrinterHealth::kReady);
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
  start_with_printer(PrinterHealth::kReady);
  sink_.set({.paper_out_after = 10'000});
  press("home/service/cards");
  ASSERT_TRUE(shows_number("C001")) << kiosk_->out();
  const std::string address = code_on_screen();
  EXPECT_EQ(ticket_at(address).label, "C001");
  ASSERT_TRUE(eventually([&] { return log_has("printing C001-"); })) << kiosk_->out();
  EXPECT_TRUE(staff_see(PrinterHealth::kPaperOut));
  leave_ticket();
  sink_.set({});
  printer_becomes(PrinterHealth::kReady);
  press("home/service/cash");
  ASSERT_TRUE(eventually([&] { return sink_.pages().size() >= 1; })) << kiosk_->out();
  EXPECT_EQ(ticket_at(testing::read_code(sink_.pages().back())).label, "A001");
}

}  // namespace
}  // namespace navbat
