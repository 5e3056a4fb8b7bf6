#pragma once
// Strict reading of JSON that somebody else wrote. The first thing that is wrong is kept with its
// place and what was expected; after it every read answers an empty value, so that callers check
// once at the end.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>
#include <tl/expected.hpp>

#include "domain/ids.h"
#include "domain/time.h"

namespace navbat::protocol {

struct DecodeError {
  std::string member;    // "events[3].at"; empty for the document itself.
  std::string expected;  // "an RFC 3339 time …"
  [[nodiscard]] std::string to_string() const;
};

template <typename T>
using Decoded = tl::expected<T, DecodeError>;

// Nesting beyond this many levels is refused.
inline constexpr std::size_t kMaxDepth = 16;

// Valid UTF-8 JSON of one value, or what was expected.
[[nodiscard]] Decoded<boost::json::value> parse_json(std::string_view text);

// Reads the members of one object. Members that are not asked for are ignored (newer peers may send
// them).
class ObjectReader {
 public:
  // A value that is no object is an error at `path`. `error` collects; several readers may share
  // it.
  ObjectReader(const boost::json::value& value, std::string path,
               std::optional<DecodeError>& error);

  [[nodiscard]] bool has(std::string_view member) const;  // Present and not null.

  std::string string(std::string_view member, std::size_t max_bytes = 200);
  std::string string_or_empty(std::string_view member, std::size_t max_bytes = 200);
  std::int64_t integer(std::string_view member, std::int64_t min, std::int64_t max);
  std::optional<std::int64_t> integer_opt(std::string_view member, std::int64_t min,
                                          std::int64_t max);
  double number(std::string_view member);
  std::optional<double> number_opt(std::string_view member);
  bool boolean(std::string_view member);
  domain::Timestamp time(std::string_view member);
  std::optional<domain::Timestamp> time_opt(std::string_view member);
  domain::TicketId ticket_id(std::string_view member);
  std::optional<domain::TicketId> ticket_id_opt(std::string_view member);
  domain::GuidanceId guidance_id(std::string_view member);
  domain::NoticeId notice_id(std::string_view member);

  // domain::Name: ServiceId, CounterId …
  template <typename NameType>
  NameType name(std::string_view member) {
    return NameType{name_text(member, true)};
  }
  template <typename NameType>
  std::optional<NameType> name_opt(std::string_view member) {
    if (!has(member)) return std::nullopt;
    return NameType{name_text(member, true)};
  }
  template <typename NameType>
  std::vector<NameType> names(std::string_view member, std::size_t max_count) {
    std::vector<NameType> result;
    for (const std::string& text : strings(member, max_count)) {
      if (!domain::is_valid_name(text)) {
        fail(member, kNameExpected);
        return {};
      }
      result.emplace_back(text);
    }
    return result;
  }
  std::vector<std::string> strings(std::string_view member,
                                   std::size_t max_count);  // Absent: empty.

  // One of an enumeration's wire words; `parse` returns an optional. Absent or null: nothing.
  template <typename Parse>
  auto word_opt(std::string_view member, Parse parse, std::string_view expected)
      -> decltype(parse(std::string_view{})) {
    if (!has(member)) return {};
    const std::string text = string(member);
    auto value = parse(text);
    if (!value && !failed()) fail(member, std::string{expected});
    return value;
  }

  // The member as an array or an object, for nested readers; null when absent (an error if
  // `required`).
  const boost::json::array* array(std::string_view member, std::size_t max_count,
                                  bool required = true);
  const boost::json::value* object(std::string_view member, bool required = true);

  // Reads the object that is `member` of this one.
  [[nodiscard]] ObjectReader nested(const boost::json::value& value, std::string_view member);

  void fail(std::string_view member, std::string expected);
  [[nodiscard]] bool failed() const { return error_.has_value(); }
  [[nodiscard]] std::string path_of(std::string_view member) const;

  static constexpr const char* kNameExpected = "a name of 1 to 40 letters, digits, '-', '_' or '.'";

 private:
  template <typename Id>
  Id uuid(std::string_view member);
  std::string name_text(std::string_view member, bool required);
  const boost::json::value* find(std::string_view member) const;

  const boost::json::object* object_ = nullptr;
  std::string path_;
  std::optional<DecodeError>& error_;
};

}  // namespace navbat::protocol
