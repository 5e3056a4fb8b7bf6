#include "display_board/panel/panel_source.h"

#include <gmock/gmock.h>

#include <atomic>

#include "tests/board/panel_fixture.h"
#include "tests/client/loopback_server.h"
#include "tests/support/eventually.h"

namespace navbat::board {
namespace {

using navbat::testing::eventually;
using ::testing::IsNull;
using ::testing::NotNull;

class PanelAtWork : public PanelFixture {
 protected:
  PanelAtWork() { settings_.refresh = std::chrono::milliseconds(5); }

  void start() {
    source_ = std::make_unique<PanelSource>(
        settings_, real_transport(), clock_, today(),
        PanelSource::Hooks{.changed = [this] { ++changes_; }, .log = log()});
  }

  // The content once `fits` is true of it.
  template <typename Fits>
  [[nodiscard]] bool shows(const Fits& fits) {
    return eventually([&] { return fits(*source_->content()); });
  }

  std::atomic<int> changes_ = 0;
  std::unique_ptr<PanelSource> source_;
};

TEST_F(PanelAtWork, WakesTheScreenForEachChangeAndForNothingElse) {
  settings_.messages = write("messages.json", message("One"));
  start();
  ASSERT_TRUE(shows([](const PanelContent& content) { return content.messages.size() == 1; }));
  const auto first = source_->content();
  EXPECT_TRUE(eventually([&] { return changes_ == 1; }));
  const std::string next = write("next.json", message("Two"));
  std::filesystem::rename(next, settings_.messages);
  ASSERT_TRUE(shows([](const PanelContent& content) {
    return content.messages.size() == 1 && content.messages.front().at("en") == "Two";
  }));
  EXPECT_TRUE(eventually([&] { return changes_ == 2; }));
  EXPECT_EQ(first->messages.front().at("en"), "One");
  EXPECT_EQ(source_->content(), source_->content());
}

TEST_F(PanelAtWork, TakesRatesAwayAtMidnightLongBeforeItLooksAgain) {
  settings_.rates = write("rates.json", rates_of("2026-11-22"));
  settings_.refresh = std::chrono::hours(1);
  start();
  ASSERT_TRUE(shows([](const PanelContent& content) { return content.rates != nullptr; }));
  set_day(std::chrono::year(2026) / 11 / 23);
  EXPECT_TRUE(shows([](const PanelContent& content) { return content.rates == nullptr; }));
}

TEST_F(PanelAtWork, ShowsTheRestAndEndsWhileAnAddressHangs) {
  std::atomic<bool> asked = false;
  const client::LoopbackServer silent([&](client::LoopbackPeer& peer, int) {
    asked = !peer.read_request().empty();
    peer.wait_until_closed();
  });
  settings_.rates = silent.url() + "/rates.json";
  settings_.messages = write("messages.json", message("Good morning"));
  paint("a.png", 40, 20);
  settings_.pictures = folder_.file("pictures");
  start();
  ASSERT_TRUE(eventually([&] { return asked.load(); }));
  EXPECT_EQ(source_->content()->messages.size(), 1U);
  EXPECT_EQ(source_->content()->pictures.size(), 1U);
  source_.reset();
  EXPECT_TRUE(lines().empty());
}

TEST_F(PanelAtWork, HasNothingToShowWhenNothingIsConfigured) {
  start();
  EXPECT_EQ(*source_->content(), PanelContent{});
  source_.reset();
  EXPECT_EQ(changes_, 0);
}

}  // namespace
}  // namespace navbat::board
