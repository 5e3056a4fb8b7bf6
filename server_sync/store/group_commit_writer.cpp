#include "server_sync/store/group_commit_writer.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace navbat::store {

GroupCommitWriter::GroupCommitWriter(WriteConnection& connection, Hooks hooks)
    : GroupCommitWriter(connection, std::move(hooks), Options{}) {}

GroupCommitWriter::GroupCommitWriter(WriteConnection& connection, Hooks hooks, Options options)
    : connection_(connection), hooks_(std::move(hooks)), options_(options) {
  assert(options_.batch_jobs > 0);
}

GroupCommitWriter::~GroupCommitWriter() { stop(); }

void GroupCommitWriter::start() {
  assert(!thread_.joinable());
  thread_ = std::thread([this] { thread_main(); });
}

Status GroupCommitWriter::submit(Job job) {
  assert(job.run && job.done);
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return fail(ErrorCode::kStopped, "the store is shutting down");
    if (queue_.size() >= options_.queued_jobs) {
      ++statistics_.refused;
      return fail(ErrorCode::kOverloaded, "too many requests wait for the store; try again later");
    }
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return {};
}

std::size_t GroupCommitWriter::run_pending() {
  assert(!thread_.joinable());
  std::size_t ended = 0;
  for (;;) {
    std::vector<Job> batch = take_batch();
    if (batch.empty()) return ended;
    ended += batch.size();
    run_batch(batch);
  }
}

void GroupCommitWriter::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) {
    thread_.join();
  } else {
    run_pending();
  }
}

GroupCommitWriter::Statistics GroupCommitWriter::statistics() const {
  const std::lock_guard lock(mutex_);
  Statistics now = statistics_;
  now.queued = queue_.size();
  return now;
}

void GroupCommitWriter::thread_main() {
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
    }
    std::vector<Job> batch = take_batch();
    run_batch(batch);
  }
}

std::vector<Job> GroupCommitWriter::take_batch() {
  const std::lock_guard lock(mutex_);
  const auto count = static_cast<std::ptrdiff_t>(std::min(queue_.size(), options_.batch_jobs));
  std::vector<Job> batch(std::make_move_iterator(queue_.begin()),
                         std::make_move_iterator(queue_.begin() + count));
  queue_.erase(queue_.begin(), queue_.begin() + count);
  return batch;
}

void GroupCommitWriter::run_batch(std::vector<Job>& batch) {
  const Status together = commit_together(batch);
  if (together || is_storage_failure(together.error().code) || batch.size() == 1) {
    finish(batch, together);
  } else {
    // One job is bad and nobody knows which: alone, it fails alone.
    for (Job& job : batch) {
      std::vector<Job> single;
      single.push_back(std::move(job));
      finish(single, commit_together(single));
    }
  }
  if (const Status kept = connection_.maintain(); !kept) {
    must_reopen_ = true;
    must_rebuild_ = true;
  }
}

Status GroupCommitWriter::commit_together(std::vector<Job>& batch) {
  if (Status ready = make_ready(); !ready) return ready;
  const Result<Transaction*> transaction = connection_.begin();
  Status outcome;
  if (!transaction) {
    outcome = tl::unexpected(transaction.error());
  } else {
    for (Job& job : batch) {
      outcome = job.run(**transaction);
      if (!outcome) break;
    }
    if (outcome && hooks_.before_commit) outcome = hooks_.before_commit(**transaction);
    if (outcome) outcome = connection_.commit();
  }
  if (!outcome) {
    roll_back(outcome.error());
    return outcome;
  }
  {
    const std::lock_guard lock(mutex_);
    ++statistics_.commits;
  }
  if (hooks_.after_commit) hooks_.after_commit();
  return {};
}

// Nothing runs on a connection in doubt or on a memory that differs from the database.
Status GroupCommitWriter::make_ready() {
  if (must_reopen_) {
    if (Status reopened = connection_.recover(); !reopened) return reopened;
    must_reopen_ = false;
  }
  if (must_rebuild_) {
    if (hooks_.on_rollback) {
      if (Status rebuilt = hooks_.on_rollback(); !rebuilt) return rebuilt;
    }
    must_rebuild_ = false;
  }
  return {};
}

void GroupCommitWriter::roll_back(const Error& why) {
  connection_.rollback();
  must_reopen_ = must_reopen_ || is_storage_failure(why.code);
  must_rebuild_ = true;
  {
    const std::lock_guard lock(mutex_);
    ++statistics_.rollbacks;
  }
  // At once, so that what is read from memory meanwhile is right; if it fails now, the next batch
  // tries again before anything runs.
  (void)make_ready();
}

void GroupCommitWriter::finish(std::vector<Job>& batch, const Status& outcome) {
  {
    const std::lock_guard lock(mutex_);
    statistics_.jobs += batch.size();
  }
  for (Job& job : batch) job.done(outcome);
}

}  // namespace navbat::store
