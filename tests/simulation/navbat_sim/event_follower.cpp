#include "tests/simulation/navbat_sim/event_follower.h"

#include "server_sync/client/event_stream_parser.h"
#include "server_sync/protocol/event_codec.h"
#include "server_sync/protocol/version.h"
#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {
namespace {

// Hands each event of a stream to `take`; `take` answers false to end it.
class Receiver final : public client::StreamReceiver {
 public:
  using Take = std::function<bool(const client::StreamEvent&)>;
  explicit Receiver(Take take) : take_(std::move(take)) {}

  bool on_open(const client::HttpResponse&) override { return true; }
  bool on_chunk(std::string_view bytes) override {
    const bool fits = parser_.feed(bytes, [&](const client::StreamEvent& event) {
      if (going_on_) going_on_ = take_(event);
    });
    return fits && going_on_;
  }

 private:
  Take take_;
  client::EventStreamParser parser_;
  bool going_on_ = true;
};

}  // namespace

EventFollower::EventFollower(std::string branch, std::unique_ptr<client::HttpTransport> transport,
                             EventAuditor& auditor, Findings& findings, Bell& bell)
    : target_(std::string{protocol::kBasePath} + "/branches/" + client::percent_encode(branch) +
              "/events"),
      transport_(std::move(transport)),
      auditor_(auditor),
      findings_(findings),
      bell_(bell),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

bool EventFollower::take(std::string_view type, const std::string& data) {
  if (type == "queue") return true;
  if (type == "reset") {
    findings_.add("The server no longer keeps the first events: the order cannot be checked.");
    return false;
  }
  const auto event = protocol::decode_event(data);
  if (!event) {
    findings_.add("An event cannot be read: " + event.error().to_string() + ".");
    return false;
  }
  {
    const std::lock_guard lock(mutex_);
    auditor_.on_event(*event);
  }
  bell_.ring();
  return true;
}

void EventFollower::run(const std::stop_token& stop) {
  bool readable = true;
  while (!stop.stop_requested() && readable) {
    client::HttpRequest request;
    request.target = target_;
    request.headers = {{"Accept", "text/event-stream"},
                       {"Last-Event-ID", std::to_string(version())}};
    Receiver receiver{[&](const client::StreamEvent& event) {
      readable = take(event.type, event.data);
      return readable;
    }};
    const auto ended = transport_->stream(request, kStreamSilence, receiver, stop);
    if (ended && ended->status != 200) {
      if (ended->status < 500) {
        findings_.add("The event stream is refused with " + std::to_string(ended->status) + ".");
        return;
      }
    }
    // The server may be restarting; nothing that others ring for matters here.
    Bell pause;
    if (!stop.stop_requested()) {
      static_cast<void>(pause.wait(0, Bell::Steady::now() + kRetryBase));
    }
  }
}

void EventFollower::with_auditor(const std::function<void(const EventAuditor&)>& look) const {
  const std::lock_guard lock(mutex_);
  look(auditor_);
}

std::int64_t EventFollower::version() const {
  const std::lock_guard lock(mutex_);
  return auditor_.state().version();
}

bool EventFollower::wait_for(std::int64_t version, Bell::Steady::time_point deadline) {
  while (true) {
    const std::uint64_t seen = bell_.rung();
    if (this->version() >= version) return true;
    if (!bell_.wait(seen, deadline)) return this->version() >= version;
  }
}

}  // namespace navbat::sim
