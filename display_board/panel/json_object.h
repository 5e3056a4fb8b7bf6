#pragma once
// Reading the JSON that a bank writes for its boards: the first thing that is wrong is kept with
// its place, and so is the first key that means nothing here. After an error every read answers an
// empty value, so that callers look once at the end.

#include <boost/json.hpp>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace navbat::board {

struct JsonNotes {
  std::string wrong;    // "rates[3].buy: expected …"; empty: all is well
  std::string unknown;  // "rates[3].bank"; it is passed over

  void fail(std::string_view place, std::string_view expected);
};

class JsonObject {
 public:
  // Anything but an object is wrong. `value` and `notes` outlive the reader.
  JsonObject(const boost::json::value& value, std::string place, JsonNotes& notes);

  [[nodiscard]] bool has(std::string_view key) const;  // there, and not null
  // One line of text, without control characters; empty only when it may be left out.
  std::string text(std::string_view key, std::size_t most_bytes, bool required = true);
  // Null when it is wrong.
  const boost::json::array* list(std::string_view key, std::size_t least, std::size_t most);
  // The keys in their order in the file.
  [[nodiscard]] std::vector<std::string> keys() const;
  void pass_over_all_but(std::initializer_list<std::string_view> known);
  void pass_over(std::string_view key);
  void fail(std::string_view key, std::string_view expected);
  [[nodiscard]] std::string place_of(std::string_view key) const;

 private:
  [[nodiscard]] const boost::json::value* find(std::string_view key) const;

  const boost::json::object* object_;
  const std::string place_;
  JsonNotes& notes_;
};

// A value read from a file of the bank's, and the key in it that was passed over, if any.
template <typename T>
struct Understood {
  T value;
  std::string unknown;
};

// The whole text as one JSON value, with or without a byte order mark.
[[nodiscard]] tl::expected<boost::json::value, std::string> parse_bank_json(std::string_view text);

}  // namespace navbat::board
