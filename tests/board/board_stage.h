#pragma once
// The whole board in front of a robot: real model, layout, fonts and catalogues on virtual time.

#include <memory>
#include <string>
#include <vector>

#include "display_board/app/board_scene.h"
#include "tests/board/scripted_branch.h"
#include "ui/testing/robot.h"

namespace navbat::board {

struct StageSettings {
  LayoutSpec spec{};
  TurnSettings turns{.languages = {"uz"}};
  Zone zone{};
};

class BoardStage {
 public:
  explicit BoardStage(StageSettings settings = {});

  // Lets time pass on all clocks, with a turn at each moment that the board asked for. A branch in
  // contact says so every 2 s.
  void pass(domain::Milliseconds duration, bool in_contact = true);
  void settle();  // draws what has come in

  [[nodiscard]] const ui::Probe& sees() const { return shell->probe(); }

  ScriptedBranch branch;
  std::vector<std::string> announced;  // labels, in order; "again A042" for a repeated call
  std::vector<std::string> shown;
  std::vector<std::string> notices;  // that began, by their kind
  std::unique_ptr<ui::Shell> shell;
  std::unique_ptr<BoardScene> scene;
  std::unique_ptr<ui::Robot> robot;
  int frames = 0;
  int emergencies_over = 0;

 private:
  ui::Moment moment_{};
};

}  // namespace navbat::board
