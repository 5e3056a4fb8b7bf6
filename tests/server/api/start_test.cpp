// What the server refuses to start with: one clear line each.

#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include "system/random_source.h"
#include "tests/server/api/api_fixture.h"

namespace navbat::server {
namespace {

using ::testing::HasSubstr;

class StartTest : public ApiTest {
 protected:
  // Why a second server with this configuration does not start.
  std::string refusal(const ServerConfig& config) {
    auto started =
        ServerApp::start(config, {.clock = clock_,
                                  .random = system::fill_random,
                                  .logger = std::make_shared<spdlog::logger>(
                                      "test", std::make_shared<spdlog::sinks::null_sink_mt>())});
    if (started) return "";
    EXPECT_EQ(started.error().find('\n'), std::string::npos);
    return started.error();
  }
};

TEST_F(StartTest, APortInUseIsRefused) {
  ServerConfig second = config_;
  second.data = dir_.file("other");
  second.port = port();
  EXPECT_THAT(refusal(second), HasSubstr("in use"));
}

TEST_F(StartTest, ASecondServerOnTheSameDataIsRefused) {
  EXPECT_THAT(refusal(config_), HasSubstr(config_.data.string()));
  EXPECT_EQ(get("/readyz").status, 200);
}

TEST_F(StartTest, TheDemoIsServedOnLoopbackOnly) {
  ServerConfig second = config_;
  second.data = dir_.file("other");
  second.host = "0.0.0.0";
  EXPECT_THAT(refusal(second), HasSubstr("loopback"));
}

TEST_F(StartTest, AFolderOfPagesThatIsNotThereIsRefused) {
  ServerConfig second = config_;
  second.data = dir_.file("other");
  second.web = dir_.file("no-pages");
  EXPECT_THAT(refusal(second), HasSubstr("web pages"));
}

TEST_F(StartTest, EverythingIsThereAgainAfterARestart) {
  issue(1);
  ASSERT_EQ(call("1").status, 200);
  const std::string before = get("/tickets/" + ticket_id(1)).body;
  restart();
  EXPECT_EQ(get("/tickets/" + ticket_id(1)).body, before);
  EXPECT_EQ(issue(2).text("label"), "A002");
}

}  // namespace
}  // namespace navbat::server
