#include "server_sync/protocol/notices.h"

#include "server_sync/protocol/notice_parts.h"

namespace navbat::protocol {

namespace json = boost::json;

std::string encode(const domain::Notice& notice) {
  json::object out{{"id", notice.id.to_string()}};
  write_members(out, notice);
  return json::serialize(out);
}

Decoded<domain::Notice> decode_notice(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  domain::Notice notice;
  notice.id = in.notice_id("id");
  read_members(in, notice);
  if (error) return tl::unexpected(*error);
  return notice;
}

}  // namespace navbat::protocol
