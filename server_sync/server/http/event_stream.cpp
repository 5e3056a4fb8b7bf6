#include "server_sync/server/http/event_stream.h"

#include <algorithm>

#include "server_sync/server/http/event_channel.h"
#include "server_sync/server/http/stream_session.h"

namespace navbat::server::http {

std::string event_frame(std::optional<std::uint64_t> version, std::string_view event,
                        std::string_view data) {
  std::string frame;
  frame.reserve(data.size() + event.size() + 48);
  if (version) frame += "id: " + std::to_string(*version) + "\n";
  frame += "event: ";
  frame += event;
  frame += '\n';
  while (true) {
    const auto line = data.substr(0, data.find('\n'));
    frame += "data: ";
    frame += line;
    frame += '\n';
    if (line.size() == data.size()) break;
    data.remove_prefix(line.size() + 1);
  }
  frame += '\n';
  return frame;
}

std::vector<std::shared_ptr<StreamSession>> ChannelShard::readers_now() const {
  std::vector<std::shared_ptr<StreamSession>> readers;
  readers.reserve(readers_.size());
  for (StreamSession* reader : readers_) readers.push_back(reader->shared_from_this());
  return readers;
}

void ChannelShard::publish(const std::vector<EventFrame>& frames) {
  for (const EventFrame& frame : frames) {
    frames_.push_back(frame);
    head_ = frame.version;
  }
  while (frames_.size() > kept_frames_) {
    base_ = frames_.front().version;
    frames_.pop_front();
  }
  for (const auto& reader : readers_now()) reader->on_published(frames.size());
}

void ChannelShard::publish_snapshot(std::shared_ptr<const std::string> text) {
  snapshot_ = std::move(text);
  ++snapshot_number_;
  for (const auto& reader : readers_now()) reader->pump();
}

std::uint64_t ChannelShard::collect(std::uint64_t version, std::size_t limit,
                                    std::vector<std::shared_ptr<const std::string>>& into) const {
  auto frame = std::upper_bound(
      frames_.begin(), frames_.end(), version,
      [](std::uint64_t after, const EventFrame& candidate) { return after < candidate.version; });
  for (; frame != frames_.end() && limit > 0; ++frame, --limit) {
    into.push_back(frame->text);
    version = frame->version;
  }
  return version;
}

LoopedChannel::LoopedChannel(std::vector<std::shared_ptr<LoopGate>> gates, std::uint64_t head,
                             std::size_t kept_frames, const BacklogReader& backlog)
    : gates_(std::move(gates)), readers_(std::make_shared<std::atomic<std::size_t>>(0)) {
  for (std::size_t i = 0; i < gates_.size(); ++i) {
    shards_.push_back(std::make_shared<ChannelShard>(head, kept_frames, backlog));
  }
}

void LoopedChannel::publish(std::vector<EventFrame> frames) {
  if (frames.empty()) return;
  const auto shared = std::make_shared<const std::vector<EventFrame>>(std::move(frames));
  for (std::size_t i = 0; i < gates_.size(); ++i) {
    gates_[i]->post([shard = shards_[i], shared] { shard->publish(*shared); });
  }
}

void LoopedChannel::publish_snapshot(std::shared_ptr<const std::string> text) {
  for (std::size_t i = 0; i < gates_.size(); ++i) {
    gates_[i]->post([shard = shards_[i], text] { shard->publish_snapshot(text); });
  }
}

}  // namespace navbat::server::http
