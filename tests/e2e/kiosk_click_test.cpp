// The real kiosk on a virtual screen, clicked by a real pointer, against a real server. What is on
// the screen and on paper is read back from pixels.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "tests/kiosk/kiosk_stage.h"
#include "tests/support/eventually.h"
#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"

namespace navbat {
namespace {

namespace fs = std::filesystem;
using testing::eventually;

constexpr int kWidth = 1080;
constexpr int kHeight = 1920;

class KioskOnScreen : public ::testing::Test {
 protected:
  void start_kiosk() {
    kiosk_ = std::make_unique<testing::ChildProcess>(
        std::vector<std::string>{testing::program("navbat-kiosk").string(), "--config",
                                 testing::tree_file("config/kiosk.toml").string(), "--server",
                                 server_.url(), "--data", data_.string(), "--screenshot",
                                 (folder() / "home.png").string()},
        folder() / "kiosk.out", folder() / "kiosk.err");
    ASSERT_TRUE(eventually([&] { return log_has("saved"); })) << kiosk_->err() << kiosk_->out();
  }

  fs::path folder() const { return temp_.path(); }
  bool log_has(const std::string& text) const {
    return kiosk_->out().find(text) != std::string::npos;
  }

  // Where the same screens, laid out here without a window, have that target.
  static ui::Point place_of(const std::string& target) {
    const kiosk::KioskStage stage;
    const ui::SeenTarget* seen = stage.sees().find(target);
    if (seen == nullptr) throw std::runtime_error("no target " + target);
    return seen->rect.center();
  }
  void click(const std::string& target) {
    const ui::Point at = place_of(target);
    screen_.click(static_cast<int>(at.x), static_cast<int>(at.y));
  }

  // The one file of the tickets' folder; nothing while there is none.
  std::optional<fs::path> paper() const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(data_ / "tickets", ignored)) {
      if (entry.path().extension() == ".png") return entry.path();
    }
    return std::nullopt;
  }

  boost::json::value ticket_at(const std::string& address) {
    const std::string id = address.substr(address.rfind("/t/") + 3, 36);
    testing::HttpConnection http(server_.port());
    const auto reply = http.request("GET", "/api/v1/tickets/" + id, "demo-kiosk");
    EXPECT_EQ(reply.status, 200) << reply.body;
    return boost::json::parse(reply.body);
  }

  testing::TempDir temp_;
  testing::VirtualScreen screen_{temp_.path(), kWidth, kHeight};
  testing::ServerProcess server_{
      {.folder = temp_.path(), .config = testing::tree_file("config/demo.toml"), .more = {}}};
  fs::path data_ = folder() / "kiosk";
  std::unique_ptr<testing::ChildProcess> kiosk_;
};

TEST_F(KioskOnScreen, TurnsAClickIntoANumberOnScreenOnPaperAndInTheQueue) {
  start_kiosk();
  click("home/service/cards");
  ASSERT_TRUE(eventually([&] { return log_has("on the screen: C 001"); })) << kiosk_->out();
  ASSERT_TRUE(eventually([&] { return paper().has_value(); })) << kiosk_->out();

  // The paper comes out of its slot first; then the code on the glass can be read.
  std::string on_screen;
  const fs::path picture = folder() / "ticket.png";
  EXPECT_TRUE(eventually([&] {
    screen_.save(picture);
    on_screen = screen_.read_codes(picture);
    return !on_screen.empty();
  }));
  EXPECT_EQ(on_screen, screen_.read_codes(*paper()));
  const auto ticket = ticket_at(on_screen);
  EXPECT_EQ(ticket.at("label").as_string(), "C001");
  EXPECT_EQ(ticket.at("service").as_string(), "cards");
  EXPECT_EQ(ticket.at("language").as_string(), "uz");
  EXPECT_TRUE(paper()->filename().string().starts_with("C001-")) << *paper();
}

TEST_F(KioskOnScreen, GivesAnOfflineNumberThatTheServerHearsOfLater) {
  start_kiosk();
  server_.kill();
  click("home/service/cash");
  ASSERT_TRUE(eventually([&] { return log_has("on the screen: AX 01"); })) << kiosk_->out();
  ASSERT_TRUE(eventually([&] { return paper().has_value(); }));
  const std::string address = screen_.read_codes(*paper());
  server_.start();
  std::string label;
  EXPECT_TRUE(eventually([&] {
    testing::HttpConnection http(server_.port());
    const auto reply = http.request(
        "GET", "/api/v1/tickets/" + address.substr(address.rfind("/t/") + 3, 36), "demo-kiosk");
    if (reply.status != 200) return false;
    label = boost::json::parse(reply.body).at("label").as_string();
    return true;
  }));
  EXPECT_EQ(label, "AX01");
}

TEST_F(KioskOnScreen, LeavesInGoodOrderWhenToldTo) {
  start_kiosk();
  kiosk_->signal(SIGTERM);
  EXPECT_EQ(kiosk_->wait(std::chrono::seconds{20}), 0);
}

}  // namespace
}  // namespace navbat
