#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace navbat::server::http {

/// One Server-Sent Event, ready for the socket and shared by all its readers.
struct EventFrame {
  std::uint64_t version = 0;
  std::shared_ptr<const std::string> text;
};

/// Older frames out of the store.
struct Backlog {
  enum class Outcome {
    kFrames,  ///< `frames` follow the version asked for without a gap; empty: nothing newer
    kTooOld,  ///< the store no longer knows that version; the reader is told to start anew
    kFailed,  ///< the store cannot answer now; the stream ends and the reader comes back
  };
  Outcome outcome = Outcome::kFrames;
  std::vector<EventFrame> frames;
  std::uint64_t head = 0;  ///< the newest version there is
};

/// Reads up to `limit` frames after a version and calls `done` once, from any thread. Called on a
/// thread of the server; must not block it.
using BacklogReader =
    std::function<void(std::uint64_t after, std::size_t limit, std::function<void(Backlog)> done)>;

/// The event stream of one branch. A reader subscribes at a version (see StreamStart) and then gets
/// every frame once, in order: from the channel's short memory, or from the store when it was away
/// for longer. Snapshots are different: only the newest is sent, and only to readers that have
/// nothing older left to read. A reader that does not keep up is dropped and comes back by itself.
///
/// Publishing costs one post per thread of the server, however many readers there are. Everything
/// here may be called from any thread; frames must be published in order, by one thread at a time.
class EventChannel {
 public:
  virtual ~EventChannel() = default;
  /// Versions rise from frame to frame.
  virtual void publish(std::vector<EventFrame> frames) = 0;
  /// Replaces a snapshot that was not sent yet.
  virtual void publish_snapshot(std::shared_ptr<const std::string> text) = 0;
  /// Readers now.
  [[nodiscard]] virtual std::size_t readers() const = 0;
};

/// The frame "id: 7\nevent: ticket_called\ndata: {…}\n\n". Without a version it has no id line, so
/// that it does not move the reader's Last-Event-ID. `data` may hold line breaks.
[[nodiscard]] std::string event_frame(std::optional<std::uint64_t> version, std::string_view event,
                                      std::string_view data);

}  // namespace navbat::server::http
