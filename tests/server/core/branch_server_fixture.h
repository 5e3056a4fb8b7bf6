#pragma once
// A branch's authority on a real database in a temporary folder, driven without threads:
//
//   branch.issue(1, "cash")  →  the answer;  branch.restart() closes and opens everything again.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "domain/waiting_time_estimator.h"
#include "server_sync/server/core/branch_commands.h"
#include "server_sync/server/core/branch_host.h"
#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_branch.h"
#include "tests/support/test_clock.h"

namespace navbat::server {

// Remembers what observers hear.
class RecordingObserver final : public BranchObserver {
 public:
  void on_events(const std::vector<domain::Event>& events) override {
    for (const domain::Event& event : events) heard.push_back(event);
  }
  void on_warning(std::string_view text) override { warnings.emplace_back(text); }

  std::vector<domain::Event> heard;
  std::vector<std::string> warnings;
};

// Lets a test make the next commit fail, as a full disk would.
class FailingConnection final : public store::WriteConnection {
 public:
  explicit FailingConnection(store::WriteConnection& real) : real_(real) {}
  bool fail_next_commit = false;

  store::Result<store::Transaction*> begin() override { return real_.begin(); }
  store::Status commit() override {
    if (!fail_next_commit) return real_.commit();
    fail_next_commit = false;
    real_.rollback();
    return store::fail(store::ErrorCode::kFull, "disk full");
  }
  void rollback() override { real_.rollback(); }
  store::Status recover() override { return real_.recover(); }
  store::Status maintain() override { return real_.maintain(); }

 private:
  store::WriteConnection& real_;
};

class BranchServer : public ::testing::Test {
 protected:
  BranchServer() { open(); }

  void open() {
    auto opened = store::sqlite::SqliteWriteConnection::open(dir_.file("branch.db"),
                                                             store::sqlite::branch_schema());
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    real_ = std::move(*opened);
    connection_ = std::make_unique<FailingConnection>(*real_);
    observer_ = std::make_unique<RecordingObserver>();
    BranchSetup setup{
        config_,
        domain::BranchCalendar{*domain::find_time_zone("Asia/Tashkent"), std::chrono::minutes{0}},
        standing,
        [config = config_] { return std::make_unique<domain::WaitingTimeEstimator>(config); }};
    host_ =
        std::make_unique<BranchHost>(std::move(setup), *connection_, store_, clock_, *observer_);
    const auto loaded = host_->load();
    ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
  }

  void restart() {
    host_.reset();
    connection_.reset();
    real_.reset();
    open();
  }

  // The answer, or nothing when storage failed.
  std::optional<Answer> run(Command command, const std::string& key = "",
                            const std::string& hash = "h") {
    std::optional<Answer> answer;
    host_->submit({"test", "tester", key, hash}, std::move(command),
                  [&](const store::Result<Answer>& result) {
                    if (result) answer = *result;
                  });
    host_->run_pending();
    return answer;
  }

  std::optional<Answer> issue(std::uint64_t n, const std::string& service = "cash",
                              const std::string& key = "") {
    domain::IssueTicket command;
    command.id = testing::test_id(n);
    command.service = domain::ServiceId{service};
    command.language = domain::LanguageTag{"uz"};
    command.origin = domain::NodeId{"kiosk-1"};
    return run(issue_command(command), key);
  }

  std::optional<Answer> open_counter(const std::string& counter) {
    const domain::OpenCounter command{
        domain::CounterId{counter}, domain::TellerId{"t" + counter}, {}};
    return run(counter_command(command.counter, [command](const domain::BranchState& state) {
      return domain::decide_open_counter(state, command);
    }));
  }

  std::optional<Answer> call(const std::string& counter, const std::string& key = "") {
    return run(call_command({domain::CounterId{counter}, {}}), key);
  }

  std::optional<Answer> sync(std::int64_t first_seq, const std::vector<std::string>& events) {
    auto request = protocol::decode_sync_request(
        protocol::encode_sync_request(domain::NodeId{"kiosk-1"}, "epoch-1", first_seq, events));
    EXPECT_TRUE(request.has_value());
    return run(sync_command(std::move(*request)));
  }

  // A ticket that kiosk-1 printed alone.
  std::string offline(std::int64_t seq, std::uint64_t id, const std::string& label,
                      std::optional<domain::Timestamp> at = {},
                      const std::string& service = "cash") {
    protocol::NodeEvent event;
    event.seq = seq;
    event.at = at.value_or(clock_.now());
    protocol::OfflineTicket ticket;
    ticket.id = testing::test_id(id);
    ticket.label = *domain::Label::parse(label);
    ticket.service = domain::ServiceId{service};
    ticket.language = domain::LanguageTag{"uz"};
    event.payload = std::move(ticket);
    return protocol::encode_node_event(event);
  }

  // Anything else that kiosk-1 tells.
  std::string told(std::int64_t seq, protocol::NodePayload payload,
                   std::optional<domain::Timestamp> at = {}) {
    return protocol::encode_node_event({seq, at.value_or(clock_.now()), std::move(payload)});
  }

  static boost::json::object json(const std::optional<Answer>& answer) {
    return boost::json::parse(answer.value().body).as_object();
  }
  static std::string text(const std::optional<Answer>& answer, const char* member) {
    return std::string{json(answer).at(member).as_string()};
  }
  std::string label_of(std::uint64_t id) {
    return text(run(ticket_query(testing::test_id(id))), "label");
  }
  std::string state_of(std::uint64_t id) {
    return text(run(ticket_query(testing::test_id(id))), "state");
  }
  // The kind of a problem: "service-closed".
  std::string kind(const std::optional<Answer>& answer) {
    const std::string type = text(answer, "type");
    return type.substr(type.rfind(':') + 1);
  }
  std::string queue() { return run(queue_query())->body; }

  domain::BranchConfig config_ = testing::test_config();  // A change works from restart() on.
  testing::TempDir dir_;
  testing::TestClock clock_{*domain::parse_rfc3339("2026-03-17T05:00:00Z")};
  store::sqlite::SqliteBranchStore store_;
  std::vector<domain::OpenCounter> standing;
  std::unique_ptr<store::sqlite::SqliteWriteConnection> real_;
  std::unique_ptr<FailingConnection> connection_;
  std::unique_ptr<RecordingObserver> observer_;
  std::unique_ptr<BranchHost> host_;
};

}  // namespace navbat::server
