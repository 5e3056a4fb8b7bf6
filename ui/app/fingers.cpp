#include "ui/app/fingers.h"

namespace navbat::ui {

bool Fingers::completes_palm(std::int64_t finger, Moment at) {
  std::erase_if(contacts_, [finger, at](const Contact& contact) {
    return contact.finger == finger || at - contact.since > kPalmTime;
  });
  contacts_.push_back({finger, at});
  return contacts_.size() >= kPalm;
}

Fingers::Steps Fingers::down(std::int64_t finger, Moment at) {
  Steps steps;
  const bool taken = finger_.has_value();
  if (completes_palm(finger, at)) {
    if (taken) {
      finger_.reset();
      steps.add(PointerStep::kCancel);
    }
    return steps;
  }
  // The same finger again: its lifting was lost.
  const bool yields = taken && (*finger_ == finger || !holding_ || at - since_ >= kYieldsAfter);
  if (taken && !yields) {
    return steps;
  }
  if (taken) {
    steps.add(PointerStep::kCancel);
  }
  finger_ = finger;
  since_ = at;
  holding_ = true;  // until the frame of the press says otherwise
  steps.add(PointerStep::kPress);
  return steps;
}

Fingers::Steps Fingers::moved(std::int64_t finger) const {
  Steps steps;
  if (finger_ == finger) {
    steps.add(PointerStep::kMove);
  }
  return steps;
}

Fingers::Steps Fingers::up(std::int64_t finger) {
  Steps steps;
  std::erase_if(contacts_, [finger](const Contact& contact) { return contact.finger == finger; });
  if (finger_ == finger) {
    finger_.reset();
    steps.add(PointerStep::kRelease);
  }
  return steps;
}

Fingers::Steps Fingers::lost() {
  Steps steps;
  if (finger_) {
    finger_.reset();
    steps.add(PointerStep::kCancel);
  }
  return steps;
}

Fingers::Steps Fingers::tick(Moment now) {
  const auto due = deadline();
  return due && now >= *due ? lost() : Steps{};
}

std::optional<Moment> Fingers::deadline() const {
  return finger_ ? std::optional(since_ + kLongestTap) : std::nullopt;
}

}  // namespace navbat::ui
