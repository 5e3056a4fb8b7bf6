#pragma once
// What a frame showed, for tests and tools: every touch target and every text, with the facts by
// which they are judged. Filled only when a shell is asked to.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/draw/color.h"
#include "ui/draw/geometry.h"

namespace navbat::ui {

struct SeenTarget {
  std::string id;     // "home/service/cards"
  Rect rect;          // logical units of the frame
  std::string label;  // what it is called, as spoken
  bool enabled = true;
  bool by_keypad = true;  // the keypad reaches it too; false where another target does the same
};

struct SeenText {
  std::string text;
  Rect box;          // where it was allowed to be
  Rect ink;          // where it is
  float cap_mm = 0;  // height of its capitals on the real screen
  Color color;
  Color on;
  bool cut = false;      // not all of it is shown, or it leaves its box
  std::string spoken;    // how it is said
  bool silent = false;   // marked as not to be said
  bool covered = false;  // lies under a sheet
};

// The ring around what the keypad has reached.
struct SeenRing {
  std::string id;
  Rect rect;          // its outer edge, logical units
  float band_mm = 0;  // thickness of each of its two bands
  Color inner;        // next to the target
  Color outer;
};

class Probe {
 public:
  void begin_frame();
  void saw_target(SeenTarget target) { targets_.push_back(std::move(target)); }
  void saw_text(SeenText text) { texts_.push_back(std::move(text)); }
  void saw_ring(SeenRing ring) { ring_ = std::move(ring); }

  const std::vector<SeenTarget>& targets() const { return targets_; }
  const std::vector<SeenText>& texts() const { return texts_; }
  const std::optional<SeenRing>& ring() const { return ring_; }

  // Null when the last frame did not show it.
  const SeenTarget* find(std::string_view id) const;
  bool shows(std::string_view text) const;  // as a part of any text

 private:
  std::vector<SeenTarget> targets_;
  std::vector<SeenText> texts_;
  std::optional<SeenRing> ring_;
};

}  // namespace navbat::ui
