#pragma once
// Pictures of every state that a board's view must survive, written by hand: plain data, no model.

#include <functional>
#include <string>
#include <vector>

#include "display_board/model/picture.h"

namespace navbat::board {

// What a view draws from.
struct Sample {
  Picture picture;
  client::BranchInfo branch;
  client::Translations zone;
};

struct SampleState {
  std::string name;
  std::function<void(Sample&)> set;  // from a usual day on
};

// A usual forenoon at the demo branch: one call on the stage, twelve before it, fourteen wait.
[[nodiscard]] Sample usual_day(const std::vector<std::string>& languages);

[[nodiscard]] const std::vector<SampleState>& hall_states();
[[nodiscard]] const std::vector<SampleState>& counter_states();

// Parts of states, for tests of their own.
void put_on_stage(Sample& sample, const std::string& label, const std::string& counter,
                  StageKind kind = StageKind::kCall);
void add_calls(Sample& sample, int count);  // in the list, in place of those there
[[nodiscard]] SidePage rates_of(int currencies);

}  // namespace navbat::board
