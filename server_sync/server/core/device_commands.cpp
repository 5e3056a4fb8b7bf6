#include "server_sync/server/core/device_commands.h"

#include <boost/json.hpp>

#include "domain/commands.h"
#include "server_sync/protocol/event_codec.h"

namespace navbat::server {
namespace {

namespace json = boost::json;

json::value text(std::string_view value) { return json::value(json::string(value)); }

double seconds(domain::Milliseconds delay) { return static_cast<double>(delay.count()) / 1000.0; }

json::value delays_to_json(const DelayFigures& delays) {
  if (delays.count() == 0) return nullptr;
  return json::object{{"count", delays.count()},
                      {"p50_s", seconds(delays.percentile(0.5))},
                      {"p99_s", seconds(delays.percentile(0.99))},
                      {"worst_s", seconds(delays.worst())}};
}

json::value presented_to_json(const DeviceNow& device) {
  if (device.kind != DeviceKind::kBoard) return nullptr;
  json::object heard_as;
  for (const domain::Heard heard : {domain::Heard::kWords, domain::Heard::kNumber,
                                    domain::Heard::kChime, domain::Heard::kNothing}) {
    heard_as[to_string(heard)] = device.presented.heard_as[static_cast<std::size_t>(heard)];
  }
  return json::object{{"shown", delays_to_json(device.presented.shown)},
                      {"heard", delays_to_json(device.presented.heard)},
                      {"heard_as", std::move(heard_as)}};
}

json::array parts_to_json(const DeviceNow& device) {
  json::array parts;
  for (const auto& [part, now] : device.parts) {
    parts.push_back(json::object{{"part", part.value()},
                                 {"state", now.state.value()},
                                 {"detail", now.detail},
                                 {"since", domain::to_rfc3339(now.since)}});
  }
  return parts;
}

json::object to_json(const DeviceNow& device, std::string_view name) {
  return {{"node", device.node.value()},
          {"name", name},
          {"kind", device.kind ? text(to_string(*device.kind)) : json::value{}},
          {"last_contact",
           device.last_contact ? text(domain::to_rfc3339(*device.last_contact)) : json::value{}},
          {"silent", device.silent},
          {"parts", parts_to_json(device)},
          {"calls", presented_to_json(device)}};
}

}  // namespace

store::Status load_devices(DeviceHealth& health, store::IdentityStore& identities,
                           store::BranchStore& branches, store::ReadView& view,
                           const domain::BranchId& branch) {
  const auto devices = identities.devices(view, branch);
  if (!devices) return tl::unexpected(devices.error());
  for (const store::Device& device : *devices) {
    if (!device.revoked_at) health.expect(device.node, parse_device_kind(device.kind));
  }
  const auto events = branches.events_of_open_day(view, branch);
  if (!events) return tl::unexpected(events.error());
  for (const store::StoredEvent& stored : *events) {
    auto payload = protocol::decode_payload(stored.type, stored.payload);
    if (!payload) return store::fail(store::ErrorCode::kCorrupt, payload.error().to_string());
    health.on_event({stored.version, stored.day, stored.at, stored.recorded_at, stored.actor,
                     std::move(*payload)});
  }
  return {};
}

Command devices_query(const DeviceHealth& health, store::IdentityStore& identities,
                      domain::Timestamp at) {
  return [&health, &identities, at](BranchWork& work) -> store::Result<Answer> {
    const auto let_in = identities.devices(work.transaction(), work.branch());
    if (!let_in) return tl::unexpected(let_in.error());
    std::map<domain::NodeId, const store::Device*> by_node;
    for (const store::Device& device : *let_in) by_node[device.node] = &device;

    const DevicesNow now = health.now(at);
    json::array devices;
    for (const DeviceNow& device : now.devices) {
      const auto known = by_node.find(device.node);
      if (known == by_node.end()) {
        devices.push_back(to_json(device, ""));
      } else if (!known->second->revoked_at) {
        devices.push_back(to_json(device, known->second->name));
      }
    }
    return Answer{200, json::serialize(json::object{
                           {"at", domain::to_rfc3339(at)},
                           {"calls", {{"made", now.calls}, {"never_shown", now.never_shown}}},
                           {"devices", std::move(devices)}})};
  };
}

Command watch_devices_command(const DeviceHealth& health, domain::Timestamp at) {
  return [&health, at](BranchWork& work) -> store::Result<Answer> {
    for (const domain::DeviceReported& report : health.changes(at)) {
      auto decision = domain::decide_device_report(report);
      if (!decision) return to_answer(decision.error());
      work.record(std::move(*decision));
    }
    return Answer{204, {}};
  };
}

}  // namespace navbat::server
