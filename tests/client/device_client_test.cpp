#include "server_sync/client/device_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
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
  // Other requests may be under way: only the ticket's reply is lost.
  network.always_send([this](const HttpRequest& request, milliseconds deadline) {
    return (request.target.ends_with("/tickets") ? server.loses_the_reply() : server.answers())(
        request, deadline);
  });
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

TEST_F(DeviceClientTest, GuessesTheWaitByItselfAfterThePictureWentStale) {
  network.always_send(server.answers());
  network.next_stream(stream_chunks_and_stay({busy_snapshot_text(4)}));
  const auto client = open();
  client->start();
  ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
  ASSERT_TRUE(wait_until([&] { return client->link().state == LinkState::kLive; }));
  network.always_send({});
  const auto live = client->estimate(domain::ServiceId{"cash"});
  ASSERT_TRUE(live.has_value());
  EXPECT_TRUE(live->live);
  clock.advance(kPromiseFreshFor + 1s);
  const auto own = client->estimate(domain::ServiceId{"cash"});
  ASSERT_TRUE(own.has_value());
  EXPECT_FALSE(own->live);
  const auto first = client->issue(cash());
  const auto second = client->issue(cash());
  ASSERT_TRUE(first && first->promise && first->people_ahead && second && second->people_ahead);
  EXPECT_EQ(*second->people_ahead, *first->people_ahead + 1);
  clock.advance(kOwnEstimateFor);
  EXPECT_FALSE(client->estimate(domain::ServiceId{"cash"}).has_value());
  EXPECT_EQ(client->issue(cash())->promise, std::nullopt);
}

TEST_F(DeviceClientTest, TakesBackWhatAnEarlierRunLostBetweenAnswerAndCommit) {
  clock.advance(server.branch.now() - clock.now());  // its tickets are today's
  network.always_send(server.answers());
  domain::TicketId given;
  {
    const auto client = open();
    client->start();
    ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
    const auto ticket = client->issue(cash());
    ASSERT_TRUE(ticket.has_value());
    given = ticket->id;
  }
  const domain::TicketId lost = server.number_a_ticket_of(domain::NodeId{"kiosk-1"});
  clock.advance(1min);
  const auto client = open();
  client->start();
  EXPECT_TRUE(wait_until([&] { return server.state_of(lost) == domain::TicketState::kCancelled; }));
  client->stop();
  EXPECT_EQ(server.state_of(given), domain::TicketState::kWaiting);
}

TEST_F(DeviceClientTest, LearnsOfANewBookingByItsEventAndUsesItWithoutTheServer) {
  network.always_send(server.answers());
  domain::AppointmentBooked booked{domain::BookingCode{"204711"}, domain::ServiceId{"cash"},
                                   clock.now() + 10min};
  std::promise<void> made;
  network.next_stream([&](const HttpRequest&, StreamReceiver& receiver, const std::stop_token&) {
    static_cast<void>(receiver.on_open({.status = 200, .headers = {}, .body = {}}));
    static_cast<void>(receiver.on_chunk(snapshot_text(4)));
    made.get_future().wait();
    static_cast<void>(receiver.on_chunk(event_text(5, booked)));
    return answer(200);
  });
  const auto client = open();
  client->start();
  ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
  EXPECT_EQ(client->find_booking("204711").error().failure, FindFailure::kUnknown);
  server.book({booked.code, booked.service, booked.at, domain::AppointmentState::kBooked, {}});
  made.set_value();
  const std::size_t asked = network.sent().size();
  ASSERT_TRUE(wait_until([&] { return network.sent().size() > asked; }));
  ASSERT_TRUE(wait_until([&] { return client->find_booking("204 711").has_value(); }));
  client->stop();
  network.always_send({});
  IssueRequest request = cash();
  request.booking = booked.code;
  const auto ticket = client->issue(request);
  ASSERT_TRUE(ticket.has_value());
  EXPECT_TRUE(ticket->offline);
  EXPECT_EQ(ticket->appointment, booked.at);
  EXPECT_EQ(client->find_booking("204711")->state, domain::AppointmentState::kCheckedIn);
}

TEST_F(DeviceClientTest, ASecondCustomerWithTheSameBookingIsToldWhy) {
  network.always_send(server.answers());
  server.book({domain::BookingCode{"204711"},
               domain::ServiceId{"cash"},
               clock.now(),
               domain::AppointmentState::kBooked,
               {}});
  const auto client = open();
  IssueRequest request = cash();
  request.booking = domain::BookingCode{"204711"};
  const auto first = client->issue(request);
  ASSERT_TRUE(first.has_value()) << first.error().detail;
  EXPECT_EQ(first->appointment, clock.now());
  const auto second = client->issue(request);
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().failure, IssueFailure::kBookingUsed);
  request.booking = domain::BookingCode{"999999"};
  EXPECT_EQ(client->issue(request).error().failure, IssueFailure::kUnknownBooking);
}

TEST_F(DeviceClientTest, TellsTheBranchWhatWasRecorded) {
  network.always_send(server.answers());
  const auto client = open();
  client->start();
  ASSERT_TRUE(wait_until([&] { return client->branch() != nullptr; }));
  const auto ticket = client->issue(cash());
  ASSERT_TRUE(ticket.has_value());
  ASSERT_TRUE(client->record(domain::FeedbackGiven{ticket->id, 3, {}}).has_value());
  EXPECT_TRUE(wait_until([&] {
    const UploadStatus uploads = client->uploads();
    return uploads.pending == 0 && uploads.last_exchange.has_value();
  }));
  client->stop();
  EXPECT_EQ(server.told.size(), 1U);
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

TEST_F(DeviceClientTest, GoesOnAfterTheVersionThatAnEarlierRunHadPresented) {
  const auto asked_after = [this](bool resume, const char* branch) {
    auto opened = DeviceClient::open({.branch = domain::BranchId{branch},
                                      .node = domain::NodeId{"board-1"},
                                      .data_dir = dir.file("board"),
                                      .resume = resume},
                                     std::make_unique<Lent>(network), clock, seeded_random(3), {});
    const auto client = std::move(opened.value());
    const std::size_t before = network.streams().size();
    client->start();
    EXPECT_TRUE(network.wait_for_streams(before + 1));
    client->stop();
    EXPECT_TRUE(client->keep_cursor(41).has_value());
    EXPECT_TRUE(client->keep_cursor(42).has_value());
    const HttpRequest asked = network.streams().at(before);
    for (const HttpHeader& header : asked.headers) {
      if (header.name == "Last-Event-ID") return header.value;
    }
    return std::string{"nothing"};
  };
  EXPECT_EQ(asked_after(true, kBranch), "nothing");
  EXPECT_EQ(asked_after(true, kBranch), "42");
  EXPECT_EQ(asked_after(false, kBranch), "nothing");
  EXPECT_EQ(asked_after(true, "other"), "nothing");
}

}  // namespace
}  // namespace navbat::client
