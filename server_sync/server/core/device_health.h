#pragma once
// How the branch's devices are: who is silent, which part is out, and how long calls take to the
// eyes and ears of those who wait. Learned from events that are durable and from who was heard of;
// nothing of it is written, but that a device fell silent or came back is an event like any other.

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/event.h"
#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/server/core/delay_figures.h"
#include "server_sync/server/limits.h"

namespace navbat::server {

enum class DeviceKind { kKiosk, kBoard };
[[nodiscard]] std::string_view to_string(DeviceKind kind);  // "kiosk", "board"
[[nodiscard]] std::optional<DeviceKind> parse_device_kind(std::string_view text);

struct PartNow {
  domain::PartName state;
  std::string detail;
  domain::Timestamp since{};  // When the device said so.
};

// What became of today's calls at one board.
struct PresentedFigures {
  DelayFigures shown;                      // From the call to the first frame with it.
  DelayFigures heard;                      // From the call to its first sound.
  std::array<std::int64_t, 4> heard_as{};  // By domain::Heard.
};

struct DeviceNow {
  domain::NodeId node;
  std::optional<DeviceKind> kind;
  std::optional<domain::Timestamp> last_contact;  // Since the server runs.
  bool silent = false;
  std::map<domain::PartName, PartNow> parts;  // "contact", which is the server's word, left out.
  PresentedFigures presented;
};

struct DevicesNow {
  std::int64_t calls = 0;          // Of today.
  std::int64_t never_shown = 0;    // That no board has told of, a while after the call.
  std::vector<DeviceNow> devices;  // By node.
};

// Thread-safe; every function is quick.
class DeviceHealth {
 public:
  DeviceHealth(DeviceLimits limits, domain::Timestamp started_at)
      : limits_(limits), started_at_(started_at) {}

  // Each durable event in order, those of the open day first.
  void on_event(const domain::Event& event);
  // A device that is to be there, whether or not it was heard of.
  void expect(const domain::NodeId& node, std::optional<DeviceKind> kind);
  // The device was heard of.
  void contact(const domain::NodeId& node, DeviceKind kind, domain::Timestamp at);

  // Who fell silent, or came back, and is not recorded so yet: the events to record.
  [[nodiscard]] std::vector<domain::DeviceReported> changes(domain::Timestamp now) const;
  [[nodiscard]] DevicesNow now(domain::Timestamp now) const;

 private:
  struct Known {
    std::optional<DeviceKind> kind;
    std::optional<domain::Timestamp> last_contact;
    bool recorded_silent = false;
    std::map<domain::PartName, PartNow> parts;
    PresentedFigures presented;
    std::vector<bool> told;  // By the call's place in calls_: counted already.
  };
  struct MadeCall {
    std::int64_t version = 0;
    domain::Timestamp at{};
    bool shown = false;
  };

  void forget_day();
  void add_call(const domain::Event& event);
  void take(const domain::Event& event, const domain::DeviceReported& report);
  void take(const domain::CallsPresented& presented);
  // Null when there are too many already.
  [[nodiscard]] Known* find_or_add(const domain::NodeId& node);
  [[nodiscard]] bool is_silent(const Known& device, domain::Timestamp now) const;

  const DeviceLimits limits_;
  const domain::Timestamp started_at_;
  mutable std::mutex mutex_;  // Guards everything below.
  std::map<domain::NodeId, Known> devices_;
  std::vector<MadeCall> calls_;  // Of the open day, by version.
};

}  // namespace navbat::server
