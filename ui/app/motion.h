#pragma once
// The one clock of everything that moves. It owns all tweens and knows when the next frame is due,
// so that nothing is drawn while nothing changes. In tests the time is virtual.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace navbat::ui {

// Monotonic, from an arbitrary start.
using Moment = std::chrono::milliseconds;

enum class Ease { kLinear, kOut, kInOut, kSpring };

// UI thread only.
class Motion {
 public:
  // Starts a frame: forgets the wakes that the last frame asked for.
  void begin_frame(Moment now);
  Moment now() const { return now_; }

  // With reduced motion every tween is at its end at once.
  void set_reduced(bool reduced) { reduced_ = reduced; }
  bool reduced() const { return reduced_; }

  // A value that follows `target`, taking `duration` for each change. The first time it is there at
  // once.
  float follow(std::string_view id, float target, Moment duration, Ease ease = Ease::kOut);

  // How far, 0 to 1, something that began at `since` and lasts `duration` has come.
  float progress(Moment since, Moment duration, Ease ease = Ease::kOut);

  // Asks for a frame at `when`, the earliest wins.
  void wake_at(Moment when);
  void wake_after(Moment delay) { wake_at(now_ + delay); }
  std::optional<Moment> next_wake() const { return wake_; }

 private:
  struct Tween {
    float from = 0;
    float to = 0;
    Moment since{};
    Moment duration{};
    Moment seen{};
  };
  void keep_moving();

  Moment now_{};
  std::optional<Moment> wake_;
  std::unordered_map<std::string, Tween> tweens_;
  bool reduced_ = false;
};

float eased(float share, Ease ease);

}  // namespace navbat::ui
