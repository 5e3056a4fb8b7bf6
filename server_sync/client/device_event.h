#pragma once

#include <string>
#include <variant>

#include "domain/event.h"

namespace navbat::client {

// Staff took a ticket back at this device.
struct TicketVoided {
  domain::TicketId ticket;
  std::string reason;  // for the branch's audit; not empty
};

// What a device tells its branch besides tickets. `device` of DeviceReported and CallsPresented
// stays empty: it is the one that tells.
using DeviceEvent = std::variant<TicketVoided, domain::FeedbackGiven, domain::GuidanceOffered,
                                 domain::GuidanceTaken, domain::GuidanceReturned,
                                 domain::DeviceReported, domain::CallsPresented>;

}  // namespace navbat::client
