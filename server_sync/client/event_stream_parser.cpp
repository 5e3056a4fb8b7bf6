#include "server_sync/client/event_stream_parser.h"

#include <utility>

namespace navbat::client {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMarkDecided = kByteOrderMark.size() + 1;

}  // namespace

bool EventStreamParser::feed(std::string_view bytes, const Sink& sink) {
  if (failed_) return false;
  bytes = without_byte_order_mark(bytes);
  while (!bytes.empty()) {
    if (after_cr_) {
      after_cr_ = false;
      if (bytes.front() == '\n') {
        bytes.remove_prefix(1);
        continue;
      }
    }
    const std::size_t end = bytes.find_first_of("\r\n");
    if (!append_to_line(bytes.substr(0, end))) return false;
    if (end == std::string_view::npos) break;
    // A CR ends the line at once: waiting for a possible LF would hold the event back until the
    // next one arrives.
    after_cr_ = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    end_line(sink);
  }
  return true;
}

// The mark itself may be cut: bytes that turn out not to be one are given back to the first line.
std::string_view EventStreamParser::without_byte_order_mark(std::string_view bytes) {
  while (!bytes.empty() && mark_matched_ < kByteOrderMark.size()) {
    if (bytes.front() != kByteOrderMark[mark_matched_]) {
      line_ = kByteOrderMark.substr(0, mark_matched_);
      mark_matched_ = kMarkDecided;
      return bytes;
    }
    ++mark_matched_;
    bytes.remove_prefix(1);
  }
  return bytes;
}

bool EventStreamParser::append_to_line(std::string_view bytes) {
  if (line_.size() + data_.size() + bytes.size() > max_event_bytes_) {
    failed_ = true;
    return false;
  }
  line_ += bytes;
  return true;
}

void EventStreamParser::end_line(const Sink& sink) {
  const std::string line = std::exchange(line_, {});
  if (line.empty()) {
    dispatch(sink);
    return;
  }
  const std::string_view text = line;
  const std::size_t colon = text.find(':');
  if (colon == 0) {
    ++comments_;
    return;
  }
  std::string_view value;
  if (colon != std::string_view::npos) {
    value = text.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
  }
  field(text.substr(0, colon), value);
}

void EventStreamParser::field(std::string_view name, std::string_view value) {
  if (name == "data") {
    if (has_data_) data_ += '\n';
    data_ += value;
    has_data_ = true;
  } else if (name == "event") {
    type_ = value;
  } else if (name == "id") {
    if (value.find('\0') == std::string_view::npos) id_ = value;
  }
}

void EventStreamParser::dispatch(const Sink& sink) {
  const bool complete = std::exchange(has_data_, false);
  StreamEvent event{std::exchange(type_, {}), std::exchange(data_, {}), id_};
  if (!complete) return;
  if (event.type.empty()) event.type = "message";
  sink(event);
}

}  // namespace navbat::client
