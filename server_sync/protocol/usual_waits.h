#pragma once
// How long people usually wait on this weekday, by the hour: GET /branches/{branch}/usual-waits.

#include <string>
#include <string_view>
#include <vector>

#include "domain/business_day.h"
#include "domain/usual_waits.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

struct UsualWaits {
  domain::BusinessDay day;  // Today: its weekday is meant.
  std::vector<domain::UsualService> services;
};

[[nodiscard]] std::string encode(const UsualWaits& waits);
[[nodiscard]] Decoded<UsualWaits> decode_usual_waits(std::string_view json);

}  // namespace navbat::protocol
