#pragma once
// Opening hours as JSON, the way configuration writes them. For the .cpp files of this folder.

#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include "domain/opening_hours.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

// {"mon": "09:00-18:00", …}; a closed day is left out.
[[nodiscard]] boost::json::object week_to_json(const domain::WeekHours& week);
[[nodiscard]] std::optional<domain::WeekHours> read_week_opt(ObjectReader& in,
                                                             std::string_view member);

// [{"date": "2026-12-31", "hours": "09:00-14:00"}, {"date": "2027-01-01", "closed": true}]
[[nodiscard]] boost::json::array special_days_to_json(const std::vector<domain::SpecialDay>& days);
[[nodiscard]] std::vector<domain::SpecialDay> read_special_days(ObjectReader& in,
                                                                std::string_view member);

}  // namespace navbat::protocol
