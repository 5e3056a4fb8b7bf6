#include "domain/branch_config.h"

#include <algorithm>
#include <set>

namespace navbat::domain {
namespace {

constexpr Seconds kLongestTarget{24 * 3600};

std::optional<std::string> validate_service(const Service& service) {
  const std::string name = "service \"" + service.id.value() + "\": ";
  if (!is_valid_name(service.id.value())) {
    return name + "expected a name of 1 to 40 letters, digits, '-', '_' or '.'";
  }
  if (service.letter < 'A' || service.letter > 'Z') return name + "expected a letter from A to Z";
  if (service.target_wait < Seconds{1} || service.target_wait > kLongestTarget) {
    return name + "expected a target wait of 1 to 86400 s";
  }
  if (service.usual_service < Seconds{1} || service.usual_service > kLongestTarget) {
    return name + "expected a usual service time of 1 to 86400 s";
  }
  if (service.quota && *service.quota < 1) return name + "expected a quota of 1 ticket or more";
  return std::nullopt;
}

std::optional<std::string> validate_order(const OrderPolicy& order) {
  for (const std::int64_t weight : order.weight_permille) {
    if (weight < 1 || weight > 100'000) return "order: expected weights of 0.001 to 100";
  }
  if (order.max_overtakes < 1) return "order: expected max_overtakes of 1 or more";
  if (order.ratio < 1) return "order: expected a ratio of 1 or more";
  return std::nullopt;
}

}  // namespace

const Service* BranchConfig::find_service(const ServiceId& service) const {
  const auto found = std::find_if(services.begin(), services.end(),
                                  [&](const Service& s) { return s.id == service; });
  return found == services.end() ? nullptr : &*found;
}

bool BranchConfig::has_counter(const CounterId& counter) const {
  return std::find(counters.begin(), counters.end(), counter) != counters.end();
}

std::optional<std::string> validate(const BranchConfig& config) {
  if (!is_valid_name(config.id.value())) {
    return "branch: expected an id of 1 to 40 letters, digits, '-', '_' or '.'";
  }
  if (config.services.empty()) return "branch: expected at least one service";
  std::set<ServiceId> ids;
  std::set<char> letters;
  for (const Service& service : config.services) {
    if (auto problem = validate_service(service)) return problem;
    if (!ids.insert(service.id).second) {
      return "service \"" + service.id.value() + "\": expected each service once";
    }
    if (!letters.insert(service.letter).second) {
      return "service \"" + service.id.value() + "\": expected a letter that no other service has";
    }
  }
  if (config.counters.empty()) return "branch: expected at least one counter";
  std::set<CounterId> counters;
  for (const CounterId& counter : config.counters) {
    if (!is_valid_name(counter.value()) || !counters.insert(counter).second) {
      return "counter \"" + counter.value() + "\": expected a valid name, each counter once";
    }
  }
  return validate_order(config.order);
}

}  // namespace navbat::domain
