#include "server_sync/server/core/branch_service.h"

#include <algorithm>
#include <utility>

#include "server_sync/protocol/event_codec.h"

namespace navbat::server {
namespace {

constexpr const char* kSystem = "system";

Answer other_request() {
  http::Problem problem;
  problem.status = 422;
  problem.kind = "idempotency-key-reused";
  problem.detail = "This Idempotency-Key was used for another request.";
  problem.expected = "a new key for a new command";
  return to_answer(problem);
}

}  // namespace

BranchService::BranchService(BranchSetup setup, store::BranchStore& store,
                             const domain::Clock& clock, BranchObserver& observer)
    : setup_(std::move(setup)), store_(store), clock_(clock), observer_(observer) {}

domain::Timestamp BranchService::now() const { return clock_.now() + clock_offset_; }

store::Status BranchService::rebuild(store::ReadView& view) {
  memory_ = std::make_unique<BranchMemory>(setup_.config, setup_.make_estimator());
  const auto head = store_.head(view, setup_.config.id);
  if (!head) return tl::unexpected(head.error());
  if (!head->learned.empty() && !memory_->promise->restore(head->learned)) {
    observer_.on_warning("what the promise had learned cannot be read; it starts anew");
  }
  const auto events = store_.events_of_open_day(view, setup_.config.id);
  if (!events) return tl::unexpected(events.error());
  // The state starts at the day's first event, whatever its version.
  if (!events->empty()) memory_->state.start_at(events->front().version - 1);
  return replay(*events);
}

store::Status BranchService::replay(const std::vector<store::StoredEvent>& events) {
  for (const store::StoredEvent& stored : events) {
    auto payload = protocol::decode_payload(stored.type, stored.payload);
    if (!payload) {
      return store::fail(store::ErrorCode::kCorrupt,
                         "event " + std::to_string(stored.version) +
                             " cannot be read: " + payload.error().to_string());
    }
    const domain::Event event{stored.version,     stored.day,   stored.at,
                              stored.recorded_at, stored.actor, std::move(*payload)};
    memory_->promise->observe(memory_->state, event);
    memory_->state.apply(event);
    const auto behind = event.recorded_at - clock_.now();
    clock_offset_ =
        std::max(clock_offset_, std::chrono::duration_cast<domain::Milliseconds>(behind));
  }
  return {};
}

void BranchService::publish() {
  for (const std::string& warning : std::exchange(memory_->warnings, {})) {
    observer_.on_warning(warning);
  }
  if (memory_->unpublished.empty()) return;
  std::vector<domain::Event> events = std::move(memory_->unpublished);
  memory_->unpublished.clear();
  observer_.on_events(events);
}

store::Job BranchService::make_job(CommandOrigin origin, Command command, Done done) {
  auto answer = std::make_shared<Answer>();
  store::Job job;
  job.run = [this, origin = std::move(origin), command = std::move(command),
             answer](store::Transaction& transaction) -> store::Status {
    auto result = run(transaction, origin, command);
    if (!result) return tl::unexpected(result.error());
    *answer = std::move(*result);
    return {};
  };
  job.done = [answer, done = std::move(done)](const store::Status& outcome) {
    if (!done) return;
    if (outcome) {
      done(std::move(*answer));
    } else {
      done(tl::unexpected(outcome.error()));
    }
  };
  return job;
}

store::Result<Answer> BranchService::run(store::Transaction& transaction,
                                         const CommandOrigin& origin, const Command& command) {
  if (auto status = catch_up(transaction); !status) return tl::unexpected(status.error());
  if (!origin.key.empty()) {
    auto stored = store_.find_answer(transaction, origin.scope, origin.key);
    if (!stored) return tl::unexpected(stored.error());
    if (*stored) {
      if ((*stored)->request_hash != origin.request_hash) return other_request();
      return Answer{(*stored)->status, std::move((*stored)->body)};
    }
  }
  BranchWork opening{*memory_, setup_.calendar, store_, transaction, now(), kSystem};
  open_day(opening);
  if (auto status = opening.flush(); !status) return tl::unexpected(status.error());

  BranchWork work{*memory_, setup_.calendar, store_, transaction, now(), origin.actor};
  auto answer = command(work);
  if (!answer) return answer;
  if (auto status = work.flush(); !status) return tl::unexpected(status.error());
  if (!origin.key.empty()) {
    const store::StoredAnswer kept{origin.request_hash, answer->status, answer->body};
    if (auto status = store_.save_answer(transaction, origin.scope, origin.key, kept); !status) {
      return tl::unexpected(status.error());
    }
  }
  return answer;
}

// Another server may have written to a shared database since this one last did.
store::Status BranchService::catch_up(store::Transaction& transaction) {
  const auto head = store_.lock_branch(transaction, setup_.config.id);
  if (!head) return tl::unexpected(head.error());
  if (head->version == memory_->state.version()) return {};
  constexpr std::size_t kPage = 1000;
  while (memory_->state.version() < head->version) {
    const auto events =
        store_.events_after(transaction, setup_.config.id, memory_->state.version(), kPage);
    if (!events) return tl::unexpected(events.error());
    if (events->empty()) break;
    if (auto status = replay(*events); !status) return status;
  }
  if (memory_->state.version() != head->version) {
    return store::fail(store::ErrorCode::kCorrupt, "the branch's log does not reach its head");
  }
  return {};
}

void BranchService::open_day(BranchWork& work) {
  const domain::BusinessDay by_clock = setup_.calendar.day_of(work.now());
  const auto verdict = domain::judge_day(work.state().day(), by_clock);
  const bool doubted = verdict == domain::DayVerdict::kClockAbsurd;
  if (doubted && !clock_doubted_) {
    observer_.on_warning("the clock says " + by_clock.to_string() +
                         ", which cannot be; the open day goes on");
  }
  clock_doubted_ = doubted;
  auto events = domain::decide_day(work.state(), by_clock, work.now());
  if (events.empty()) return;
  work.record(std::move(events));
  for (const domain::OpenCounter& counter : setup_.standing_counters) {
    auto opened = domain::decide_open_counter(work.state(), counter);
    if (opened) work.record(std::move(*opened));
  }
}

Command BranchService::tick() {
  return [](BranchWork&) -> store::Result<Answer> { return Answer{204, {}}; };
}

}  // namespace navbat::server
