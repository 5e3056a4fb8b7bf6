#pragma once
// Many fingers, one pointer. The first finger counts; a second one, a resting palm and a finger
// whose lifting the system lost make no second intent and stand in nobody's way. Pure: the moments
// are told.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ui/app/motion.h"
#include "ui/draw/geometry.h"

namespace navbat::ui {

enum class PointerStep {
  kPress,
  kMove,
  kRelease,
  kCancel,  // the press was none: a palm, a lost finger, a hand that came to rest
};

class Fingers {
 public:
  // A finger held longer is a hand at rest, or its lifting was lost.
  static constexpr Moment kLongestTap{5'000};
  // After this long another finger takes over: the first one rests.
  static constexpr Moment kYieldsAfter{600};
  // So many fingers that came down within so short a time and are there together are a palm.
  static constexpr std::size_t kPalm = 3;
  static constexpr Moment kPalmTime{250};

  // What became of the pointer; at most two steps (a cancel and a press), in order.
  struct Steps {
    std::array<PointerStep, 2> step{};
    int count = 0;
    void add(PointerStep one) { step[static_cast<std::size_t>(count++)] = one; }
  };

  Steps down(std::int64_t finger, Moment at);
  Steps moved(std::int64_t finger) const;
  Steps up(std::int64_t finger);

  // The window lost touch of the hand.
  Steps lost();

  // Ends a press that lasts too long. Call it when deadline() has come.
  Steps tick(Moment now);
  std::optional<Moment> deadline() const;

  // Whether the pressed finger is on a target. One that is on none yields at once.
  void set_holding(bool holding) { holding_ = holding; }

 private:
  struct Contact {
    std::int64_t finger = 0;
    Moment since{};
  };
  bool completes_palm(std::int64_t finger, Moment at);

  std::optional<std::int64_t> finger_;
  Moment since_{};
  bool holding_ = true;
  std::vector<Contact> contacts_;  // young ones, on the glass as far as is known
};

}  // namespace navbat::ui
