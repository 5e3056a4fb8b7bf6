#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server_sync/server/http/http_types.h"

namespace navbat::server::http {

class EventChannel;

/// How a reply becomes an event stream.
struct StreamStart {
  std::shared_ptr<EventChannel> channel{};
  /// Frames after this version come first, out of the channel's memory or the store. Without it the
  /// stream begins with what is published next.
  std::optional<std::uint64_t> after{};
  /// A snapshot frame for this reader alone, sent once it has caught up; may be null.
  std::shared_ptr<const std::string> snapshot{};
};

/// Where a reply goes; the connection behind it, or a test's own. Called once, from any thread.
class ReplyTarget {
 public:
  virtual ~ReplyTarget() = default;
  virtual void respond(Response response, std::string principal) = 0;
  virtual void stream(StreamStart start, std::string principal) = 0;
};

/// The right and the duty to answer one request, once, from any thread. A reply that is destroyed
/// without an answer answers 500, so no client waits for a handler that forgot it.
class Reply {
 public:
  explicit Reply(std::shared_ptr<ReplyTarget> target) : target_(std::move(target)) {}
  Reply(Reply&&) noexcept = default;
  Reply& operator=(Reply&& other) noexcept;
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;
  ~Reply();

  /// Answers. Nothing may be called on this object afterwards.
  void send(Response response);
  /// Answers with 200 and an event stream. Nothing may be called on this object afterwards.
  void stream(StreamStart start);
  /// Who asked, for the log; an id, never a name or a token.
  void set_principal(std::string id) { principal_ = std::move(id); }

 private:
  std::shared_ptr<ReplyTarget> target_;  // null once answered
  std::string principal_;
};

/// Called on a connection's own thread; must not block. It answers at once or keeps the reply.
using Handler = std::function<void(Request, Reply)>;

}  // namespace navbat::server::http
