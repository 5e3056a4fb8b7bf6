#include <gmock/gmock.h>

#include <functional>
#include <mutex>

#include "display_board/limits.h"
#include "tests/board/panel_fixture.h"
#include "tests/client/loopback_server.h"

namespace navbat::board {
namespace {

using client::LoopbackPeer;
using client::LoopbackServer;
using ::testing::HasSubstr;
using ::testing::IsNull;
using ::testing::NotNull;
using ::testing::SizeIs;

class PanelFromTheWeb : public PanelFixture {
 protected:
  // Sets what the bank's web server answers from now on.
  void answer(std::function<void(LoopbackPeer&, const std::string& request)> how) {
    const std::lock_guard lock(mutex_);
    how_ = std::move(how);
  }

  void answer(int status, const std::string& body, const std::string& headers = {}) {
    answer([=](LoopbackPeer& peer, const std::string&) { peer.reply(status, body, headers); });
  }

  void ask_the_server() {
    settings_.rates = server_.url() + "/rates.json?branch=7";
    settings_.messages = write("messages.json", message("Good morning"));
  }

  void serve(LoopbackPeer& peer) {
    for (std::string request = peer.read_request(); !request.empty();
         request = peer.read_request()) {
      std::function<void(LoopbackPeer&, const std::string&)> how;
      {
        const std::lock_guard lock(mutex_);
        how = how_;
      }
      how(peer, request);
    }
  }

  // What was right a moment ago is withdrawn; the rest is shown; the log says it once.
  void expect_withdrawn(const std::string& said) {
    ask_the_server();
    std::function<void(LoopbackPeer&, const std::string&)> wrong = how_;
    answer(200, rates_of("2026-11-22"));
    ASSERT_THAT(look().rates, NotNull());
    answer(wrong);
    EXPECT_THAT(look().rates, IsNull());
    EXPECT_THAT(look().rates, IsNull());
    EXPECT_THAT(look().messages, SizeIs(1));
    ASSERT_THAT(lines(), SizeIs(1));
    EXPECT_THAT(lines().front(), HasSubstr(said));
    answer(200, rates_of("2026-11-22"));
    EXPECT_THAT(look().rates, NotNull());
    ASSERT_THAT(lines(), SizeIs(2));
    EXPECT_THAT(lines().back(), HasSubstr("is read again"));
  }

  std::mutex mutex_;
  std::function<void(LoopbackPeer&, const std::string&)> how_;
  LoopbackServer server_{[this](LoopbackPeer& peer, int) { serve(peer); }};
};

TEST_F(PanelFromTheWeb, IsShown) {
  ask_the_server();
  std::string asked;
  answer([&](LoopbackPeer& peer, const std::string& request) {
    asked = request;
    peer.reply(200, rates_of("2026-11-22"));
  });
  EXPECT_THAT(look().rates, NotNull());
  EXPECT_THAT(asked, ::testing::StartsWith("GET /rates.json?branch=7 HTTP/1.1"));
}

TEST_F(PanelFromTheWeb, IsNotSentAgainWhileItIsTheSame) {
  ask_the_server();
  answer(200, rates_of("2026-11-22"), "ETag: \"seven\"\r\n");
  const PanelContent first = look();
  ASSERT_THAT(first.rates, NotNull());
  std::string asked;
  answer([&](LoopbackPeer& peer, const std::string& request) {
    asked = request;
    peer.write("HTTP/1.1 304 Not Modified\r\n\r\n");
  });
  EXPECT_EQ(look(), first);
  EXPECT_THAT(asked, HasSubstr("If-None-Match: \"seven\"\r\n"));
}

TEST_F(PanelFromTheWeb, IsWithdrawnWhenThePageIsGone) {
  answer(404, "");
  expect_withdrawn("answered 404; expected 200");
}

TEST_F(PanelFromTheWeb, IsWithdrawnWhenItIsAPageForPeople) {
  answer(200, "<html><body>Under construction</body></html>");
  expect_withdrawn("expected JSON");
}

TEST_F(PanelFromTheWeb, IsWithdrawnWhenItIsAGigabyte) {
  answer([](LoopbackPeer& peer, const std::string&) {
    const std::string mebibyte(1024 * 1024, ' ');
    peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
    for (int i = 0; i < 1024 && peer.write(mebibyte); ++i) {
    }
    peer.wait_until_closed();
  });
  expect_withdrawn("too large");
}

TEST_F(PanelFromTheWeb, FollowsNobodyElsewhere) {
  answer(302, "", "Location: http://127.0.0.1:9/rates.json\r\n");
  expect_withdrawn("answered 302");
}

TEST_F(PanelFromTheWeb, IsShownForAnHourWhenTheServerIsIll) {
  ask_the_server();
  answer(200, rates_of("2026-11-22"));
  ASSERT_THAT(look().rates, NotNull());
  answer(503, "");
  clock_.pass(kKeepUnanswered);
  EXPECT_THAT(look().rates, NotNull());
  ASSERT_THAT(lines(), SizeIs(1));
  EXPECT_THAT(lines().front(), ::testing::AllOf(HasSubstr("answered 503"), HasSubstr("an hour")));
  clock_.pass(std::chrono::milliseconds(1));
  EXPECT_THAT(look().rates, IsNull());
  EXPECT_THAT(lines(), SizeIs(1));
}

TEST_F(PanelFromTheWeb, IsNotShownOnAnotherDayWhenTheServerHangs) {
  ask_the_server();
  answer(200, rates_of("2026-11-22"));
  ASSERT_THAT(look().rates, NotNull());
  answer([](LoopbackPeer& peer, const std::string&) { peer.wait_until_closed(); });
  set_day(std::chrono::year(2026) / 11 / 23);
  EXPECT_THAT(look().rates, IsNull());
  EXPECT_THAT(lines().front(), HasSubstr("timed out"));
}

TEST_F(PanelFromTheWeb, IsMissingWhereNobodyListens) {
  settings_.rates = "http://127.0.0.1:1/rates.json";
  EXPECT_THAT(look().rates, IsNull());
  EXPECT_THAT(look().rates, IsNull());
  ASSERT_THAT(lines(), SizeIs(1));
  EXPECT_THAT(lines().front(), HasSubstr("unreachable"));
}

}  // namespace
}  // namespace navbat::board
