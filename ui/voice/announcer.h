#pragma once
// The one voice of a program: announcements in order, never two at once, never in the way of the
// picture. What a hall hears is shortened, or left out, rather than be too far behind the picture.
// A fault of sound or speech is said once in the log, and costs nothing but itself.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "ui/voice/speaker.h"
#include "ui/voice/voice.h"

namespace navbat::ui {

struct AnnouncerSettings {
  float volume = 1;  // 0 to 1; at 0 nothing is played at all
  // What came on the picture is over in the ears so long after it. Expected lengths count.
  Moment most_behind{10'000};
  std::size_t most_waiting = 64;  // more: the oldest is left out
};

class Announcer final : public Voice {
 public:
  struct Hooks {
    // Called on the announcer's thread; may be null.
    std::function<void(const std::string&)> log;                     // one English line
    std::function<void(std::int64_t id, Moment at)> first_sound;     // given to the device now
    std::function<void(const Heard&)> done;                          // once for each id but 0
    std::function<void(const std::string& fault)> health = nullptr;  // empty: well; when it changes
  };

  // `clock` is monotonic and thread-safe; Broadcast::shown_at is of the same clock.
  Announcer(std::unique_ptr<AudioOut> out, std::unique_ptr<Speech> speech,
            AnnouncerSettings settings, Hooks hooks, std::function<Moment()> clock,
            Clips clips = Clips());
  ~Announcer() override;  // stops in the middle of a word; what waits is not reported
  Announcer(const Announcer&) = delete;
  Announcer& operator=(const Announcer&) = delete;

  // Any thread; returns at once.
  void announce(Broadcast broadcast);

  void say(Announcement announcement) override;
  void stop_all() override;
  void set_volume(int percent) override;

 private:
  void run(const std::stop_token& stop);
  std::optional<Turn> next_turn(const std::stop_token& stop);
  void wait_for_work(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
  Turn take_turn();
  void forget_waiting();
  void keep_bounded();

  void present(Turn turn);
  void report(Heard heard);

  const AnnouncerSettings settings_;
  const Hooks hooks_;
  const std::function<Moment()> clock_;
  Speaker speaker_;  // the announcer's thread only

  std::mutex mutex_;
  std::condition_variable_any changed_;
  // Guarded by mutex_.
  std::deque<Turn> waiting_;
  std::vector<std::int64_t> left_out_;  // forgotten, to be reported
  std::optional<Broadcast> standing_;   // what is said again and again
  std::stop_source current_;            // ends what is being said
  std::atomic<float> volume_;
  std::jthread thread_;
};

}  // namespace navbat::ui
