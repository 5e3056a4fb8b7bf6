#include "server_sync/server/stream/branch_stream.h"

#include "server_sync/protocol/event_codec.h"
#include "server_sync/server/core/branch_commands.h"

namespace navbat::server {

BranchStream::BranchStream(domain::BranchId branch, std::function<void(std::string_view)> warn)
    : branch_(std::move(branch)), warn_(std::move(warn)) {}

BranchStream::~BranchStream() { stop(); }

void BranchStream::on_events(const std::vector<domain::Event>& events) {
  if (channel_) {
    std::vector<http::EventFrame> frames;
    frames.reserve(events.size());
    for (const domain::Event& event : events) frames.push_back(to_frame(branch_, event));
    channel_->publish(std::move(frames));
  }
  const std::lock_guard lock{mutex_};
  changed_ = true;
  wake_.notify_one();
}

void BranchStream::start(std::shared_ptr<http::EventChannel> channel, BranchHost& host) {
  channel_ = std::move(channel);
  host_ = &host;
  thread_ = std::thread{[this] { snapshots(); }};
}

void BranchStream::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void BranchStream::snapshots() {
  std::unique_lock lock{mutex_};
  while (!stopping_) {
    wake_.wait_for(lock, kSnapshotAtLeastEvery, [this] { return changed_ || stopping_; });
    if (stopping_) return;
    changed_ = false;
    lock.unlock();
    // The channel is kept alive by the answer, which may come after stop().
    host_->query(queue_query(), [channel = channel_](const store::Result<Answer>& answer) {
      if (!answer) return;
      channel->publish_snapshot(std::make_shared<const std::string>(
          http::event_frame(std::nullopt, "queue", answer->body)));
    });
    lock.lock();
    wake_.wait_for(lock, kSnapshotPause, [this] { return stopping_; });
  }
}

http::EventFrame to_frame(const domain::BranchId& branch, const domain::Event& event) {
  const auto version = static_cast<std::uint64_t>(event.version);
  return {version, std::make_shared<const std::string>(http::event_frame(
                       version, type_name(event.payload),
                       protocol::encode_event(branch, event, protocol::Detail::kPublic)))};
}

http::BacklogReader backlog_reader(BranchHost& host) {
  return [&host](std::uint64_t after, std::size_t limit, std::function<void(http::Backlog)> done) {
    auto backlog = std::make_shared<http::Backlog>();
    Command read = [after, limit, backlog](BranchWork& work) -> store::Result<Answer> {
      const auto stored = work.store().events_after(work.transaction(), work.branch(),
                                                    static_cast<std::int64_t>(after), limit);
      if (!stored) return tl::unexpected(stored.error());
      backlog->frames.clear();
      for (const store::StoredEvent& event : *stored) {
        auto payload = protocol::decode_payload(event.type, event.payload);
        if (!payload) return store::fail(store::ErrorCode::kCorrupt, payload.error().to_string());
        backlog->frames.push_back(
            to_frame(work.branch(), {event.version, event.day, event.at, event.recorded_at,
                                     event.actor, std::move(*payload)}));
      }
      backlog->head = static_cast<std::uint64_t>(work.state().version());
      return Answer{204, {}};
    };
    host.query(std::move(read), [backlog, done](const store::Result<Answer>& answer) {
      if (!answer) backlog->outcome = http::Backlog::Outcome::kFailed;
      done(std::move(*backlog));
    });
  };
}

}  // namespace navbat::server
