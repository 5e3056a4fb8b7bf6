#pragma once
// What a branch offers and by which rules; plain data, checked once by `validate`.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/business_day.h"
#include "domain/check_in.h"
#include "domain/ids.h"
#include "domain/opening_hours.h"
#include "domain/priority.h"
#include "domain/time.h"

namespace navbat::domain {

struct Service {
  ServiceId id;
  char letter = 'A';                 // Its online series.
  Seconds target_wait{600};          // The calling order accumulates priority relative to this.
  Seconds usual_service{300};        // What the administrator believes; the promise starts from it.
  std::optional<WeekHours> hours{};  // Within the branch's; nothing: as long as the branch.
  std::optional<int> quota{};        // Tickets a business day, online; from 1.
};

enum class OrderRule {
  kAccumulating,  // The largest weighted share of the service's target wait goes first.
  kFifo,          // Order of arrival, whatever the class.
  kRatio,  // `ratio` priority customers for each normal one while both wait; by arrival within.
};

struct OrderPolicy {
  OrderRule rule = OrderRule::kAccumulating;
  // Per class (kNormal, kPriority, kTransfer, kAppointment): thousandths by which a wait counts.
  std::int64_t weight_permille[kPriorityClasses] = {1000, 2000, 1500, 2500};
  std::int32_t max_overtakes =
      10;  // From 1. After so many, the ticket goes first, whoever else waits.
  std::int32_t ratio = 2;
};

struct BranchConfig {
  BranchId id;
  std::vector<Service> services;
  std::vector<CounterId> counters;
  OrderPolicy order;
  OpeningHours hours{};
  CheckInLimits check_in{};

  [[nodiscard]] const Service* find_service(const ServiceId& service) const;
  [[nodiscard]] ServiceHours hours_of(const Service& service) const {
    return {hours, service.hours};
  }
  [[nodiscard]] bool has_counter(const CounterId& counter) const;
};

// The first thing wrong, as one sentence with what was expected; nothing when the configuration can
// be used.
[[nodiscard]] std::optional<std::string> validate(const BranchConfig& config);

}  // namespace navbat::domain
