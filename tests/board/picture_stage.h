#pragma once
// The board's view in front of a probe: it shows pictures that a test writes, in any layout.

#include <memory>
#include <string>
#include <vector>

#include "display_board/view/views.h"
#include "tests/board/sample_pictures.h"
#include "tests/board/scripted_branch.h"
#include "ui/testing/robot.h"

namespace navbat::board {

struct NamedLayout {
  std::string name;
  LayoutSpec spec;
};
// Every layout that is promised, at the distance and size that it is meant for.
[[nodiscard]] const std::vector<NamedLayout>& layouts();
[[nodiscard]] const std::vector<SampleState>& states_of(LayoutKind kind);

struct PictureSettings {
  LayoutSpec spec{};
  Contrast contrast = Contrast::kNormal;
  bool headless = true;
};

class PictureStage {
 public:
  explicit PictureStage(PictureSettings settings = {});
  ~PictureStage();

  void show(Sample sample);  // one call that came just now is past its motion
  [[nodiscard]] const ui::Probe& sees() const { return shell_->probe(); }
  [[nodiscard]] const Layout& layout() const { return layout_; }

  // What was shown last, as a PNG; false when there is no display.
  [[nodiscard]] bool save(const std::string& file);

 private:
  class Scene;
  const Layout layout_;
  ui::Moment moment_{};
  std::unique_ptr<ui::Shell> shell_;
  std::unique_ptr<Scene> scene_;
  std::unique_ptr<ui::Robot> robot_;
};

}  // namespace navbat::board
