#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "server_sync/client/limits.h"

namespace navbat::client {

// One event of a text/event-stream.
struct StreamEvent {
  std::string type;  // "message" when the stream names none
  std::string data;  // lines joined by '\n'
  std::string id;    // the stream's last event id when this event ended; empty when none was sent
};

// Reads Server-Sent Events incrementally, as the HTML standard §9.2.6 interprets an event stream:
// chunks cut anywhere, lines ended by CR LF, LF or CR, one leading byte order mark, comments, data
// in several lines, `id` that lasts (one with NUL is ignored). Bytes pass as they are: whether data
// is valid UTF-8 is for the decoder of the data to judge. An event that the stream does not finish
// with a blank line never happened.
//
// One parser reads one stream; a new connection takes a new parser. Not thread-safe.
class EventStreamParser {
 public:
  using Sink = std::function<void(const StreamEvent&)>;

  explicit EventStreamParser(std::size_t max_event_bytes = kMaxStreamEventBytes)
      : max_event_bytes_(max_event_bytes) {}

  // Reads the next bytes and hands every event that they complete to `sink`, in order. False when
  // one event exceeds the size limit: the stream is unusable from there, and so is this parser
  // (events before it have been handed over).
  [[nodiscard]] bool feed(std::string_view bytes, const Sink& sink);

  // Comment lines so far: heartbeats. They are signs of life without being events.
  [[nodiscard]] std::size_t comments() const { return comments_; }

 private:
  [[nodiscard]] std::string_view without_byte_order_mark(std::string_view bytes);
  [[nodiscard]] bool append_to_line(std::string_view bytes);
  void end_line(const Sink& sink);
  void field(std::string_view name, std::string_view value);
  void dispatch(const Sink& sink);

  std::size_t max_event_bytes_;
  std::size_t mark_matched_ = 0;  // bytes of the byte order mark seen; past its length: decided
  bool after_cr_ = false;         // the line ended by CR; an LF now belongs to the same end
  bool failed_ = false;
  bool has_data_ = false;
  std::size_t comments_ = 0;
  std::string line_;
  std::string type_;
  std::string data_;
  std::string id_;
};

}  // namespace navbat::client
