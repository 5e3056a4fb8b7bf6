#pragma once
// The whole board in front of a robot: real layout, fonts and catalogues on virtual time.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "display_board/app/board_scene.h"
#include "tests/board/scripted_branch.h"
#include "ui/testing/robot.h"

namespace navbat::board {

inline const std::vector<std::string> kLanguages{"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};

struct StageSettings {
  bool headless = true;
  std::vector<std::string> languages{"uz"};
  float scale = 1;
};

class BoardStage {
 public:
  explicit BoardStage(StageSettings settings = {});

  // Lets time pass on all clocks, with a turn at each moment that the board asked for. A branch in
  // contact says so every 2 s.
  void pass(domain::Milliseconds duration, bool in_contact = true);
  void jump(domain::Milliseconds duration);  // the same without the frames between
  void settle();                             // draws what has come in

  [[nodiscard]] const ui::Probe& sees() const { return shell->probe(); }

  ScriptedBranch branch;
  std::vector<std::string> announced;  // labels, in order; "again A042" for a repeated call
  std::vector<std::string> shown;
  std::unique_ptr<ui::Shell> shell;
  std::unique_ptr<BoardScene> scene;
  std::unique_ptr<ui::Robot> robot;
  int frames = 0;

 private:
  ui::Moment moment_{};
};

// What a board is shown in: the states that every language must survive.
struct NamedState {
  std::string name;
  std::function<void(BoardStage&)> set;
};
[[nodiscard]] std::vector<NamedState> board_states();

}  // namespace navbat::board
