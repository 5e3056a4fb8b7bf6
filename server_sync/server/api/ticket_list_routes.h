#pragma once
// GET /branches/{branch}/tickets: by ?label=, or by ?origin= and &since=.

#include "server_sync/server/api/gate.h"

namespace navbat::server {

void list_tickets(ApiContext& context, Call call);

}  // namespace navbat::server
