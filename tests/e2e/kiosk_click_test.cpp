// The real kiosk on a virtual screen, clicked by a real pointer, against a real server. What is on
// the screen and on paper is read back from pixels.

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "tests/e2e/kiosk_on_screen.h"

namespace navbat {
namespace {

namespace fs = std::filesystem;
using testing::eventually;

class KioskClick : public testing::KioskOnScreen {
 protected:
  // The one file of the tickets' folder; nothing while there is none.
  std::optional<fs::path> paper() const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(data_ / "tickets", ignored)) {
      if (entry.path().extension() == ".png") return entry.path();
    }
    return std::nullopt;
  }
};

TEST_F(KioskClick, TurnsAClickIntoANumberOnScreenOnPaperAndInTheQueue) {
  start_kiosk();
  press("home/service/cards");
  ASSERT_TRUE(shows_number("C001")) << kiosk_->out();
  ASSERT_TRUE(eventually([&] { return paper().has_value(); })) << kiosk_->out();

  // The paper comes out of its slot first; then the code on the glass can be read.
  const std::string on_screen = code_on_screen();
  EXPECT_EQ(on_screen + "\n", screen_.read_codes(*paper()));
  const kiosk::IssuedTicket ticket = ticket_at(on_screen);
  EXPECT_EQ(ticket.label, "C001");
  EXPECT_EQ(ticket.service.value(), "cards");
  EXPECT_EQ(ticket.language, "uz");
  EXPECT_TRUE(paper()->filename().string().starts_with("C001-")) << *paper();
}

TEST_F(KioskClick, GivesAnOfflineNumberThatTheServerHearsOfLater) {
  start_kiosk();
  server_.kill();
  press("home/service/cash");
  ASSERT_TRUE(shows_number("AX01")) << kiosk_->out();
  ASSERT_TRUE(eventually([&] { return paper().has_value(); }));
  const std::string address = screen_.read_codes(*paper());
  server_.start();
  ASSERT_TRUE(branch_hears("ticket_issued", "AX01"));
  EXPECT_EQ(ticket_at(address).label, "AX01");
}

TEST_F(KioskClick, LeavesInGoodOrderWhenToldTo) {
  start_kiosk();
  kiosk_->signal(SIGTERM);
  EXPECT_EQ(kiosk_->wait(std::chrono::seconds{20}), 0);
}

}  // namespace
}  // namespace navbat
