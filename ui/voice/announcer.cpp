#include "ui/voice/announcer.h"

namespace navbat::ui {
namespace {

// How long the device stays open after the last word: the next call often follows at once.
constexpr std::chrono::seconds kRestAfter{3};

}  // namespace

Announcer::Announcer(std::unique_ptr<AudioOut> out, std::unique_ptr<Speech> speech,
                     AnnouncerSettings settings, Hooks hooks, std::function<Moment()> clock)
    : out_(std::move(out)),
      speech_(std::move(speech)),
      settings_(settings),
      hooks_(std::move(hooks)),
      clock_(std::move(clock)),
      volume_(settings.volume),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Announcer::~Announcer() {
  thread_.request_stop();
  stop_all();
  thread_.join();
}

void Announcer::say(Announcement announcement) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= settings_.most_waiting) {
      waiting_.pop_front();
    }
    waiting_.push_back({std::move(announcement), clock_()});
  }
  changed_.notify_all();
}

void Announcer::stop_all() {
  const std::lock_guard lock(mutex_);
  waiting_.clear();
  current_.request_stop();
}

void Announcer::set_volume(int percent) { volume_ = static_cast<float>(percent) / 100; }

void Announcer::run(const std::stop_token& stop) {
  const auto has_work = [this] { return !waiting_.empty(); };
  while (!stop.stop_requested()) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, stop, kRestAfter, has_work)) {
      lock.unlock();
      out_->rest();
      lock.lock();
      changed_.wait(lock, stop, has_work);
    }
    if (stop.stop_requested()) {
      return;  // asked under the lock: stop_all() after request_stop() finds what is being said
    }
    const Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    current_ = std::stop_source();
    const std::stop_token cut_short = current_.get_token();
    lock.unlock();
    const bool words = announce(next, cut_short);
    if (hooks_.done && !cut_short.stop_requested()) {
      hooks_.done(next.what.id, words);
    }
  }
}

bool Announcer::announce(const Waiting& waiting, const std::stop_token& stop) {
  // Words without a chime are read to somebody who listens: they wait as long as it takes.
  const bool with_words =
      waiting.what.chime == Chime::kNone || clock_() - waiting.since <= settings_.most_behind;
  // The words are made while the chime sounds.
  tl::expected<std::unique_ptr<Utterance>, std::string> utterance;
  if (with_words) {
    utterance = speech_->begin(waiting.what.language, waiting.what.text);
  }
  if (hooks_.first_sound) {
    hooks_.first_sound(waiting.what.id);
  }
  const bool chimed = play(make_chime(waiting.what.chime), stop);
  if (!with_words || stop.stop_requested()) {
    return false;
  }
  if (!utterance) {
    report(speech_fault_, utterance.error(), {});
    return false;
  }
  auto sound = (*utterance)->finish(stop);
  if (stop.stop_requested()) {
    return false;
  }
  report(speech_fault_, sound ? std::string() : sound.error(), "speech works again");
  return chimed && sound && play(std::move(*sound), stop);
}

bool Announcer::play(Sound sound, const std::stop_token& stop) {
  scale(sound, volume_);
  const auto played = out_->play(sound, stop);
  if (!stop.stop_requested()) {
    report(sound_fault_, played ? std::string() : played.error(), "sound works again");
  }
  return played.has_value();
}

void Announcer::report(Fault& fault, const std::string& error, std::string_view well_again) {
  const bool on = !error.empty();
  if (on != fault.on && hooks_.log) {
    hooks_.log(on ? error : std::string(well_again));
  }
  fault.on = on;
}

}  // namespace navbat::ui
