#include "ui/voice/announcer.h"

#include <algorithm>
#include <utility>

#include "ui/voice/voice_limits.h"

namespace navbat::ui {
namespace {

Turn turn_of(Broadcast broadcast) {
  Turn turn;
  turn.heard.id = broadcast.id;
  turn.what = std::move(broadcast);
  return turn;
}

}  // namespace

Announcer::Announcer(std::unique_ptr<AudioOut> out, std::unique_ptr<Speech> speech,
                     AnnouncerSettings settings, Hooks hooks, std::function<Moment()> clock,
                     Clips clips)
    : settings_(settings),
      hooks_(std::move(hooks)),
      clock_(std::move(clock)),
      speaker_(std::move(out), std::move(speech), std::move(clips), settings.most_behind,
               {.log = hooks_.log, .first_sound = hooks_.first_sound, .health = hooks_.health},
               clock_),
      volume_(settings.volume),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Announcer::~Announcer() {
  thread_.request_stop();
  stop_all();
  thread_.join();
}

void Announcer::announce(Broadcast broadcast) {
  {
    const std::lock_guard lock(mutex_);
    if (broadcast.urgent) {
      forget_waiting();
    }
    if (broadcast.again_after) {
      standing_ = broadcast;
    }
    waiting_.push_back(turn_of(std::move(broadcast)));
    keep_bounded();
  }
  changed_.notify_all();
}

void Announcer::say(Announcement announcement) {
  Broadcast broadcast;
  broadcast.id = announcement.id;
  broadcast.chime = announcement.chime;
  broadcast.words = {{.language = std::move(announcement.language),
                      .text = std::move(announcement.text),
                      .clips = {}}};
  announce(std::move(broadcast));
}

void Announcer::stop_all() {
  {
    const std::lock_guard lock(mutex_);
    forget_waiting();
  }
  changed_.notify_all();
}

void Announcer::set_volume(int percent) { volume_ = static_cast<float>(percent) / 100; }

// --- The queue; mutex_ is held ------------------------------------------------------------------

void Announcer::forget_waiting() {
  for (const Turn& turn : waiting_) {
    left_out_.push_back(turn.heard.id);
  }
  waiting_.clear();
  standing_.reset();
  current_.request_stop();
}

void Announcer::keep_bounded() {
  while (waiting_.size() > settings_.most_waiting) {
    left_out_.push_back(waiting_.front().heard.id);
    waiting_.pop_front();
  }
}

void Announcer::wait_for_work(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
  const auto has_work = [this] { return !waiting_.empty() || !left_out_.empty(); };
  if (standing_) {
    const Moment pause = *standing_->again_after;
    if (!changed_.wait_for(lock, stop, pause, has_work) && standing_) {
      waiting_.push_back(turn_of(*standing_));
    }
    return;
  }
  if (!changed_.wait_for(lock, stop, kRestAfter, has_work)) {
    lock.unlock();
    speaker_.rest();
    lock.lock();
    changed_.wait(lock, stop, has_work);
  }
}

Turn Announcer::take_turn() {
  const auto hurried = std::find_if(waiting_.begin(), waiting_.end(),
                                    [](const Turn& turn) { return !turn.what.patient; });
  const auto next = hurried != waiting_.end() ? hurried : waiting_.begin();
  Turn turn = std::move(*next);
  waiting_.erase(next);
  std::vector<Expected> queue{speaker_.expected(turn.what)};
  for (const Turn& other : waiting_) {
    if (!other.what.patient) {
      queue.push_back(speaker_.expected(other.what));
    }
  }
  turn.length = choose_length(clock_(), queue);
  current_ = std::stop_source();
  turn.cut = current_.get_token();
  return turn;
}

// --- The announcer's thread ---------------------------------------------------------------------

void Announcer::run(const std::stop_token& stop) {
  speaker_.load_chimes();
  while (auto turn = next_turn(stop)) {
    present(std::move(*turn));
  }
}

std::optional<Turn> Announcer::next_turn(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  // Asked under the lock: stop_all() after request_stop() finds what is being said.
  while (!stop.stop_requested()) {
    if (!left_out_.empty()) {
      const auto ids = std::exchange(left_out_, {});
      lock.unlock();
      for (const std::int64_t id : ids) {
        report({.id = id, .form = HeardForm::kNothing, .first_sample = {}});
      }
      lock.lock();
    } else if (!waiting_.empty()) {
      return take_turn();
    } else {
      wait_for_work(lock, stop);
    }
  }
  return std::nullopt;
}

void Announcer::present(Turn turn) {
  turn.volume = std::max(volume_.load(), static_cast<float>(turn.what.least_volume) / 100);
  if (turn.length && turn.volume > 0) {
    speaker_.speak(turn);
  }
  {
    const std::lock_guard lock(mutex_);
    const bool goes_on = turn.what.patient && turn.next_phrase > 0 &&
                         turn.next_phrase < turn.what.words.size() && !turn.cut.stop_requested();
    if (goes_on) {
      waiting_.push_front(std::move(turn));
      return;
    }
  }
  report(turn.heard);
}

void Announcer::report(Heard heard) {
  if (heard.form == HeardForm::kNothing) {
    heard.first_sample.reset();
  }
  if (hooks_.done && heard.id != 0) {
    hooks_.done(heard);
  }
}

}  // namespace navbat::ui
