#pragma once
// Parts that several messages share: promise, range, reason, label, day. For the .cpp files of this
// folder.

#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include "domain/business_day.h"
#include "domain/calling_reason.h"
#include "domain/label.h"
#include "domain/promise.h"
#include "server_sync/protocol/json_reader.h"
#include "server_sync/protocol/ticket_view.h"

namespace navbat::protocol {

[[nodiscard]] boost::json::object promise_to_json(const domain::Promise& promise);
[[nodiscard]] boost::json::object range_to_json(const WaitRange& range);
[[nodiscard]] boost::json::object reason_to_json(const domain::CallingReason& reason);

[[nodiscard]] std::optional<domain::Promise> read_promise_opt(ObjectReader& in,
                                                              std::string_view member);
[[nodiscard]] std::optional<WaitRange> read_range_opt(ObjectReader& in, std::string_view member);
[[nodiscard]] std::optional<domain::CallingReason> read_reason_opt(ObjectReader& in,
                                                                   std::string_view member);
[[nodiscard]] domain::Label read_label(ObjectReader& in, std::string_view member);
[[nodiscard]] domain::BusinessDay read_day(ObjectReader& in, std::string_view member);

// The longest wait or service that a message may state.
inline constexpr std::int64_t kMostSeconds = 7 * 24 * 3600;

}  // namespace navbat::protocol
