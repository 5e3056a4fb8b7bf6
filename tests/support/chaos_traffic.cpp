#include "tests/support/chaos_traffic.h"

#include <algorithm>
#include <charconv>

namespace navbat::testing {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::string_view kEventEnd = "\n\n";
constexpr std::size_t kPastEvents = 8;

std::size_t body_size(std::string_view head) {
  constexpr std::string_view kName = "\r\nContent-Length: ";
  const std::size_t at = head.find(kName);
  std::size_t size = 0;
  if (at != std::string_view::npos) {
    const char* digits = head.data() + at + kName.size();
    std::from_chars(digits, head.data() + head.size(), size);
  }
  return size;
}

// A complete request at the start of `bytes`, taken out; nothing when it is not there yet.
std::optional<std::string> take_request(std::string& bytes) {
  const std::size_t head = bytes.find(kHeadEnd);
  if (head == std::string::npos) return std::nullopt;
  const std::size_t size =
      head + kHeadEnd.size() + body_size(std::string_view{bytes}.substr(0, head + 2));
  if (bytes.size() < size) return std::nullopt;
  std::string request = bytes.substr(0, size);
  bytes.erase(0, size);
  return request;
}

}  // namespace

bool Chaos::happens(double ChaosOdds::*fault) {
  return odds_ && std::bernoulli_distribution((*odds_).*fault)(engine_);
}

std::size_t Chaos::any_below(std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
}

std::chrono::milliseconds Chaos::delay() {
  if (happens(&ChaosOdds::stall)) {
    ++count.slowed;
    return odds_->stalled;
  }
  if (!happens(&ChaosOdds::slow)) return std::chrono::milliseconds{0};
  ++count.slowed;
  return std::chrono::milliseconds(any_below(static_cast<std::size_t>(odds_->slowest.count())) + 1);
}

ChaosTime Chaos::end_of_life(ChaosTime born) {
  if (!odds_) return ChaosTime::max();
  return born + std::chrono::milliseconds(
                    any_below(static_cast<std::size_t>(odds_->longest_life.count())) + 1);
}

void ChaosPipe::put(std::string bytes, ChaosTime arrives, bool then_ends) {
  if (!parts_.empty()) arrives = std::max(arrives, parts_.back().arrives);
  parts_.push_back({std::move(bytes), arrives, then_ends});
}

std::string_view ChaosPipe::arrived(ChaosTime now) {
  while (!parts_.empty() && parts_.front().bytes.empty() && !parts_.front().then_ends) {
    parts_.pop_front();
  }
  if (parts_.empty() || parts_.front().arrives > now) return {};
  return parts_.front().bytes;
}

void ChaosPipe::take(std::size_t bytes) { parts_.front().bytes.erase(0, bytes); }

bool ChaosPipe::ended(ChaosTime now) {
  return arrived(now).empty() && !parts_.empty() && parts_.front().arrives <= now &&
         parts_.front().then_ends;
}

std::optional<ChaosTime> ChaosPipe::next() const {
  if (parts_.empty()) return std::nullopt;
  return parts_.front().arrives;
}

void ChaosTraffic::take_request_bytes(std::string_view bytes, ChaosTime now,
                                      std::vector<std::string>& again) {
  request_ += bytes;
  while (auto request = take_request(request_)) send_request(std::move(*request), now, again);
}

void ChaosTraffic::send_request(std::string request, ChaosTime now,
                                std::vector<std::string>& again) {
  if (chaos_.happens(&ChaosOdds::lose_request)) {
    ++chaos_.count.cut;
    down.put({}, now, true);
    return;
  }
  no_reply_ = chaos_.happens(&ChaosOdds::lose_reply);
  if (request.starts_with("POST ") && chaos_.happens(&ChaosOdds::repeat_command)) {
    ++chaos_.count.repeated_commands;
    again.push_back(request);
  }
  up.put(std::move(request), arrival(now));
}

void ChaosTraffic::take_reply_bytes(std::string_view bytes, ChaosTime now) {
  if (no_reply_) {
    ++chaos_.count.cut;
    down.put({}, now, true);
    return;
  }
  if (!is_stream_ && bytes.starts_with("HTTP/1.1 200") &&
      bytes.find("text/event-stream") != std::string_view::npos) {
    is_stream_ = true;
    const std::size_t head = std::min(bytes.find(kHeadEnd), bytes.size() - kHeadEnd.size());
    down.put(std::string(bytes.substr(0, head + kHeadEnd.size())), arrival(now));
    bytes.remove_prefix(head + kHeadEnd.size());
  }
  if (!is_stream_) {
    down.put(std::string(bytes), arrival(now));
    return;
  }
  reply_ += bytes;
  for (std::size_t end = reply_.find(kEventEnd); end != std::string::npos;
       end = reply_.find(kEventEnd)) {
    send_event(reply_.substr(0, end + kEventEnd.size()), now);
    reply_.erase(0, end + kEventEnd.size());
  }
}

void ChaosTraffic::send_event(std::string event, ChaosTime now) {
  if (chaos_.happens(&ChaosOdds::cut_in_event)) {
    ++chaos_.count.cut;
    down.put(event.substr(0, chaos_.any_below(event.size())), arrival(now), true);
    return;
  }
  down.put(event, arrival(now));
  if (chaos_.happens(&ChaosOdds::repeat_event)) {
    ++chaos_.count.repeated_events;
    down.put(event, arrival(now));
  }
  if (!past_.empty() && chaos_.happens(&ChaosOdds::repeat_past)) {
    ++chaos_.count.repeated_events;
    down.put(past_[chaos_.any_below(past_.size())], arrival(now));
  }
  past_.push_back(std::move(event));
  if (past_.size() > kPastEvents) past_.pop_front();
}

ChaosTime ChaosTraffic::arrival(ChaosTime now) { return now + chaos_.delay(); }

}  // namespace navbat::testing
