#pragma once
// Where the keypad is: one of the targets that the frame declares, in the order of declaration.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/access/keypad.h"
#include "ui/draw/geometry.h"

namespace navbat::ui {

// UI thread only. The shell calls begin and end, ui::touch the rest.
class Focus {
 public:
  // A frame begins in which the keypad said `action`. Next and previous choose among the targets of
  // the last frame, so that the ring is where it belongs in this one.
  void begin_frame(std::optional<KeypadAction> action);

  // A target that can be used now. `radius` of its corners, for the ring.
  void declare(std::string_view id, const Rect& rect, float radius);

  // The frame showed `page`. A target that is gone loses the focus; a new page has none, and one
  // that comes back from under a sheet gets its own again.
  void end_frame(std::string_view page);

  // Somebody touched the screen: the ring goes away.
  void hide();
  // Also forgets where it was: the next customer.
  void reset();

  // Empty: nowhere.
  const std::string& at() const { return at_; }
  bool visible() const { return visible_ && !at_.empty(); }
  bool is_at(std::string_view id) const { return visible_ && at_ == id; }
  // The keypad chose this target in this frame.
  bool activates(std::string_view id) const { return activates_ && is_at(id); }

  struct Place {
    std::string id;
    Rect rect;
    float radius = 0;
  };
  // The focused target in this frame.
  const Place* place() const;
  const std::vector<Place>& places() const { return places_; }

 private:
  void step(int by);

  std::string at_;
  std::string page_;
  std::vector<Place> places_;
  std::map<std::string, std::string, std::less<>> left_at_;  // by page that a sheet covers
  bool visible_ = false;
  bool activates_ = false;
};

}  // namespace navbat::ui
