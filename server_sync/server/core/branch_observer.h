#pragma once
// Who wants to know what a branch's authority does. Called on the writer's thread; must not block.

#include <string_view>
#include <vector>

#include "domain/event.h"

namespace navbat::server {

class BranchObserver {
 public:
  virtual ~BranchObserver() = default;
  // Events that are durable now, in order. Answers to the commands that made them follow after this
  // returns.
  virtual void on_events(const std::vector<domain::Event>& events) = 0;
  // Something that a person should look at: a clock that cannot be believed, an event set aside.
  virtual void on_warning(std::string_view text) = 0;
};

}  // namespace navbat::server
