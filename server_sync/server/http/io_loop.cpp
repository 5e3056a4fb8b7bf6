#include "server_sync/server/http/io_loop.h"

#include <ctime>
#include <vector>

namespace navbat::server::http {

IoLoop::IoLoop(std::size_t index, std::chrono::milliseconds tick, const domain::Clock& clock)
    : index_(index),
      tick_(tick),
      clock_(clock),
      gate_(std::make_shared<LoopGate>(context_)),
      work_(context_.get_executor()),
      timer_(context_),
      deadline_(context_) {}

IoLoop::~IoLoop() {
  gate_->close();
  // Sockets must go before the io_context does.
  members_.clear();
}

void IoLoop::run() {
  thread_ = std::thread([this] {
    gate_->thread_ = std::this_thread::get_id();
    schedule_tick();
    context_.run();
  });
}

void IoLoop::drain(std::chrono::milliseconds deadline) {
  gate_->post([this, deadline] { begin_drain(deadline); });
}

void IoLoop::join() {
  if (thread_.joinable()) thread_.join();
  gate_->close();
}

void IoLoop::add(std::shared_ptr<LoopMember> member) {
  LoopMember* key = member.get();
  members_.emplace(key, std::move(member));
}

void IoLoop::remove(LoopMember* member) {
  members_.erase(member);
  finish_when_empty();
}

void IoLoop::begin_drain(std::chrono::milliseconds deadline) {
  draining_ = true;
  std::vector<std::shared_ptr<LoopMember>> members;
  members.reserve(members_.size());
  for (const auto& [key, member] : members_) members.push_back(member);
  for (const auto& member : members) member->on_drain();
  deadline_.expires_after(deadline);
  deadline_.async_wait([this](ErrorCode error) {
    if (!error) context_.stop();
  });
  finish_when_empty();
}

void IoLoop::finish_when_empty() {
  if (!draining_ || !members_.empty()) return;
  // Not at once: handlers of the last member are still queued and hold what they need.
  timer_.cancel();
  deadline_.cancel();
  work_.reset();
}

void IoLoop::schedule_tick() {
  timer_.expires_after(tick_);
  timer_.async_wait([this](ErrorCode error) {
    if (!error) tick();
  });
}

void IoLoop::tick() {
  const SteadyTime now = std::chrono::steady_clock::now();
  std::vector<std::shared_ptr<LoopMember>> members;
  members.reserve(members_.size());
  for (const auto& [key, member] : members_) members.push_back(member);
  for (const auto& member : members) member->on_tick(now);
  if (!draining_ || !members_.empty()) schedule_tick();
}

std::string_view IoLoop::http_date() {
  const std::time_t now = domain::to_unix_ms(clock_.now()) / 1000;
  if (now != date_second_) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    // The C locale's names, whatever the program's locale is.
    static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    const int length =
        std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                      kDays[parts.tm_wday], parts.tm_mday, kMonths[parts.tm_mon],
                      parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
    date_.assign(text, static_cast<std::size_t>(length));
    date_second_ = now;
  }
  return date_;
}

}  // namespace navbat::server::http
