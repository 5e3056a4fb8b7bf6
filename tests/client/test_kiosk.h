#pragma once
// A kiosk for tests: its database on a real disk, its network and clock in the test's hands.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server_sync/client/branch_directory.h"
#include "server_sync/client/sync_line.h"
#include "server_sync/client/ticket_issuer.h"
#include "tests/client/manual_clock.h"
#include "tests/client/scripted_transport.h"
#include "tests/support/temp_dir.h"

namespace navbat::client {

// So few that a short queue already takes several batches.
inline constexpr std::size_t kTestBatch = 8;

// Repeatable bytes, one stream for a whole test.
[[nodiscard]] FillRandom seeded_random(std::uint64_t seed);

class TestKiosk {
 public:
  explicit TestKiosk(ScriptedTransport& transport, ManualClock& clock,
                     FillRandom random = seeded_random(1));

  // The process ends without warning and starts again on what is on disk. Nothing is closed first:
  // the new process works on a copy of the files as they stand.
  void kill_and_restart();

  // The directory as an earlier run has kept it.
  void know_the_branch();

  tl::expected<IssuedTicket, IssueError> issue(const std::string& service = "cash");
  // Issues and returns the label, failing the test otherwise.
  std::string label(const std::string& service = "cash");

  // Steps until the line rests or fails; returns the last step.
  SyncLine::Step sync();

  [[nodiscard]] store::OutboxStatus outbox();
  [[nodiscard]] store::DeviceStore& store() { return *process_->store; }
  [[nodiscard]] SharedStore& shared() { return process_->shared; }
  [[nodiscard]] TicketIssuer& issuer() { return process_->issuer; }
  [[nodiscard]] SyncLine& line() { return process_->line; }
  [[nodiscard]] ServerClock& true_clock() { return process_->true_clock; }
  [[nodiscard]] BranchDirectory& directory() { return process_->directory; }
  [[nodiscard]] Circuit& circuit() { return process_->circuit; }

  std::optional<WaitEstimate> estimate;
  std::vector<domain::TicketId> abandoned;
  std::vector<std::string> log;

 private:
  struct Process {
    Process(TestKiosk& kiosk, const std::string& dir);
    std::unique_ptr<store::DeviceStore> store;
    SharedStore shared;
    BranchDirectory directory;
    Circuit circuit;
    ServerClock true_clock;
    TicketIssuer issuer;
    SyncLine line;
  };

  ScriptedTransport& transport_;
  ManualClock& clock_;
  FillRandom random_;
  testing::TempDir dir_;
  int life_ = 0;
  std::unique_ptr<Process> process_;
};

}  // namespace navbat::client
