#include "display_board/panel/json_object.h"

#include <algorithm>

namespace navbat::board {
namespace {

// A number in quotes or a word in place of a list must not run into the next line of the log.
bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}

}  // namespace

void JsonNotes::fail(std::string_view place, std::string_view expected) {
  if (wrong.empty()) {
    wrong = std::string(place) + (place.empty() ? "" : ": ") + "expected " + std::string(expected);
  }
}

JsonObject::JsonObject(const boost::json::value& value, std::string place, JsonNotes& notes)
    : object_(value.if_object()), place_(std::move(place)), notes_(notes) {
  if (object_ == nullptr) {
    notes_.fail(place_, "an object");
  }
}

const boost::json::value* JsonObject::find(std::string_view key) const {
  const boost::json::value* value = object_ == nullptr ? nullptr : object_->if_contains(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

bool JsonObject::has(std::string_view key) const { return find(key) != nullptr; }

std::string JsonObject::text(std::string_view key, std::size_t most_bytes, bool required) {
  const boost::json::value* value = find(key);
  if (value == nullptr && !required) {
    return {};
  }
  const boost::json::string* text = value == nullptr ? nullptr : value->if_string();
  if (text == nullptr || text->size() > most_bytes || (required && text->empty()) ||
      !is_one_line(*text)) {
    fail(key, "one line of text in quotes, at most " + std::to_string(most_bytes) + " bytes");
    return {};
  }
  return std::string(*text);
}

const boost::json::array* JsonObject::list(std::string_view key, std::size_t least,
                                           std::size_t most) {
  const boost::json::value* value = find(key);
  const boost::json::array* values = value == nullptr ? nullptr : value->if_array();
  if (values == nullptr || values->size() < least || values->size() > most) {
    fail(key, "a list of " + std::to_string(least) + " to " + std::to_string(most));
    return nullptr;
  }
  return values;
}

std::vector<std::string> JsonObject::keys() const {
  std::vector<std::string> keys;
  if (object_ != nullptr) {
    for (const auto& [key, value] : *object_) {
      keys.emplace_back(key);
    }
  }
  return keys;
}

void JsonObject::pass_over_all_but(std::initializer_list<std::string_view> known) {
  for (const std::string& key : keys()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      pass_over(key);
    }
  }
}

void JsonObject::pass_over(std::string_view key) {
  if (notes_.unknown.empty()) {
    notes_.unknown = place_of(key);
  }
}

void JsonObject::fail(std::string_view key, std::string_view expected) {
  notes_.fail(place_of(key), expected);
}

std::string JsonObject::place_of(std::string_view key) const {
  return place_ + (place_.empty() ? "" : ".") + std::string(key);
}

tl::expected<boost::json::value, std::string> parse_bank_json(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // some editors begin with it
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  boost::json::error_code error;
  boost::json::value value = boost::json::parse(text, error);
  if (error) {
    return tl::unexpected("expected JSON in UTF-8 (" + error.message() + ")");
  }
  return value;
}

}  // namespace navbat::board
