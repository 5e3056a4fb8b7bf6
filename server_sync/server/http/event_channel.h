#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <unordered_set>
#include <vector>

#include "server_sync/server/http/event_stream.h"
#include "server_sync/server/http/io_loop.h"

namespace navbat::server::http {

class StreamSession;

/// Internal: one channel's part on one loop, used by that loop's thread only: the latest frames,
/// the latest snapshot, and the readers whose connections live there.
class ChannelShard {
 public:
  ChannelShard(std::uint64_t head, std::size_t kept_frames, BacklogReader backlog)
      : kept_frames_(kept_frames), base_(head), head_(head), backlog_(std::move(backlog)) {}

  void add(StreamSession* reader) { readers_.insert(reader); }
  void remove(StreamSession* reader) { readers_.erase(reader); }

  void publish(const std::vector<EventFrame>& frames);
  void publish_snapshot(std::shared_ptr<const std::string> text);

  /// Whether every frame after `version` up to head() is in memory.
  [[nodiscard]] bool covers(std::uint64_t version) const {
    return version >= base_ && version <= head_;
  }
  [[nodiscard]] std::uint64_t head() const { return head_; }
  /// Appends up to `limit` frames after `version`; returns the version reached.
  std::uint64_t collect(std::uint64_t version, std::size_t limit,
                        std::vector<std::shared_ptr<const std::string>>& into) const;

  [[nodiscard]] const std::shared_ptr<const std::string>& snapshot() const { return snapshot_; }
  [[nodiscard]] std::uint64_t snapshot_number() const { return snapshot_number_; }
  [[nodiscard]] const BacklogReader& backlog() const { return backlog_; }

 private:
  [[nodiscard]] std::vector<std::shared_ptr<StreamSession>> readers_now() const;

  const std::size_t kept_frames_;
  std::uint64_t base_;  // the version before the oldest frame kept
  std::uint64_t head_;
  std::deque<EventFrame> frames_;
  std::shared_ptr<const std::string> snapshot_;
  std::uint64_t snapshot_number_ = 0;
  BacklogReader backlog_;
  std::unordered_set<StreamSession*> readers_;
};

/// Internal: the channel, with a shard on every loop of the server that opened it.
class LoopedChannel final : public EventChannel {
 public:
  LoopedChannel(std::vector<std::shared_ptr<LoopGate>> gates, std::uint64_t head,
                std::size_t kept_frames, const BacklogReader& backlog);

  void publish(std::vector<EventFrame> frames) override;
  void publish_snapshot(std::shared_ptr<const std::string> text) override;
  [[nodiscard]] std::size_t readers() const override { return *readers_; }

  [[nodiscard]] std::shared_ptr<ChannelShard> shard(std::size_t loop) const {
    return shards_[loop];
  }
  /// Shared with the sessions, which may outlive the channel.
  [[nodiscard]] const std::shared_ptr<std::atomic<std::size_t>>& reader_count() const {
    return readers_;
  }

 private:
  std::vector<std::shared_ptr<LoopGate>> gates_;
  std::vector<std::shared_ptr<ChannelShard>> shards_;
  std::shared_ptr<std::atomic<std::size_t>> readers_;
};

}  // namespace navbat::server::http
