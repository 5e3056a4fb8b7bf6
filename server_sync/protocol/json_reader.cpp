#include "server_sync/protocol/json_reader.h"

#include <cmath>

namespace navbat::protocol {

namespace json = boost::json;

std::string DecodeError::to_string() const {
  return member.empty() ? "expected " + expected : "\"" + member + "\": expected " + expected;
}

Decoded<json::value> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = kMaxDepth;
  json::error_code error;
  json::value value = json::parse(text, error, {}, options);
  if (!error) return value;
  if (error == json::error::too_deep) {
    return tl::unexpected(
        DecodeError{"", "JSON of at most " + std::to_string(kMaxDepth) + " levels"});
  }
  return tl::unexpected(DecodeError{"", "valid UTF-8 JSON (" + error.message() + ")"});
}

ObjectReader::ObjectReader(const json::value& value, std::string path,
                           std::optional<DecodeError>& error)
    : object_(value.if_object()), path_(std::move(path)), error_(error) {
  if (object_ == nullptr && !error_) error_ = DecodeError{path_, "an object"};
}

const json::value* ObjectReader::find(std::string_view member) const {
  if (object_ == nullptr) return nullptr;
  const json::value* value = object_->if_contains(member);
  return value == nullptr || value->is_null() ? nullptr : value;
}

bool ObjectReader::has(std::string_view member) const { return find(member) != nullptr; }

std::string ObjectReader::path_of(std::string_view member) const {
  std::string path = path_;
  if (!path.empty()) path += '.';
  path += member;
  return path;
}

ObjectReader ObjectReader::nested(const json::value& value, std::string_view member) {
  return {value, path_of(member), error_};
}

void ObjectReader::fail(std::string_view member, std::string expected) {
  if (!error_) error_ = DecodeError{path_of(member), std::move(expected)};
}

std::string ObjectReader::string(std::string_view member, std::size_t max_bytes) {
  const json::value* value = find(member);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  if (text == nullptr || text->size() > max_bytes) {
    fail(member, "a string of at most " + std::to_string(max_bytes) + " bytes");
    return {};
  }
  // A NUL would end the text early wherever C reads it.
  if (std::string_view{*text}.find('\0') != std::string_view::npos) {
    fail(member, "a string without NUL");
    return {};
  }
  return std::string{*text};
}

std::string ObjectReader::string_or_empty(std::string_view member, std::size_t max_bytes) {
  return has(member) ? string(member, max_bytes) : std::string{};
}

std::int64_t ObjectReader::integer(std::string_view member, std::int64_t min, std::int64_t max) {
  const json::value* value = find(member);
  json::error_code error;
  const std::int64_t number = value == nullptr ? 0 : value->to_number<std::int64_t>(error);
  const bool whole = value != nullptr && (value->is_int64() || value->is_uint64());
  if (!whole || error || number < min || number > max) {
    fail(member, "a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return min;
  }
  return number;
}

std::optional<std::int64_t> ObjectReader::integer_opt(std::string_view member, std::int64_t min,
                                                      std::int64_t max) {
  if (!has(member)) return std::nullopt;
  return integer(member, min, max);
}

double ObjectReader::number(std::string_view member) {
  const json::value* value = find(member);
  json::error_code error;
  const double result = value == nullptr ? 0 : value->to_number<double>(error);
  if (value == nullptr || !value->is_number() || error || !std::isfinite(result)) {
    fail(member, "a number");
    return 0;
  }
  return result;
}

std::optional<double> ObjectReader::number_opt(std::string_view member) {
  if (!has(member)) return std::nullopt;
  return number(member);
}

bool ObjectReader::boolean(std::string_view member) {
  const json::value* value = find(member);
  if (value == nullptr || !value->is_bool()) {
    fail(member, "true or false");
    return false;
  }
  return value->get_bool();
}

domain::Timestamp ObjectReader::time(std::string_view member) {
  const json::value* value = find(member);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  const auto parsed =
      domain::parse_rfc3339(text == nullptr ? std::string_view{} : std::string_view{*text});
  if (!parsed) {
    fail(member, parsed.error());
    return {};
  }
  return *parsed;
}

std::optional<domain::Timestamp> ObjectReader::time_opt(std::string_view member) {
  if (!has(member)) return std::nullopt;
  return time(member);
}

template <typename Id>
Id ObjectReader::uuid(std::string_view member) {
  const json::value* value = find(member);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  const auto id = text == nullptr ? std::nullopt : Id::parse(*text);
  if (!id) fail(member, "a UUIDv7 such as 01890a5d-ac96-774b-bcce-b302099a8057");
  return id.value_or(Id{});
}

domain::TicketId ObjectReader::ticket_id(std::string_view member) {
  return uuid<domain::TicketId>(member);
}

domain::GuidanceId ObjectReader::guidance_id(std::string_view member) {
  return uuid<domain::GuidanceId>(member);
}

domain::NoticeId ObjectReader::notice_id(std::string_view member) {
  return uuid<domain::NoticeId>(member);
}

std::optional<domain::TicketId> ObjectReader::ticket_id_opt(std::string_view member) {
  if (!has(member)) return std::nullopt;
  return ticket_id(member);
}

std::string ObjectReader::name_text(std::string_view member, bool required) {
  const json::value* value = find(member);
  if (value == nullptr && !required) return {};
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  if (text == nullptr || !domain::is_valid_name(*text)) {
    fail(member, kNameExpected);
    return {};
  }
  return std::string{*text};
}

std::vector<std::string> ObjectReader::strings(std::string_view member, std::size_t max_count) {
  const json::array* values = array(member, max_count, false);
  std::vector<std::string> result;
  if (values == nullptr) return result;
  for (const json::value& value : *values) {
    const json::string* text = value.if_string();
    if (text == nullptr || text->size() > 200) {
      fail(member, "strings of at most 200 bytes");
      return {};
    }
    result.emplace_back(*text);
  }
  return result;
}

const json::array* ObjectReader::array(std::string_view member, std::size_t max_count,
                                       bool required) {
  const json::value* value = find(member);
  if (value == nullptr && !required) return nullptr;
  const json::array* values = value == nullptr ? nullptr : value->if_array();
  if (values == nullptr || values->size() > max_count) {
    fail(member, "an array of at most " + std::to_string(max_count) + " elements");
    return nullptr;
  }
  return values;
}

const json::value* ObjectReader::object(std::string_view member, bool required) {
  const json::value* value = find(member);
  if (value == nullptr && !required) return nullptr;
  if (value == nullptr || !value->is_object()) {
    fail(member, "an object");
    return nullptr;
  }
  return value;
}

}  // namespace navbat::protocol
