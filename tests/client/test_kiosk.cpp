#include "tests/client/test_kiosk.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "server_sync/client/housekeeping.h"
#include "server_sync/store/sqlite/sqlite_device_store.h"
#include "tests/client/fake_server.h"
#include "tests/client/recorded_branch.h"

namespace navbat::client {
namespace {

const domain::NodeId kNode{"kiosk-1"};

std::unique_ptr<store::DeviceStore> open_store(const std::string& dir, const FillRandom& random) {
  std::array<std::uint8_t, 16> epoch{};
  random(epoch);
  auto store = store::sqlite::SqliteDeviceStore::open(dir + "/device.db", epoch);
  if (!store) throw std::runtime_error(store.error().message);
  return std::move(*store);
}

}  // namespace

FillRandom seeded_random(std::uint64_t seed) {
  auto engine = std::make_shared<std::mt19937_64>(seed);
  return [engine](std::span<std::uint8_t> bytes) {
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>((*engine)());
  };
}

TestKiosk::Process::Process(TestKiosk& kiosk, const std::string& dir)
    : store(open_store(dir, kiosk.random_)),
      shared(*store),
      directory(kiosk.transport_, shared, domain::BranchId{kBranch}),
      true_clock(kiosk.clock_, load_clock_memory(shared)),
      issuer(kiosk.transport_, shared, directory, circuit, true_clock, kiosk.clock_, kiosk.random_,
             {.branch = domain::BranchId{kBranch}, .node = kNode, .kiosk_letter = 'X'},
             {.outbox_grew = {},
              .estimate = [&kiosk](const domain::ServiceId&) { return kiosk.estimate; },
              .appointed_at = {},
              .issued = {},
              .abandoned = [&kiosk](const domain::TicketId& id) { kiosk.abandoned.push_back(id); },
              .log = [&kiosk](const std::string& text) { kiosk.log.push_back(text); }}),
      line(
          kiosk.transport_, shared, circuit, true_clock, kiosk.clock_, kNode, kiosk.random_,
          [&kiosk](const std::string& text) { kiosk.log.push_back(text); }, kTestBatch) {
  static_cast<void>(directory.load());
}

TestKiosk::TestKiosk(ScriptedTransport& transport, ManualClock& clock, FillRandom random)
    : transport_(transport), clock_(clock), random_(std::move(random)) {
  const std::string dir = dir_.file("life-0");
  std::filesystem::create_directory(dir);
  process_ = std::make_unique<Process>(*this, dir);
}

void TestKiosk::kill_and_restart() {
  const std::string before = dir_.file("life-" + std::to_string(life_));
  const std::string after = dir_.file("life-" + std::to_string(++life_));
  std::filesystem::copy(before, after);
  process_ = std::make_unique<Process>(*this, after);
}

void TestKiosk::know_the_branch() {
  ASSERT_TRUE(store().save_fact("branch_info", branch_info_json()));
  ASSERT_TRUE(directory().load());
}

tl::expected<IssuedTicket, IssueError> TestKiosk::issue(const std::string& service) {
  IssueRequest request;
  request.service = domain::ServiceId{service};
  request.language = domain::LanguageTag{"uz"};
  return issuer().issue(request);
}

std::string TestKiosk::label(const std::string& service) {
  const auto ticket = issue(service);
  EXPECT_TRUE(ticket.has_value()) << ticket.error().detail;
  return ticket ? ticket->label.to_string() : std::string{};
}

SyncLine::Step TestKiosk::sync() {
  for (int steps = 0; steps < 1'000; ++steps) {
    const SyncLine::Step step = line().step({});
    if (step.next != SyncLine::Next::kAgain) return step;
  }
  ADD_FAILURE() << "the line never rests";
  return {};
}

store::OutboxStatus TestKiosk::outbox() {
  const auto status = store().outbox_status();
  EXPECT_TRUE(status.has_value());
  return status.value_or(store::OutboxStatus{});
}

}  // namespace navbat::client
