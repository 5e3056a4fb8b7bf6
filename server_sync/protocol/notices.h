#pragma once
// A notice as the API takes and tells it: POST and DELETE /branches/{branch}/notices.

#include <string>
#include <string_view>

#include "domain/notice.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

[[nodiscard]] std::string encode(const domain::Notice& notice);
[[nodiscard]] Decoded<domain::Notice> decode_notice(std::string_view document);

}  // namespace navbat::protocol
