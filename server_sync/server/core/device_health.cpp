#include "server_sync/server/core/device_health.h"

#include <algorithm>

namespace navbat::server {
namespace {

constexpr const char* kContact = "contact";
constexpr const char* kSilent = "silent";
constexpr const char* kOk = "ok";

}  // namespace

std::string_view to_string(DeviceKind kind) {
  return kind == DeviceKind::kKiosk ? "kiosk" : "board";
}

std::optional<DeviceKind> parse_device_kind(std::string_view text) {
  for (const DeviceKind kind : {DeviceKind::kKiosk, DeviceKind::kBoard}) {
    if (to_string(kind) == text) return kind;
  }
  return std::nullopt;
}

void DeviceHealth::on_event(const domain::Event& event) {
  const std::lock_guard lock{mutex_};
  const domain::EventPayload& payload = event.payload;
  if (std::holds_alternative<domain::DayOpened>(payload)) {
    forget_day();
  } else if (std::holds_alternative<domain::TicketCalled>(payload) ||
             std::holds_alternative<domain::TicketRecalled>(payload)) {
    add_call(event);
  } else if (const auto* report = std::get_if<domain::DeviceReported>(&payload)) {
    take(event, *report);
  } else if (const auto* presented = std::get_if<domain::CallsPresented>(&payload)) {
    take(*presented);
  }
}

void DeviceHealth::forget_day() {
  calls_.clear();
  for (auto& [node, device] : devices_) {
    device.presented = {};
    device.told.clear();
  }
}

void DeviceHealth::add_call(const domain::Event& event) {
  if (calls_.size() < limits_.calls) calls_.push_back({event.version, event.at});
}

void DeviceHealth::take(const domain::Event& event, const domain::DeviceReported& report) {
  Known* device = find_or_add(report.device);
  if (device == nullptr) return;
  if (report.part.value() == kContact) {
    device->recorded_silent = report.state.value() == kSilent;
    return;
  }
  if (device->parts.size() >= limits_.parts && !device->parts.contains(report.part)) return;
  device->parts[report.part] = {report.state, report.detail, event.at};
}

// A board that was killed may tell of a call again: the first time is what people saw.
void DeviceHealth::take(const domain::CallsPresented& presented) {
  Known* device = find_or_add(presented.device);
  if (device == nullptr) return;
  device->kind = DeviceKind::kBoard;
  for (const domain::PresentedCall& told : presented.calls) {
    const auto call = std::ranges::lower_bound(calls_, told.version, {}, &MadeCall::version);
    if (call == calls_.end() || call->version != told.version) continue;
    const auto place = static_cast<std::size_t>(call - calls_.begin());
    if (device->told.size() <= place) device->told.resize(place + 1);
    if (device->told[place]) continue;
    device->told[place] = true;
    call->shown = true;
    device->presented.shown.add(told.shown_at - call->at);
    if (told.heard_at) device->presented.heard.add(*told.heard_at - call->at);
    ++device->presented.heard_as[static_cast<std::size_t>(told.heard)];
  }
}

void DeviceHealth::expect(const domain::NodeId& node, std::optional<DeviceKind> kind) {
  const std::lock_guard lock{mutex_};
  if (Known* device = find_or_add(node); device != nullptr && kind) device->kind = kind;
}

void DeviceHealth::contact(const domain::NodeId& node, DeviceKind kind, domain::Timestamp at) {
  const std::lock_guard lock{mutex_};
  Known* device = find_or_add(node);
  if (device == nullptr) return;
  device->kind = kind;
  device->last_contact = std::max(device->last_contact.value_or(at), at);
}

std::vector<domain::DeviceReported> DeviceHealth::changes(domain::Timestamp now) const {
  const std::lock_guard lock{mutex_};
  std::vector<domain::DeviceReported> changed;
  for (const auto& [node, device] : devices_) {
    const bool silent = is_silent(device, now);
    if (silent == device.recorded_silent) continue;
    changed.push_back(
        {node, domain::PartName{kContact}, domain::PartName{silent ? kSilent : kOk}, {}});
  }
  return changed;
}

DevicesNow DeviceHealth::now(domain::Timestamp now) const {
  const std::lock_guard lock{mutex_};
  DevicesNow found;
  found.calls = static_cast<std::int64_t>(calls_.size());
  found.never_shown = std::ranges::count_if(calls_, [&](const MadeCall& call) {
    return !call.shown && now - call.at > limits_.told_within;
  });
  for (const auto& [node, device] : devices_) {
    found.devices.push_back({node, device.kind, device.last_contact, is_silent(device, now),
                             device.parts, device.presented});
  }
  return found;
}

DeviceHealth::Known* DeviceHealth::find_or_add(const domain::NodeId& node) {
  const auto known = devices_.find(node);
  if (known != devices_.end()) return &known->second;
  if (devices_.size() >= limits_.devices) return nullptr;
  return &devices_[node];
}

// One that was silent before the server started stays so until it is heard of.
bool DeviceHealth::is_silent(const Known& device, domain::Timestamp now) const {
  if (!device.last_contact && device.recorded_silent) return true;
  const auto patience =
      device.kind == DeviceKind::kBoard ? limits_.board_silent : limits_.kiosk_silent;
  return now - device.last_contact.value_or(started_at_) > patience;
}

}  // namespace navbat::server
