#pragma once
// The services of a branch in their groups, as the customer walks through them.

#include <string>
#include <vector>

#include "kiosk/model/branch.h"

namespace navbat::kiosk {

// What lies directly below a group: first groups, then services, each in the branch's order. Empty
// groups are left out. `group` empty: the top.
struct MenuLevel {
  std::vector<const ServiceGroup*> groups;
  std::vector<const ServiceOffer*> services;
};

// The pointers live as long as `facts`. Whatever a server sends is shown once and only once: a
// group whose parents run in a circle or are unknown stands at the top, as does a service of an
// unknown group.
[[nodiscard]] MenuLevel menu_level(const BranchFacts& facts, const std::string& group);

// The group above; empty at the top, and for an unknown one.
[[nodiscard]] std::string parent_of(const BranchFacts& facts, const std::string& group);

// All services below a group, at any depth.
[[nodiscard]] std::vector<const ServiceOffer*> services_below(const BranchFacts& facts,
                                                              const std::string& group);

}  // namespace navbat::kiosk
