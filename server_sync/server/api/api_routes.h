#pragma once
// All routes below /api/v1, one function a group.

#include "server_sync/server/api/api_context.h"
#include "server_sync/server/api/gate.h"

namespace navbat::server {

// Every row of the access table, and the probes at the root as well. The gate and the context
// outlive the router.
void add_api_routes(http::Router& router, Gate& gate, ApiContext& context);

void add_appointment_routes(Gate& gate, ApiContext& context);
void add_branch_routes(Gate& gate, ApiContext& context);
void add_counter_routes(Gate& gate, ApiContext& context);
void add_device_routes(Gate& gate, ApiContext& context);
void add_event_routes(Gate& gate, ApiContext& context);
void add_notice_routes(Gate& gate, ApiContext& context);
void add_session_routes(Gate& gate, ApiContext& context);
void add_sync_routes(Gate& gate, ApiContext& context);
void add_ticket_routes(Gate& gate, ApiContext& context);
void add_usual_wait_routes(Gate& gate, ApiContext& context);
void add_wait_time_routes(Gate& gate, ApiContext& context);
void add_probe_routes(http::Router& router, Gate& gate, ApiContext& context);

}  // namespace navbat::server
