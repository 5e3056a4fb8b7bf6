#include "ui/access/focus.h"

#include <algorithm>

namespace navbat::ui {
namespace {

// "home/languages" lies over "home".
bool lies_over(std::string_view upper, std::string_view lower) {
  return upper.size() > lower.size() && upper.starts_with(lower) && upper[lower.size()] == '/';
}

}  // namespace

void Focus::begin_frame(std::optional<KeypadAction> action) {
  activates_ = action == KeypadAction::kActivate && visible();
  if (action == KeypadAction::kNext) {
    step(1);
  } else if (action == KeypadAction::kPrevious) {
    step(-1);
  }
  places_.clear();
}

void Focus::step(int by) {
  visible_ = true;
  if (places_.empty()) {
    at_.clear();
    return;
  }
  const auto found = std::find_if(places_.begin(), places_.end(),
                                  [this](const Place& place) { return place.id == at_; });
  const auto count = static_cast<std::ptrdiff_t>(places_.size());
  std::ptrdiff_t next = by > 0 ? 0 : count - 1;
  if (found != places_.end()) {
    next = (found - places_.begin() + by + count) % count;
  }
  at_ = places_[static_cast<std::size_t>(next)].id;
}

void Focus::declare(std::string_view id, const Rect& rect, float radius) {
  places_.push_back({std::string(id), rect, radius});
}

void Focus::end_frame(std::string_view page) {
  activates_ = false;
  if (page != page_) {
    if (lies_over(page, page_)) {
      left_at_[page_] = at_;
    }
    at_.clear();
    if (lies_over(page_, page)) {
      at_ = left_at_[std::string(page)];
    } else if (!lies_over(page, page_)) {
      left_at_.clear();
    }
    page_ = page;
  }
  if (!places_.empty() && place() == nullptr) {
    at_.clear();  // where nothing lives, as under a moving sheet, it waits
  }
}

void Focus::hide() {
  visible_ = false;
  at_.clear();
  left_at_.clear();
}

void Focus::reset() {
  hide();
  activates_ = false;
}

const Focus::Place* Focus::place() const {
  const auto found = std::find_if(places_.begin(), places_.end(),
                                  [this](const Place& place) { return place.id == at_; });
  return found == places_.end() ? nullptr : &*found;
}

}  // namespace navbat::ui
