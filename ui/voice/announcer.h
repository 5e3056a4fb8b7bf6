#pragma once
// The one voice of a program: announcements in order, never two at once, never in the way of the
// picture. A fault of sound or speech is said once in the log, and costs nothing but itself.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "ui/app/motion.h"
#include "ui/voice/audio_out.h"
#include "ui/voice/speech.h"
#include "ui/voice/voice.h"

namespace navbat::ui {

struct AnnouncerSettings {
  float volume = 1;  // 0 to 1
  // A call that waits longer than this becomes a chime without words. What has no chime is read to
  // somebody and is never late.
  Moment most_behind{10'000};
  std::size_t most_waiting = 64;  // more: the oldest is left out, with its chime
};

class Announcer final : public Voice {
 public:
  struct Hooks {
    // Called on the announcer's thread; may be null.
    std::function<void(const std::string&)> log;            // one English line
    std::function<void(std::int64_t id)> first_sound;       // of this one, about to be heard
    std::function<void(std::int64_t id, bool words)> done;  // not of what was stopped
  };

  // `clock` is monotonic and thread-safe.
  Announcer(std::unique_ptr<AudioOut> out, std::unique_ptr<Speech> speech,
            AnnouncerSettings settings, Hooks hooks, std::function<Moment()> clock);
  ~Announcer() override;  // stops in the middle of a word
  Announcer(const Announcer&) = delete;
  Announcer& operator=(const Announcer&) = delete;

  void say(Announcement announcement) override;
  void stop_all() override;
  void set_volume(int percent) override;

 private:
  struct Waiting {
    Announcement what;
    Moment since;
  };
  // Says a fault when it begins and when it is over, not each time in between.
  struct Fault {
    bool on = false;
  };

  void run(const std::stop_token& stop);
  bool announce(const Waiting& waiting, const std::stop_token& stop);  // whether with words
  bool play(Sound sound, const std::stop_token& stop);
  void report(Fault& fault, const std::string& error, std::string_view well_again);

  const std::unique_ptr<AudioOut> out_;
  const std::unique_ptr<Speech> speech_;
  const AnnouncerSettings settings_;
  const Hooks hooks_;
  const std::function<Moment()> clock_;
  Fault sound_fault_;  // announcer's thread only, as is speech_fault_
  Fault speech_fault_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Waiting> waiting_;
  std::stop_source current_;  // ends what is being said; guarded by mutex_
  std::atomic<float> volume_;
  std::jthread thread_;
};

}  // namespace navbat::ui
