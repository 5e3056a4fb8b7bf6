// A device's tickets as rows of its database.
#pragma once

#include <string_view>

#include "server_sync/store/device_store.h"
#include "server_sync/store/sqlite/database.h"

namespace navbat::store::sqlite {

[[nodiscard]] Status insert_device_ticket(Database& database, const DeviceTicket& ticket);

// The queries give the columns that take_device_ticket() takes.
[[nodiscard]] DeviceTicket take_device_ticket(Row& row);

extern const std::string_view kDeviceTicketById;        // id
extern const std::string_view kDeviceTicketByLabel;     // day, series, number
extern const std::string_view kDeviceTicketByBooking;   // booking
extern const std::string_view kDeviceTicketsUnprinted;  // since, in milliseconds; newest first
extern const std::string_view kLatestDeviceTickets;     // limit; newest first

}  // namespace navbat::store::sqlite
