#include "server_sync/client/device_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "tests/client/fake_server.h"
#include "tests/client/recorded_branch.h"
#include "tests/client/test_kiosk.h"

namespace navbat::client {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kHang{60};

// The transport that a client owns, lent from the test.
class Lent : public HttpTransport {
 public:
  explicit Lent(HttpTransport& lender) : lender_(lender) {}
  tl::expected<HttpResponse, TransportError> send(const HttpRequest& request,
                                                  std::chrono::milliseconds deadline,
                                                  const std::stop_token& stop) override {
    return lender_.send(request, deadline, stop);
  }
  tl::expected<HttpResponse, TransportError> stream(const HttpRequest& request,
                                                    std::chrono::milliseconds silence,
                                                    StreamReceiver& receiver,
                                                    const std::stop_token& stop) override {
    return lender_.stream(request, silence, receiver, stop);
  }

 private:
  HttpTransport& lender_;
};

class DeviceClientTest : public ::testing::Test {
 protected:
  std::unique_ptr<DeviceClient> open() {
    auto opened = try_open();
    EXPECT_TRUE(opened.has_value()) << opened.error();
    return opened ? std::move(*opened) : nullptr;
  }

  tl::expected<std::unique_ptr<DeviceClient>, std::string> try_open(char letter = 'X') {
    const auto notify = [this] {
      { const std::lock_guard lock(mutex); }
      changed.notify_all();
    };
    return DeviceClient::open({.branch = domain::BranchId{kBranch},
                               .node = domain::NodeId{"kiosk-1"},
                               .kiosk_letter = letter,
                               .data_dir = dir.file("kiosk")},
                              std::make_unique<Lent>(network), clock, seeded_random(3),
                              {.news = notify, .changed = notify, .log = {}});
  }

  template <typename Condition>
  [[nodiscard]] bool wait_until(Condition condition) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, kHang, condition);
  }

  IssueRequest cash() const {
    IssueRequest request;
    request.service = domain::ServiceId{"cash"};
    request.language = domain::LanguageTag{"uz"};
    return request;
  }

  testing::TempDir dir;
  ManualClock clock;
  ScriptedTransport network;
  FakeServer server{clock};
  std::mutex mutex;
  std::condition_variable changed;
};

TEST_F(DeviceClientTest, LearnsTheBranchFollowsItAndIssues) {
  network.always_send(server.answers());
  network.next_stream(stream_chunks_and_stay({snapshot_text(4), event_text(5)}));
  const auto client = open();
  EXPECT_EQ(client->branch(), nullptr);
  client->start();
  EXPECT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
  EXPECT_TRUE(wait_until([&] { return client->link().state == LinkState::kLive; }));
  EXPECT_EQ(client->branch()->info.services.size(), 3U);
  const auto ticket = client->issue(cash());
  ASSERT_TRUE(ticket.has_value()) << ticket.error().detail;
  EXPECT_EQ(ticket->label.to_string(), "A001");
  client->stop();
  EXPECT_EQ(client->drain().size(), 2U);
}

TEST_F(DeviceClientTest, StartsWithoutItsServerAfterOneThatKnewIt) {
  network.always_send(server.answers());
  {
    const auto client = open();
    client->start();
    ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
    client->stop();
  }
  network.always_send({});
  const auto client = open();
  ASSERT_NE(client->branch(), nullptr);
  EXPECT_EQ(client->branch()->info.bank, "Meridian Bank");
  const auto ticket = client->issue(cash());
  ASSERT_TRUE(ticket.has_value()) << ticket.error().detail;
  EXPECT_EQ(ticket->label.to_string(), "AX01");
}

TEST_F(DeviceClientTest, PrintsTheLiveEstimateOnAnOfflineTicketWhileItIsFresh) {
  network.always_send(server.answers());
  network.next_stream(stream_chunks_and_stay({snapshot_text(4)}));
  const auto client = open();
  client->start();
  ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
  ASSERT_TRUE(wait_until([&] { return client->link().state == LinkState::kLive; }));
  network.always_send({});
  auto ticket = client->issue(cash());
  ASSERT_TRUE(ticket.has_value());
  ASSERT_TRUE(ticket->promise.has_value());
  EXPECT_EQ(ticket->promise->high, 1020s);
  clock.advance(kPromiseFreshFor + 1s);
  ticket = client->issue(cash());
  ASSERT_TRUE(ticket.has_value());
  EXPECT_EQ(ticket->promise, std::nullopt);
}

TEST_F(DeviceClientTest, CarriesAnOfflineTicketToTheServerByItself) {
  network.always_send(server.answers());
  const auto client = open();
  client->start();
  ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
  network.next_send(server.loses_the_reply());
  const auto ticket = client->issue(cash());
  ASSERT_TRUE(ticket.has_value());
  EXPECT_EQ(ticket->label.to_string(), "AX01");
  EXPECT_TRUE(wait_until([&] {
    const UploadStatus uploads = client->uploads();
    return uploads.pending == 0 && uploads.last_exchange && server.count("AX01") == 1;
  }));
  client->stop();
  EXPECT_EQ(server.count("A001"), 0);
}

TEST_F(DeviceClientTest, TwoProgramsOnOneFolderAreRefused) {
  const auto first = open();
  const auto second = try_open();
  ASSERT_FALSE(second.has_value());
  EXPECT_THAT(second.error(), HasSubstr("kiosk"));
}

TEST_F(DeviceClientTest, ASeriesLetterMustBeACapital) {
  const auto client = try_open('x');
  ASSERT_FALSE(client.has_value());
  EXPECT_THAT(client.error(), HasSubstr("expected A to Z"));
}

TEST_F(DeviceClientTest, StopsWithRequestsUnderWay) {
  const auto client = open();
  client->start();
  ASSERT_TRUE(network.wait_for_streams(1));
  client->stop();
  client->stop();
  SUCCEED();
}

}  // namespace
}  // namespace navbat::client
