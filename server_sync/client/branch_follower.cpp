#include "server_sync/client/branch_follower.h"

#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/retry_after.h"

namespace navbat::client {
namespace {

constexpr int kOk = 200;

// The server answers and says no: trying harder will not help, somebody has to look at it.
bool is_refusal(int status) {
  return status >= 400 && status < 500 && status != 408 && status != 429;
}

}  // namespace

// One connection's bytes, on the follower's thread.
class BranchFollower::Receiver : public StreamReceiver {
 public:
  Receiver(BranchFollower& follower, const std::stop_token& stop)
      : follower_(follower),
        stop_(stop),
        session_(follower.cursor_,
                 {.deliver =
                      [this](BranchNews news) { return follower_.deliver(std::move(news), stop_); },
                  .problem = [this](const std::string& line) { follower_.log(line); }}) {}

  bool on_open(const HttpResponse&) override { return true; }

  bool on_chunk(std::string_view bytes) override {
    const StreamSession::Outcome outcome = session_.feed(bytes);
    bool go_on = outcome == StreamSession::Outcome::kGoOn;
    unusable_ = outcome == StreamSession::Outcome::kUnusable;
    if (go_on && session_.wants_snapshot()) go_on = follower_.fetch_snapshot(session_, stop_);
    if (session_.take_news()) follower_.heard();
    return go_on;
  }

  [[nodiscard]] bool is_unusable() const { return unusable_; }

 private:
  BranchFollower& follower_;
  const std::stop_token& stop_;
  StreamSession session_;
  bool unusable_ = false;
};

BranchFollower::BranchFollower(HttpTransport& transport, const domain::Clock& clock,
                               FollowerOptions options, FollowerHooks hooks, std::mt19937_64 engine)
    : transport_(transport),
      clock_(clock),
      options_(std::move(options)),
      hooks_(std::move(hooks)),
      backoff_(options_.backoff, engine),
      cursor_{options_.resume_after, options_.resume_after, std::nullopt},
      mailbox_(options_.mailbox_capacity, hooks_.wake) {}

BranchFollower::~BranchFollower() { stop(); }

void BranchFollower::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void BranchFollower::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

LinkStatus BranchFollower::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

std::optional<QueueSnapshot> BranchFollower::latest_snapshot() const {
  const std::lock_guard lock(mutex_);
  return latest_;
}

void BranchFollower::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const domain::Timestamp begin = clock_.now();
    const Ending ending = connect_once(stop);
    if (stop.stop_requested()) return;
    set_state(ending.state, ending.detail);
    // Only a connection that lasted proves the server well: one that accepts and drops at once must
    // not be asked again at full speed.
    if (clock_.now() - begin >= options_.settled_after) backoff_.reset();
    pause(ending.retry_after ? backoff_.next_at_least(*ending.retry_after) : backoff_.next(), stop);
  }
}

BranchFollower::Ending BranchFollower::connect_once(const std::stop_token& stop) {
  Receiver receiver(*this, stop);
  const auto end = transport_.stream(stream_request(), options_.silence, receiver, stop);
  if (receiver.is_unusable()) return {LinkState::kDown, "an event exceeds the size limit", {}};
  if (!end) {
    return {
        LinkState::kDown, std::string(to_text(end.error().fault)) + ": " + end.error().detail, {}};
  }
  if (end->status == kOk) return {LinkState::kDown, "the server ended the stream", {}};
  return {is_refusal(end->status) ? LinkState::kRefused : LinkState::kDown,
          "the server answered " + std::to_string(end->status), retry_after(*end)};
}

HttpRequest BranchFollower::stream_request() const {
  HttpRequest request{.method = HttpMethod::kGet,
                      .target = branch_path(options_.branch) + "/events",
                      .headers = {{"Accept", "text/event-stream"}, {"Cache-Control", "no-store"}},
                      .body = {}};
  if (cursor_.resume_after) {
    request.headers.push_back({"Last-Event-ID", std::to_string(*cursor_.resume_after)});
  }
  return request;
}

bool BranchFollower::deliver(BranchNews news, const std::stop_token& stop) {
  if (const auto* snapshot = std::get_if<QueueSnapshot>(&news)) {
    const std::lock_guard lock(mutex_);
    latest_ = *snapshot;
  }
  if (const auto* event = std::get_if<domain::Event>(&news)) {
    if (hooks_.event) hooks_.event(*event);
  }
  if (!std::holds_alternative<QueueSnapshot>(news)) return mailbox_.put(std::move(news), stop);
  return mailbox_.put(std::move(news), stop, [](const BranchNews& undelivered) {
    return std::holds_alternative<QueueSnapshot>(undelivered);
  });
}

bool BranchFollower::fetch_snapshot(StreamSession& session, const std::stop_token& stop) {
  const HttpRequest request{.method = HttpMethod::kGet,
                            .target = branch_path(options_.branch) + "/queue",
                            .headers = {{"Accept", "application/json"}},
                            .body = {}};
  const auto reply = transport_.send(request, kRequestTimeout, stop);
  const bool readable = reply && reply->status == kOk && session.accept_snapshot(reply->body);
  // Without it the stream cannot be trusted to be whole: connect again, which brings one too.
  if (!readable || session.wants_snapshot()) log("no queue snapshot after a reset");
  return readable && !session.wants_snapshot();
}

void BranchFollower::heard() {
  {
    const std::lock_guard lock(mutex_);
    status_.last_news = clock_.now();
    if (status_.state == LinkState::kLive) return;
  }
  set_state(LinkState::kLive, {});
  if (hooks_.live) hooks_.live();
}

void BranchFollower::set_state(LinkState state, std::string detail) {
  bool changed = false;
  {
    const std::lock_guard lock(mutex_);
    changed = status_.state != state;
    status_.state = state;
    status_.detail = std::move(detail);
  }
  if (!changed) return;
  log(state == LinkState::kLive ? "event stream: live" : "event stream: " + status().detail);
  if (hooks_.status_changed) hooks_.status_changed();
}

void BranchFollower::pause(milliseconds delay, const std::stop_token& stop) {
  std::unique_lock lock(pause_mutex_);
  pause_.wait_for(lock, stop, delay, [] { return false; });
}

void BranchFollower::log(const std::string& line) const {
  if (hooks_.log) hooks_.log(line);
}

}  // namespace navbat::client
