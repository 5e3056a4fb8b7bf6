#include "kiosk/model/menu.h"

#include <algorithm>

namespace navbat::kiosk {
namespace {

const ServiceGroup* find_group(const BranchFacts& facts, const std::string& id) {
  const auto found = std::ranges::find(facts.groups, id, &ServiceGroup::id);
  return found == facts.groups.end() ? nullptr : &*found;
}

// Follows the parents up; false when they never reach the top.
bool reaches_top(const BranchFacts& facts, const ServiceGroup& group) {
  const ServiceGroup* at = &group;
  for (std::size_t steps = 0; steps <= facts.groups.size(); ++steps) {
    if (at->parent.empty()) {
      return true;
    }
    at = find_group(facts, at->parent);
    if (at == nullptr) {
      return false;
    }
  }
  return false;
}

std::string true_parent(const BranchFacts& facts, const ServiceGroup& group) {
  return reaches_top(facts, group) ? group.parent : std::string();
}

std::string true_group(const BranchFacts& facts, const ServiceOffer& service) {
  return find_group(facts, service.group) != nullptr ? service.group : std::string();
}

}  // namespace

std::vector<const ServiceOffer*> services_below(const BranchFacts& facts,
                                                const std::string& group) {
  std::vector<const ServiceOffer*> below;
  for (const ServiceOffer& service : facts.services) {
    std::string at = true_group(facts, service);
    bool within = at == group;
    while (!within && !at.empty()) {
      at = parent_of(facts, at);
      within = at == group;
    }
    if (within) {
      below.push_back(&service);
    }
  }
  return below;
}

MenuLevel menu_level(const BranchFacts& facts, const std::string& group) {
  MenuLevel level;
  for (const ServiceGroup& candidate : facts.groups) {
    if (true_parent(facts, candidate) == group && candidate.id != group &&
        !services_below(facts, candidate.id).empty()) {
      level.groups.push_back(&candidate);
    }
  }
  for (const ServiceOffer& service : facts.services) {
    if (true_group(facts, service) == group) {
      level.services.push_back(&service);
    }
  }
  return level;
}

std::string parent_of(const BranchFacts& facts, const std::string& group) {
  const ServiceGroup* found = find_group(facts, group);
  return found == nullptr ? std::string() : true_parent(facts, *found);
}

}  // namespace navbat::kiosk
