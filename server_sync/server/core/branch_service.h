#pragma once
// The authority of one branch: every command passes through here, one after the other, on the
// writer's thread.
//
// A command is a function that reads the branch, records events and makes its answer. Its events,
// the tickets they change and the answer under its idempotency key are one database transaction,
// shared with the other commands of the batch. Observers hear of the events, and then callers of
// their answers, only after the commit. If anything fails the memory is built anew from the
// database.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "server_sync/server/core/answer.h"
#include "server_sync/server/core/branch_observer.h"
#include "server_sync/server/core/branch_work.h"
#include "server_sync/store/branch_store.h"
#include "server_sync/store/group_commit_writer.h"

namespace navbat::server {

// Who asks, and how to recognise the same question again.
struct CommandOrigin {
  std::string actor;         // Into the events: "kiosk-1", "teller3", "system".
  std::string scope;         // Principal whose idempotency keys these are.
  std::string key;           // Idempotency-Key; empty when there was none.
  std::string request_hash;  // Of method, route and body: the same key with another one is refused
                             // with 422.
};

using Command = std::function<store::Result<Answer>(BranchWork&)>;
using Done = std::function<void(const store::Result<Answer>&)>;

struct BranchSetup {
  domain::BranchConfig config;
  domain::BranchCalendar calendar;
  std::vector<domain::OpenCounter> standing_counters;  // Opened with each day, unattended.
  std::function<std::unique_ptr<domain::PromiseEstimator>()> make_estimator;
};

class BranchService {
 public:
  // All references outlive the service. The writer's hooks must call publish() and rebuild().
  BranchService(BranchSetup setup, store::BranchStore& store, const domain::Clock& clock,
                BranchObserver& observer);

  // Builds the memory from the database. Called before the writer starts, and by its on_rollback
  // hook.
  [[nodiscard]] store::Status rebuild(store::ReadView& view);
  // Tells the observer what the batch made durable: the writer's after_commit hook.
  void publish();

  // The job for the writer. `done` runs on the writer's thread after the commit, or with the
  // storage error.
  [[nodiscard]] store::Job make_job(CommandOrigin origin, Command command, Done done);

  // Opens the day when it is time, and nothing else: to be submitted about every minute.
  [[nodiscard]] static Command tick();

  [[nodiscard]] const domain::BranchConfig& config() const { return setup_.config; }
  [[nodiscard]] const domain::BranchCalendar& calendar() const { return setup_.calendar; }

 private:
  [[nodiscard]] store::Result<Answer> run(store::Transaction& transaction,
                                          const CommandOrigin& origin, const Command& command);
  [[nodiscard]] store::Status catch_up(store::Transaction& transaction);
  void open_day(BranchWork& work);
  [[nodiscard]] domain::Timestamp now() const;
  [[nodiscard]] store::Status replay(const std::vector<store::StoredEvent>& events);

  const BranchSetup setup_;
  store::BranchStore& store_;
  const domain::Clock& clock_;
  BranchObserver& observer_;
  std::unique_ptr<BranchMemory> memory_;
  domain::Milliseconds
      clock_offset_{};  // Added so that time goes on after the last event, never back.
  bool clock_doubted_ = false;
};

}  // namespace navbat::server
