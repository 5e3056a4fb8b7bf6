#include "server_sync/server/http/stream_session.h"

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <algorithm>
#include <boost/asio/write.hpp>

namespace navbat::server::http {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

// A reader of events has nothing to say; more than this is not one of ours.
constexpr std::size_t kDiscardBytes = 4096;

const std::shared_ptr<const std::string>& heartbeat_text() {
  static const auto kText = std::make_shared<const std::string>(":\n\n");
  return kText;
}

// Delimited by the connection's end, so that one frame serves all readers without chunk framing.
std::string stream_head(std::string_view date, std::string_view request_id, milliseconds retry) {
  std::string head =
      "HTTP/1.1 200 OK\r\n"
      "Content-Type: text/event-stream\r\n"
      "Cache-Control: no-store\r\n"
      "X-Accel-Buffering: no\r\n"
      "X-Content-Type-Options: nosniff\r\n"
      "Connection: close\r\n";
  head.append("Date: ").append(date).append("\r\n");
  head.append("X-Request-Id: ").append(request_id).append("\r\n\r\n");
  head.append("retry: ").append(std::to_string(retry.count())).append("\n\n");
  return head;
}

// Spreads the readers over the range by a hash of their number: no two neighbours come together.
milliseconds reconnect_delay(const HttpLimits& limits, std::uint64_t number) {
  const std::uint64_t spread = (number * 0x9E3779B97F4A7C15ULL) >> 40U;
  const auto range = static_cast<std::uint64_t>(
      std::max<milliseconds::rep>(1, (limits.reconnect_high - limits.reconnect_low).count()));
  return limits.reconnect_low + milliseconds(static_cast<milliseconds::rep>(spread % range));
}

}  // namespace

StreamSession::StreamSession(Socket socket, IoLoop& loop, ServerContext& server,
                             ConnectionLimit::Slot slot, const LoopedChannel& channel,
                             StreamStart start)
    : socket_(std::move(socket)),
      loop_(loop),
      server_(server),
      slot_(std::move(slot)),
      shard_(channel.shard(loop.index())),
      reader_count_(channel.reader_count()),
      first_snapshot_(std::move(start.snapshot)),
      cursor_(start.after.value_or(shard_->head())),
      last_write_(std::chrono::steady_clock::now()) {
  ++*reader_count_;
  server_.observer->on_streams(++server_.streams);
}

StreamSession::~StreamSession() {
  --*reader_count_;
  server_.observer->on_streams(--server_.streams);
}

void StreamSession::begin(std::string_view request_id) {
  loop_.add(shared_from_this());
  shard_->add(this);
  ErrorCode ignored;
  socket_.set_option(
      net::socket_base::send_buffer_size(static_cast<int>(server_.limits.stream_socket_bytes)),
      ignored);
  // A vanished client is noticed by its unacknowledged bytes, not by TCP's quarter of an hour.
  const auto timeout = static_cast<unsigned>(server_.limits.write_time.count());
  ::setsockopt(socket_.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
  in_flight_.push_back(std::make_shared<const std::string>(stream_head(
      loop_.http_date(), request_id, reconnect_delay(server_.limits, loop_.next_number()))));
  watch_departure();
  write();
}

void StreamSession::on_published(std::size_t count) {
  if (!writing_) return pump();
  missed_ += count;
  if (missed_ > server_.limits.stream_queue) drop("slow");
}

void StreamSession::pump() {
  if (closed_ || writing_ || backlog_pending_) return;
  gather();
  if (!in_flight_.empty()) write();
}

void StreamSession::gather() {
  const bool beyond = verified_ && cursor_ > shard_->head();
  if (!beyond && !shard_->covers(cursor_)) return request_backlog();
  cursor_ = shard_->collect(cursor_, server_.limits.stream_write_frames, in_flight_);
  if (cursor_ >= shard_->head()) gather_snapshot();
}

void StreamSession::gather_snapshot() {
  const bool newer = shard_->snapshot() && snapshot_number_ != shard_->snapshot_number();
  if (first_snapshot_) {
    in_flight_.push_back(std::move(first_snapshot_));
    first_snapshot_ = nullptr;
  } else if (newer) {
    in_flight_.push_back(shard_->snapshot());
  }
  snapshot_number_ = shard_->snapshot_number();
}

void StreamSession::request_backlog() {
  backlog_pending_ = true;
  shard_->backlog()(cursor_, server_.limits.stream_backlog_page,
                    [gate = loop_.gate(), weak = weak_from_this()](Backlog backlog) {
                      gate->post([weak, backlog = std::move(backlog)] {
                        if (const auto self = weak.lock()) self->on_backlog(backlog);
                      });
                    });
}

void StreamSession::on_backlog(const Backlog& backlog) {
  backlog_pending_ = false;
  if (closed_) return;
  if (backlog.outcome == Backlog::Outcome::kFailed) return drop("store");
  verified_ = true;
  if (backlog.outcome == Backlog::Outcome::kTooOld || cursor_ > backlog.head) {
    // With an id, so that the reader's next Last-Event-ID is one that exists.
    in_flight_.push_back(std::make_shared<const std::string>(
        event_frame(backlog.head, "reset", "{\"version\":" + std::to_string(backlog.head) + "}")));
    cursor_ = backlog.head;
  } else if (backlog.frames.empty()) {
    cursor_ = backlog.head;
  } else {
    for (const EventFrame& frame : backlog.frames) in_flight_.push_back(frame.text);
    cursor_ = backlog.frames.back().version;
  }
  if (writing_) return;
  if (in_flight_.empty()) return pump();
  write();
}

void StreamSession::write() {
  writing_ = true;
  last_write_ = std::chrono::steady_clock::now();
  std::vector<net::const_buffer> buffers;
  buffers.reserve(in_flight_.size());
  for (const auto& text : in_flight_) buffers.push_back(net::buffer(*text));
  net::async_write(
      socket_, std::move(buffers),
      [self = shared_from_this()](ErrorCode error, std::size_t) { self->on_written(error); });
}

void StreamSession::on_written(ErrorCode error) {
  if (closed_) return;
  if (error) return close();
  writing_ = false;
  missed_ = 0;
  in_flight_.clear();
  if (in_flight_.capacity() > 8) in_flight_.shrink_to_fit();
  pump();
}

void StreamSession::watch_departure() {
  socket_.async_read_some(net::buffer(discarded_),
                          [self = shared_from_this()](ErrorCode error, std::size_t bytes) {
                            if (self->closed_) return;
                            self->discarded_bytes_ += bytes;
                            if (error || self->discarded_bytes_ > kDiscardBytes) {
                              return self->close();
                            }
                            self->watch_departure();
                          });
}

void StreamSession::on_tick(SteadyTime now) {
  if (writing_) {
    if (now - last_write_ >= server_.limits.write_time) drop("stuck");
    return;
  }
  if (backlog_pending_ || now - last_write_ < server_.limits.heartbeat) return;
  in_flight_.push_back(heartbeat_text());
  write();
}

void StreamSession::drop(std::string_view why) {
  if (closed_) return;
  server_.observer->on_stream_dropped(why);
  close();
}

void StreamSession::close() {
  if (closed_) return;
  closed_ = true;
  const auto self = shared_from_this();
  ErrorCode ignored;
  socket_.close(ignored);
  shard_->remove(this);
  loop_.remove(this);
}

}  // namespace navbat::server::http
