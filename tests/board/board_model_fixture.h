#pragma once
// A board's model before a branch that a test writes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "display_board/model/board_model.h"
#include "tests/board/scripted_branch.h"

namespace navbat::board {

class ModelOfBoard : public ::testing::Test {
 protected:
  // What the branch says now reaches the board; returns what it would speak.
  std::vector<std::string> hear() {
    for (const client::BranchNews& news : branch.drain()) {
      model().take(news, branch.now());
    }
    model().set_link(branch.link());
    model().set_branch(branch.branch());
    return spoken();
  }
  std::vector<std::string> spoken() {
    std::vector<std::string> labels;
    begun = model().advance(branch.now());
    model().presented();
    for (const Staged& staged : begun.calls) {
      if (!staged.late) {
        labels.push_back(staged.call.label);
      }
    }
    return labels;
  }
  Picture picture() { return model().picture(branch.now()); }

  // A board of its own kind in place of the usual one.
  void use(ModelSettings settings) {
    if (settings.turns.languages.empty()) {
      settings.turns.languages = {"uz"};
    }
    model_ = std::make_unique<BoardModel>(std::move(settings), branch.now());
  }

  ScriptedBranch branch;
  BoardModel::Begun begun;

 private:
  std::unique_ptr<BoardModel> model_ = std::make_unique<BoardModel>(
      ModelSettings{.turns = {.languages = {"uz", "ru", "en"}}}, branch.now());

 protected:
  BoardModel& model() { return *model_; }
};

}  // namespace navbat::board
