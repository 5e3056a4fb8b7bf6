#pragma once
// What the bytes of one connection of the event stream mean. No thread, no socket: the follower
// feeds it, and so does a test that cuts the stream at every byte.

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "server_sync/client/branch_news.h"
#include "server_sync/client/event_stream_parser.h"

namespace navbat::client {

// Where a device is in the branch's history. Outlives connections.
struct StreamCursor {
  // The last version that was delivered, or that a snapshot covered before any event came.
  std::optional<std::int64_t> resume_after;
  std::optional<std::int64_t> last_event;     // delivered; a repeated one is dropped
  std::optional<std::int64_t> last_snapshot;  // delivered; an older one is dropped
  std::set<std::string> left_out{};           // kinds of news that could not be read, said once
};

class StreamSession {
 public:
  struct Hooks {
    // Takes the next news. False: stop reading (the device shuts down); the cursor has not moved.
    std::function<bool(BranchNews)> deliver;
    // Something could not be read and is left out; English, one line, once for each kind of it.
    std::function<void(const std::string&)> problem;
  };

  enum class Outcome {
    kGoOn,
    kStopped,   // deliver() said so
    kUnusable,  // one event exceeds all limits
  };

  // `cursor` outlives the session and is moved by it.
  StreamSession(StreamCursor& cursor, Hooks hooks) : cursor_(cursor), hooks_(std::move(hooks)) {}

  // Reads the next bytes. Afterwards is_live(), take_news() and wants_snapshot() have changed
  // accordingly.
  [[nodiscard]] Outcome feed(std::string_view bytes);

  // A snapshot has arrived on this connection: from here on heartbeats vouch for it.
  [[nodiscard]] bool is_live() const { return live_; }

  // Whether the bytes since the last call held news that make the picture current again.
  [[nodiscard]] bool take_news();

  // After a `reset`: the queue must be asked for afresh and given to accept_snapshot().
  [[nodiscard]] bool wants_snapshot() const { return wants_snapshot_; }

  // A snapshot from the stream or from GET /queue, as JSON. False: stop reading.
  [[nodiscard]] bool accept_snapshot(std::string_view json);

 private:
  void on_event(const StreamEvent& event);
  [[nodiscard]] bool accept_reset(std::string_view json);
  [[nodiscard]] bool accept_durable(const StreamEvent& event);
  void leave_out(const std::string& kind, const std::string& line);

  StreamCursor& cursor_;
  Hooks hooks_;
  EventStreamParser parser_;
  std::size_t comments_seen_ = 0;
  bool live_ = false;
  bool news_ = false;
  bool wants_snapshot_ = false;
  bool stopped_ = false;
};

}  // namespace navbat::client
