#pragma once
// Events as JSON: in full for the database and relays, without personal data for streams.

#include <string>
#include <string_view>

#include "domain/event.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

enum class Detail {
  kFull,    // Everything; decodes back to the same event.
  kPublic,  // Without phone numbers, notes and what boards tell of calls: for event streams.
};

[[nodiscard]] std::string encode_payload(const domain::EventPayload& payload);
[[nodiscard]] Decoded<domain::EventPayload> decode_payload(std::string_view type,
                                                           std::string_view json);

// The whole event: envelope and payload members in one object.
[[nodiscard]] std::string encode_event(const domain::BranchId& branch, const domain::Event& event,
                                       Detail detail);
[[nodiscard]] Decoded<domain::Event> decode_event(std::string_view json);

}  // namespace navbat::protocol
