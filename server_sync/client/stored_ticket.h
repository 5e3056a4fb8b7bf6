#pragma once
// Between what the kiosk prints and what its disk keeps. Private to this module.

#include <vector>

#include "server_sync/client/issued_ticket.h"
#include "server_sync/store/device_store.h"

namespace navbat::client {

[[nodiscard]] store::DeviceTicket to_stored(const IssuedTicket& ticket);
[[nodiscard]] IssuedTicket from_stored(store::DeviceTicket&& ticket);
[[nodiscard]] std::vector<IssuedTicket> from_stored(std::vector<store::DeviceTicket> tickets);

// The event that brings an offline ticket to the server. Its number in the outbox is not part of
// it: it is written into each batch.
[[nodiscard]] store::OutboxEvent outbox_event(const IssuedTicket& ticket,
                                              const IssueRequest& request);

}  // namespace navbat::client
