#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/branch_commands.h"

namespace navbat::server {
namespace {

void sync(ApiContext& context, Call call) {
  auto batch = protocol::decode_sync_request(call.request.body);
  if (!batch) return call.refuse(bad_member(batch.error()));
  const auto& own = call.principal.node;
  if (own && batch->node != *own) {
    return call.refuse({.status = 403,
                        .kind = "node",
                        .detail = "This token belongs to another node.",
                        .expected = own->value()});
  }
  const DeviceKind kind =
      call.principal.role == Role::kBoard ? DeviceKind::kBoard : DeviceKind::kKiosk;
  context.devices.contact(batch->node, kind, context.clock.now());
  submit(context, std::move(call), sync_command(std::move(*batch)));
}

}  // namespace

void add_sync_routes(Gate& gate, ApiContext& context) {
  gate.add(
      http::Method::kPost, "/sync", [&context](Call call) { sync(context, std::move(call)); },
      context.limits.sync_body_bytes);
}

}  // namespace navbat::server
