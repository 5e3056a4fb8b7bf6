// The one writer of a database: many jobs, one transaction, one sync.
//
// Jobs come from any thread. The writer takes as many as wait (up to a limit), begins a
// transaction, runs them in order, commits, and only then tells each how it ended: what has been
// acknowledged is on stable storage. While one batch syncs, the next gathers, so the rate adapts to
// the disk.
//
// Failures. When a job fails by itself (a constraint, a value too big) the batch is rolled back and
// its jobs run again, each in a transaction of its own, so that the bad one fails alone. When the
// medium fails (an I/O error, a full disk, a failing commit) every job of the batch fails, the
// connection is closed, reopened and verified, and nothing is tried again in its place. After every
// rollback the owner rebuilds its memory from the database through Hooks::on_rollback; until that
// has succeeded no job runs.
//
// With start() a thread of its own does the work. Without it the owner calls run_pending(): the
// same code, deterministic, on the caller's thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server_sync/store/error.h"
#include "server_sync/store/limits.h"
#include "server_sync/store/transaction.h"

namespace navbat::store {

/// One unit of work. Both functions run on the writer's thread and must not block.
struct Job {
  /// Writes through the transaction. May run a second time after a rollback, so it keeps no result
  /// of its first run. An error undoes the whole batch; refusing a request by the rules is not one.
  std::function<Status(Transaction&)> run;

  /// Called exactly once, after the commit or the failure, in the order of submission.
  std::function<void(const Status& outcome)> done;
};

class GroupCommitWriter {
 public:
  struct Hooks {
    /// After the last job of a batch, inside its transaction: what is written once a batch.
    std::function<Status(Transaction&)> before_commit;
    /// After the commit, before the jobs' done(): publish what is durable now.
    std::function<void()> after_commit;
    /// After a rollback: make memory equal to the database again. While it fails, jobs are refused
    /// and it is tried again with the next batch.
    std::function<Status()> on_rollback;
  };

  struct Options {
    std::size_t batch_jobs = limits::kBatchJobs;
    std::size_t queued_jobs = limits::kQueuedJobs;
  };

  /// Counts since the start, for metrics.
  struct Statistics {
    std::uint64_t jobs = 0;     // ended, well or not
    std::uint64_t commits = 0;  // transactions that committed
    std::uint64_t rollbacks = 0;
    std::uint64_t refused = 0;  // for overload
    std::size_t queued = 0;     // waiting now
  };

  /// `connection` outlives the writer and is used by nobody else from start() to stop().
  GroupCommitWriter(WriteConnection& connection, Hooks hooks);
  GroupCommitWriter(WriteConnection& connection, Hooks hooks, Options options);
  GroupCommitWriter(const GroupCommitWriter&) = delete;
  GroupCommitWriter& operator=(const GroupCommitWriter&) = delete;
  ~GroupCommitWriter();  // stop()

  /// Starts the writer's thread. At most once.
  void start();

  /// Queues a job. kOverloaded when the queue is full, kStopped after stop(); its done() is then
  /// never called. Thread-safe; also allowed from within a job or hook.
  [[nodiscard]] Status submit(Job job);

  /// Runs everything that waits, on the caller's thread; the number of jobs ended. Only without
  /// start().
  std::size_t run_pending();

  /// Takes nothing more, finishes what was accepted, ends the thread. May be called again.
  void stop();

  [[nodiscard]] Statistics statistics() const;

 private:
  void thread_main();
  [[nodiscard]] std::vector<Job> take_batch();
  void run_batch(std::vector<Job>& batch);
  [[nodiscard]] Status commit_together(std::vector<Job>& batch);
  [[nodiscard]] Status make_ready();
  void roll_back(const Error& why);
  void finish(std::vector<Job>& batch, const Status& outcome);

  WriteConnection& connection_;
  const Hooks hooks_;
  const Options options_;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;    // guarded by mutex_
  bool stopping_ = false;    // guarded by mutex_
  Statistics statistics_{};  // guarded by mutex_
  std::thread thread_;

  // Used by the writing thread only.
  bool must_reopen_ = false;
  bool must_rebuild_ = false;
};

}  // namespace navbat::store
