#include "server_sync/client/sync_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "server_sync/client/retry_after.h"
#include "server_sync/protocol/version.h"

namespace navbat::client {
namespace {

constexpr std::string_view kLineFact = "sync_line";  // "EPOCH BASE"; absent: the file's epoch, 0

enum HttpStatus { kOk = 200, kBadRequest = 400, kTooLarge = 413, kUnprocessable = 422 };

bool is_refusal(int status) { return status == 401 || status == 403 || status == 404; }

bool is_about_content(int status) {
  return status == kBadRequest || status == kTooLarge || status == kUnprocessable;
}

std::string hex(const std::array<std::uint8_t, 16>& bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0x0FU];
  }
  return out;
}

}  // namespace

SyncLine::SyncLine(HttpTransport& transport, SharedStore& store, Circuit& circuit,
                   ServerClock& true_clock, const domain::Clock& device_clock, domain::NodeId node,
                   FillRandom random, std::function<void(const std::string&)> log,
                   std::size_t most_events)
    : transport_(transport),
      store_(store),
      circuit_(circuit),
      true_clock_(true_clock),
      device_clock_(device_clock),
      node_(std::move(node)),
      random_(std::move(random)),
      log_(std::move(log)),
      most_events_(most_events),
      batch_limit_(most_events) {}

SyncLine::Step SyncLine::step(const std::stop_token& stop) {
  if (!line_ && !open()) return failed("the outbox cannot be read");
  const auto events = store_.with(
      [&](store::DeviceStore& store) { return store.events_after(position_, batch_limit_); });
  if (!events) return failed(events.error().message);
  if (greeted_ && events->empty()) return {};
  // The first batch of a run is empty: how far the server is decides where the next one begins.
  if (!greeted_) return send({}, stop);
  if (events->front().seq != position_ + 1) {
    return begin_new_line(events->front().seq - 1, "events that the server lacks are gone here");
  }
  return send(*events, stop);
}

bool SyncLine::open() {
  const auto fact = store_.with([](store::DeviceStore& store) { return store.fact(kLineFact); });
  const auto progress =
      store_.with([](store::DeviceStore& store) { return store.outbox_status(); });
  if (!fact || !progress) return false;
  Line line{store_.with([](store::DeviceStore& store) { return store.epoch(); }), 0};
  if (*fact) {
    const std::string& text = **fact;
    const std::size_t space = text.find(' ');
    if (space == std::string::npos) return false;
    line.epoch = text.substr(0, space);
    std::from_chars(text.data() + space + 1, text.data() + text.size(), line.base);
  }
  line_ = std::move(line);
  position_ = progress->acked_seq;
  highest_sent_ = progress->acked_seq;
  refresh_pending();
  return true;
}

SyncLine::Step SyncLine::send(const std::vector<store::OutboxEvent>& events,
                              const std::stop_token& stop) {
  std::vector<std::string> payloads;
  payloads.reserve(events.size());
  for (const store::OutboxEvent& event : events) payloads.push_back(wire_event(event));
  const HttpRequest request{.method = HttpMethod::kPost,
                            .target = std::string(protocol::kBasePath) + "/sync",
                            .headers = {{"Content-Type", "application/json"}},
                            .body = protocol::encode_sync_request(
                                node_, line_->epoch, position_ + 1 - line_->base, payloads)};
  // Before it goes out: once on its way, the server may know these numbers.
  if (!events.empty()) highest_sent_ = std::max(highest_sent_, events.back().seq);
  const domain::Timestamp sent = device_clock_.now();
  const auto response = transport_.send(request, kRequestTimeout, stop);
  if (!response) {
    if (response.error().fault == TransportFault::kCancelled) return {Next::kRetry, {}};
    circuit_.failed(device_clock_.now());
    return failed(response.error().detail);
  }
  if (response->status == kOk) {
    if (const auto reply = protocol::decode_sync_reply(response->body)) {
      true_clock_.observe(reply->server_time, sent, device_clock_.now());
    }
  }
  return take_reply(events, *response);
}

SyncLine::Step SyncLine::take_reply(const std::vector<store::OutboxEvent>& events,
                                    const HttpResponse& response) {
  const std::string answered = "the server answered " + std::to_string(response.status);
  if (is_about_content(response.status) && events.size() > 1) return smaller_batch(answered);
  if (response.status != kOk) {
    return failed(answered, retry_after(response), is_refusal(response.status));
  }
  const auto reply = protocol::decode_sync_reply(response.body);
  if (!reply) return failed("unreadable answer: " + reply.error().to_string());
  return take_ack(events, *reply);
}

