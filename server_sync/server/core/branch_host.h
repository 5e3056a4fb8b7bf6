#pragma once
// A branch's authority with its writer thread: where handlers hand in commands, from any thread.

#include <cstddef>

#include "server_sync/server/core/branch_service.h"
#include "server_sync/store/group_commit_writer.h"

namespace navbat::server {

class BranchHost {
 public:
  // All references outlive the host; `connection` is used by nobody else until stop().
  BranchHost(BranchSetup setup, store::WriteConnection& connection, store::BranchStore& store,
             const domain::Clock& clock, BranchObserver& observer);

  // Builds the memory from the database. Nothing may be submitted before; the error is for the
  // operator.
  [[nodiscard]] store::Status load();
  // Starts the writer's thread. Without it, run_pending() does the work on the caller's thread.
  void start() { writer_.start(); }
  std::size_t run_pending() { return writer_.run_pending(); }
  // Finishes what was accepted, then takes nothing more.
  void stop() { writer_.stop(); }

  // Thread-safe. `done` is called exactly once: on the writer's thread, or at once on this one when
  // the writer takes no more (kOverloaded, kStopped).
  void submit(CommandOrigin origin, Command command, Done done);
  // The same for a read: no idempotency, nobody's action.
  void query(Command command, Done done) { submit({}, std::move(command), std::move(done)); }

  // Any other write to the same database, in the same order and with the same guarantees.
  void write(std::function<store::Status(store::Transaction&)> run,
             std::function<void(const store::Status&)> done);

  [[nodiscard]] const domain::BranchConfig& config() const { return service_.config(); }
  [[nodiscard]] const domain::BranchCalendar& calendar() const { return service_.calendar(); }
  [[nodiscard]] store::GroupCommitWriter::Statistics statistics() const {
    return writer_.statistics();
  }

 private:
  [[nodiscard]] store::GroupCommitWriter::Hooks hooks();

  store::WriteConnection& connection_;
  BranchService service_;
  store::GroupCommitWriter writer_;
};

}  // namespace navbat::server
