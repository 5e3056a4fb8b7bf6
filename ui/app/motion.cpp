#include "ui/app/motion.h"

#include <algorithm>
#include <cmath>

namespace navbat::ui {
namespace {

constexpr Moment kFrame{16};        // 60 a second while something moves
constexpr Moment kForgotten{5000};  // a tween that no frame asked for so long is dropped

}  // namespace

float eased(float share, Ease ease) {
  const float t = std::clamp(share, 0.0F, 1.0F);
  switch (ease) {
    case Ease::kLinear:
      return t;
    case Ease::kOut:
      return 1 - (1 - t) * (1 - t) * (1 - t);
    case Ease::kInOut:
      return t < 0.5F ? 4 * t * t * t : 1 - 4 * (1 - t) * (1 - t) * (1 - t);
    case Ease::kSpring: {
      constexpr float kOvershoot = 1.4F;
      const float u = t - 1;
      return 1 + (kOvershoot + 1) * u * u * u + kOvershoot * u * u;
    }
  }
  return t;
}

void Motion::begin_frame(Moment now) {
  now_ = now;
  wake_.reset();
  std::erase_if(tweens_, [now](const auto& entry) { return now - entry.second.seen > kForgotten; });
}

void Motion::wake_at(Moment when) { wake_ = wake_ ? std::min(*wake_, when) : when; }

void Motion::keep_moving() { wake_at(now_ + kFrame); }

float Motion::follow(std::string_view id, float target, Moment duration, Ease ease) {
  auto [entry, fresh] =
      tweens_.try_emplace(std::string(id), Tween{target, target, now_, duration, now_});
  Tween& tween = entry->second;
  tween.seen = now_;
  if (fresh || reduced_) {
    tween.from = tween.to = target;
    return target;
  }
  const auto value = [&] {
    if (tween.duration.count() <= 0) {
      return tween.to;
    }
    const float share = static_cast<float>((now_ - tween.since).count()) /
                        static_cast<float>(tween.duration.count());
    return tween.from + (tween.to - tween.from) * eased(share, ease);
  };
  if (tween.to != target) {
    tween = {value(), target, now_, duration, now_};
  }
  if (now_ - tween.since < tween.duration && tween.from != tween.to) {
    keep_moving();
  }
  return value();
}

float Motion::progress(Moment since, Moment duration, Ease ease) {
  if (reduced_ || duration.count() <= 0 || now_ >= since + duration) {
    return 1;
  }
  keep_moving();
  return eased(static_cast<float>((now_ - since).count()) / static_cast<float>(duration.count()),
               ease);
}

}  // namespace navbat::ui
