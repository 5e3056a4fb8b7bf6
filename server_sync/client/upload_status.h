#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/time.h"

namespace navbat::client {

// How the outbox is, for staff.
struct UploadStatus {
  std::int64_t pending = 0;                        // events that the server has not acknowledged
  std::optional<domain::Timestamp> last_exchange;  // last answer to a batch, device clock
  std::int64_t set_aside = 0;  // events of this run that the server could not apply
  bool refused = false;        // the server does not let this device in
  std::string detail;          // of the last failure or the last event set aside; English
};

}  // namespace navbat::client
