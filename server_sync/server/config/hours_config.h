#pragma once
// Opening hours in a TOML file: hours = { mon = "09:00-18:00", … } and [[special_days]].

#include <optional>
#include <string>
#include <vector>

#include "domain/opening_hours.h"

namespace navbat::system {
class ConfigReader;
}

namespace navbat::server {

// A day that is left out is closed. Nothing when the key is not there.
[[nodiscard]] std::optional<domain::WeekHours> read_week(system::ConfigReader& in,
                                                         const std::string& key);

[[nodiscard]] std::vector<domain::SpecialDay> read_special_days(system::ConfigReader& in);

}  // namespace navbat::server
