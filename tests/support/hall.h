#pragma once
// A hall whose clock moves only while something is heard in it: the voice's queue in virtual time.

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "ui/voice/audio_out.h"
#include "ui/voice/speech.h"

namespace navbat::testing {

class Hall {
 public:
  using Moment = ui::Moment;
  struct Sounded {
    Moment begin{};
    Moment end{};
    std::size_t samples = 0;
  };

  [[nodiscard]] Moment now() const {
    const std::lock_guard lock(mutex_);
    return now_;
  }

  // `what` happens when the clock gets there; in order of time.
  void at(Moment when, std::function<void()> what) {
    const std::lock_guard lock(mutex_);
    script_.push_back({when, std::move(what)});
  }

  // Lets the next thing happen now, however far away: for a hall in which nothing is heard.
  // False when nothing is left.
  bool skip_to_next() {
    Moment when{};
    {
      const std::lock_guard lock(mutex_);
      if (script_.empty()) return false;
      when = std::max(now_, script_.front().when);
    }
    move_to(when);
    return true;
  }

  void play(const ui::Sound& sound) {
    const Moment begin = now();
    move_to(begin + ui::length_of(sound));
    const std::lock_guard lock(mutex_);
    sounded_.push_back({.begin = begin, .end = now_, .samples = sound.samples.size()});
  }

  [[nodiscard]] std::vector<Sounded> sounded() const {
    const std::lock_guard lock(mutex_);
    return sounded_;
  }

 private:
  struct Event {
    Moment when;
    std::function<void()> what;
  };

  void move_to(Moment end) {
    std::unique_lock lock(mutex_);
    while (!script_.empty() && script_.front().when <= end) {
      const Event next = std::move(script_.front());
      script_.pop_front();
      now_ = std::max(now_, next.when);
      lock.unlock();
      next.what();
      lock.lock();
    }
    now_ = std::max(now_, end);
  }

  mutable std::mutex mutex_;
  Moment now_{0};
  std::deque<Event> script_;
  std::vector<Sounded> sounded_;
};

// Fails with `fault` while that is not empty.
class HallEar final : public ui::AudioOut {
 public:
  explicit HallEar(Hall& hall, std::function<std::string()> fault = nullptr)
      : hall_(hall), fault_(std::move(fault)) {}
  tl::expected<void, std::string> play(const ui::Sound& sound, const std::stop_token&,
                                       const Begun& begun) override {
    if (const std::string fault = fault_ ? fault_() : ""; !fault.empty()) {
      return tl::unexpected(fault);
    }
    begun();
    hall_.play(sound);
    return {};
  }

 private:
  Hall& hall_;
  std::function<std::string()> fault_;
};

// Takes 70 ms for each byte, and notes what it was given to say.
class HallSpeech final : public ui::Speech {
 public:
  struct Log {
    std::mutex mutex;
    std::vector<std::string> texts;  // "ru: Талон …"
    std::string fault;               // not empty: it says nothing

    std::vector<std::string> said() {
      const std::lock_guard lock(mutex);
      return texts;
    }
    void fail(const std::string& why) {
      const std::lock_guard lock(mutex);
      fault = why;
    }
  };
  explicit HallSpeech(Log& log) : log_(log) {}

  tl::expected<std::unique_ptr<ui::Utterance>, std::string> begin(std::string_view language,
                                                                  std::string_view text) override {
    const std::lock_guard lock(log_.mutex);
    if (!log_.fault.empty()) return tl::unexpected(log_.fault);
    log_.texts.push_back(std::string(language) + ": " + std::string(text));
    return std::make_unique<Said>(text.size());
  }

 private:
  class Said final : public ui::Utterance {
   public:
    explicit Said(std::size_t bytes) : bytes_(bytes) {}
    tl::expected<ui::Sound, std::string> finish(const std::stop_token&) override {
      ui::Sound sound;
      sound.samples.assign(bytes_ * 70 * static_cast<std::size_t>(sound.rate) / 1000, 1'000);
      return sound;
    }

   private:
    std::size_t bytes_;
  };
  Log& log_;
};

}  // namespace navbat::testing
