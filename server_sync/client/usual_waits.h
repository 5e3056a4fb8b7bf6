#pragma once

#include <vector>

#include "domain/business_day.h"
#include "domain/usual_waits.h"

namespace navbat::client {

// How long one usually waits on the weekday of `day`.
struct UsualWaits {
  domain::BusinessDay day;
  std::vector<domain::UsualService> services;
};

}  // namespace navbat::client
