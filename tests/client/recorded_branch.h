#pragma once
// A small branch as its server would stream it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/event.h"

namespace navbat::client {

inline constexpr const char* kBranch = "demo";

// Event `version` of a plausible history: tickets issued and called in turn.
[[nodiscard]] domain::Event event_number(std::int64_t version);

// The queue at `version`, as JSON.
[[nodiscard]] std::string snapshot_json(std::int64_t version);

// As it stands in the stream.
[[nodiscard]] std::string event_text(std::int64_t version);
[[nodiscard]] std::string snapshot_text(std::int64_t version);
// An event of that payload; a picture with somebody at the only counter and six people waiting.
[[nodiscard]] std::string event_text(std::int64_t version, const domain::EventPayload& payload);
[[nodiscard]] std::string busy_snapshot_text(std::int64_t version);
[[nodiscard]] std::string reset_text(std::int64_t version);
inline constexpr const char* kHeartbeat = ": heartbeat\n\n";

// What a server whose history ends at `newest` sends on a connection: its queue, every event after
// `after` (none without it), a queue again, a heartbeat.
[[nodiscard]] std::string stream_text(std::optional<std::int64_t> after, std::int64_t newest);

}  // namespace navbat::client
