#include "server_sync/client/stream_session.h"

#include <charconv>
#include <utility>

#include "server_sync/client/decode_view.h"
#include "server_sync/client/limits.h"
#include "server_sync/protocol/event_codec.h"

namespace navbat::client {
namespace {

constexpr std::string_view kQueueEvent = "queue";
constexpr std::string_view kResetEvent = "reset";

std::optional<std::int64_t> parse_version(std::string_view text) {
  std::int64_t version = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, version);
  if (error != std::errc{} || rest != end || version < 0) return std::nullopt;
  return version;
}

}  // namespace

StreamSession::Outcome StreamSession::feed(std::string_view bytes) {
  const bool readable = parser_.feed(bytes, [this](const StreamEvent& event) { on_event(event); });
  if (stopped_) return Outcome::kStopped;
  if (!readable) return Outcome::kUnusable;
  // A heartbeat says that nothing has changed, which is news only about a picture that is there.
  if (std::exchange(comments_seen_, parser_.comments()) != parser_.comments()) {
    news_ = news_ || live_;
  }
  return Outcome::kGoOn;
}

bool StreamSession::take_news() { return std::exchange(news_, false); }

void StreamSession::on_event(const StreamEvent& event) {
  if (stopped_) return;
  bool go_on = true;
  if (event.type == kQueueEvent) {
    go_on = accept_snapshot(event.data);
  } else if (event.type == kResetEvent) {
    go_on = accept_reset(event.data);
  } else {
    go_on = accept_durable(event);
  }
  stopped_ = !go_on;
}

// A newer server may send thousands of what this device does not know.
void StreamSession::leave_out(const std::string& kind, const std::string& line) {
  if (cursor_.left_out.size() < kMostKindsLeftOut && cursor_.left_out.insert(kind).second) {
    hooks_.problem(line);
  }
}

bool StreamSession::accept_snapshot(std::string_view json) {
  auto snapshot = decode_queue(json);
  if (!snapshot) {
    leave_out(std::string(kQueueEvent), "queue snapshot left out: " + snapshot.error());
    return true;
  }
  const std::int64_t version = snapshot->version;
  if (!cursor_.last_snapshot || version >= *cursor_.last_snapshot) {
    if (!hooks_.deliver(std::move(*snapshot))) return false;
    cursor_.last_snapshot = version;
  }
  // Before any event: after a break, go on from here instead of from wherever the server is then.
  if (!cursor_.resume_after) cursor_.resume_after = version;
  live_ = true;
  news_ = true;
  wants_snapshot_ = false;
  return true;
}

bool StreamSession::accept_reset(std::string_view json) {
  const auto version = decode_reset(json);
  if (!version) {
    leave_out(std::string(kResetEvent), "reset left out: " + version.error());
    return true;
  }
  if (!hooks_.deliver(HistoryLost{*version})) return false;
  cursor_.resume_after = *version;
  cursor_.last_event = *version;
  cursor_.last_snapshot.reset();
  live_ = false;
  wants_snapshot_ = true;
  return true;
}

bool StreamSession::accept_durable(const StreamEvent& raw) {
  auto event = protocol::decode_event(raw.data);
  const auto id = parse_version(raw.id);
  if (!event) {
    // Of a newer server, perhaps. It is left out, and not asked for again.
    leave_out(raw.type,
              "event " + raw.id + " (" + raw.type + ") left out: " + event.error().to_string());
    if (id && id > cursor_.resume_after) cursor_.resume_after = id;
    return true;
  }
  const std::int64_t version = event->version;
  if (cursor_.last_event && version <= *cursor_.last_event) return true;
  if (!hooks_.deliver(std::move(*event))) return false;
  cursor_.last_event = version;
  cursor_.resume_after = version;
  news_ = news_ || live_;
  return true;
}

}  // namespace navbat::client
