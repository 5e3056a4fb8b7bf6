#include "server_sync/server/api/api_routes.h"

namespace navbat::server {

void add_api_routes(http::Router& router, Gate& gate, ApiContext& context) {
  add_appointment_routes(gate, context);
  add_branch_routes(gate, context);
  add_counter_routes(gate, context);
  add_device_routes(gate, context);
  add_event_routes(gate, context);
  add_notice_routes(gate, context);
  add_session_routes(gate, context);
  add_sync_routes(gate, context);
  add_ticket_routes(gate, context);
  add_usual_wait_routes(gate, context);
  add_wait_time_routes(gate, context);
  add_probe_routes(router, gate, context);
}

}  // namespace navbat::server
