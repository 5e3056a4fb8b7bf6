#pragma once
// A notice as it stands in events, in the queue and in the request that posts it. For the .cpp
// files of this folder.

#include <boost/json.hpp>

#include "domain/notice.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

// Everything but the id: "kind", "texts" (by language), "until".
void write_members(boost::json::object& out, const domain::Notice& notice);
void read_members(ObjectReader& in, domain::Notice& notice);

}  // namespace navbat::protocol