SyncLine::Step SyncLine::take_ack(const std::vector<store::OutboxEvent>& events,
                                  const protocol::SyncReply& reply) {
  circuit_.succeeded();
  const bool was_greeted = std::exchange(greeted_, true);
  {
    const std::lock_guard lock(status_mutex_);
    status_.last_exchange = device_clock_.now();
    status_.refused = false;
    status_.set_aside += static_cast<std::int64_t>(reply.set_aside.size());
  }
  for (const protocol::SetAside& aside : reply.set_aside) {
    const std::string line = "the server set event " + std::to_string(aside.seq + line_->base) +
                             " aside: " + aside.reason;
    log_(line);
    const std::lock_guard lock(status_mutex_);
    status_.detail = line;
  }
  const std::int64_t acked = reply.acked_seq + line_->base;
  if (acked > highest_sent_) {
    return begin_new_line(position_, "the server knows events that this device never sent");
  }
  if (acked < position_) return resume_at(acked);
  if (acked == position_ && !events.empty()) return failed("the server took none of the batch");
  const auto marked =
      store_.with([&](store::DeviceStore& store) { return store.mark_acked(acked); });
  if (!marked) return failed(marked.error().message);
  position_ = acked;
  batch_limit_ = std::min(batch_limit_ * 2, most_events_);
  refresh_pending();
  const bool may_be_more = !was_greeted || events.size() >= 1;
  return {may_be_more ? Next::kAgain : Next::kIdle, {}};
}

// The server has forgotten: it gets again what is still here.
SyncLine::Step SyncLine::resume_at(std::int64_t seq) {
  log_("the server stands at event " + std::to_string(seq) + ", this device at " +
       std::to_string(position_) + ": sending again");
  position_ = std::max(seq, line_->base);
  return {Next::kAgain, {}};
}

SyncLine::Step SyncLine::begin_new_line(std::int64_t base, const std::string& why) {
  std::array<std::uint8_t, 16> random{};
  random_(random);
  const Line line{hex(random), base};
  const auto saved = store_.with([&](store::DeviceStore& store) {
    return store.save_fact(kLineFact, line.epoch + " " + std::to_string(line.base));
  });
  if (!saved) return failed(saved.error().message);
  log_("a new sequence begins after event " + std::to_string(base) + ": " + why);
  line_ = line;
  position_ = base;
  highest_sent_ = base;
  // Not at once: a server that says so again and again would be asked in a circle.
  return {Next::kRetry, {}};
}

// One event that the server cannot even read must not hold back those before it.
SyncLine::Step SyncLine::smaller_batch(const std::string& why) {
  batch_limit_ = std::max<std::size_t>(1, batch_limit_ / 2);
  log_(why + ": batches of " + std::to_string(batch_limit_));
  return {Next::kAgain, {}};
}

SyncLine::Step SyncLine::failed(const std::string& why, std::optional<milliseconds> retry_after,
                                bool refused) {
  bool is_new = false;
  {
    const std::lock_guard lock(status_mutex_);
    is_new = why != status_.detail;
    status_.detail = why;
    status_.refused = refused;
  }
  if (is_new) log_("outbox: " + why);
  return {Next::kRetry, retry_after};
}

std::string SyncLine::wire_event(const store::OutboxEvent& event) const {
  auto decoded = protocol::decode_node_event(event.payload);
  const std::int64_t seq = event.seq - line_->base;
  if (!decoded) {
    // Written by a newer version of this program, before it was taken back. The server sets it
    // aside and reports it; the event itself stays in the outbox for whoever looks into that.
    return "{\"seq\":" + std::to_string(seq) + ",\"at\":\"" + domain::to_rfc3339(event.at) +
           "\",\"type\":\"unreadable\"}";
  }
  decoded->seq = seq;
  return protocol::encode_node_event(*decoded);
}

UploadStatus SyncLine::status() const {
  const std::lock_guard lock(status_mutex_);
  return status_;
}

void SyncLine::refresh_pending() {
  // The count is noted while the store is held: of two threads that count, the later one is right.
  store_.with([this](store::DeviceStore& store) {
    const auto progress = store.outbox_status();
    if (!progress) return;
    const std::lock_guard lock(status_mutex_);
    status_.pending = progress->last_seq - progress->acked_seq;
  });
}

}  // namespace navbat::client
