#include "ui/testing/probe.h"

#include <algorithm>

namespace navbat::ui {

void Probe::begin_frame() {
  targets_.clear();
  texts_.clear();
  ring_.reset();
}

const SeenTarget* Probe::find(std::string_view id) const {
  const auto found = std::find_if(targets_.begin(), targets_.end(),
                                  [id](const SeenTarget& target) { return target.id == id; });
  return found == targets_.end() ? nullptr : &*found;
}

bool Probe::shows(std::string_view text) const {
  return std::any_of(texts_.begin(), texts_.end(), [text](const SeenText& seen) {
    return seen.text.find(text) != std::string::npos;
  });
}

}  // namespace navbat::ui
