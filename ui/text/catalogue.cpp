#include "ui/text/catalogue.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>

#include "ui/text/plural.h"
#include "ui/text/utf8.h"

namespace navbat::ui {
namespace {

std::size_t line_of(std::string_view content, std::size_t offset) {
  const auto end = content.begin() + static_cast<std::ptrdiff_t>(std::min(offset, content.size()));
  return static_cast<std::size_t>(std::count(content.begin(), end, '\n')) + 1;
}

std::string where(const std::filesystem::path& file, std::string_view content, std::size_t offset) {
  return file.string() + ":" + std::to_string(line_of(content, offset)) + ": ";
}

// Where the parser stops in ill-formed JSON.
std::size_t fault_offset(std::string_view content) {
  boost::json::stream_parser parser;
  boost::json::error_code error;
  const std::size_t taken = parser.write_some(content.data(), content.size(), error);
  return taken;
}

}  // namespace

tl::expected<Catalogue, std::string> Catalogue::load(const std::filesystem::path& file,
                                                     std::string language) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    return tl::unexpected(file.string() + ": cannot be read; expected a catalogue of texts");
  }
  const std::string content{std::istreambuf_iterator<char>(stream), {}};
  if (!is_valid_utf8(content)) {
    return tl::unexpected(file.string() + ": expected UTF-8");
  }
  boost::json::error_code error;
  const boost::json::value root = boost::json::parse(content, error);
  if (error) {
    return tl::unexpected(where(file, content, fault_offset(content)) + error.message() +
                          "; expected one JSON object of keys and texts");
  }
  if (!root.is_object()) {
    return tl::unexpected(where(file, content, 0) + "expected one JSON object of keys and texts");
  }
  Catalogue catalogue;
  catalogue.language_ = std::move(language);
  for (const auto& [key, value] : root.get_object()) {
    const std::string name(key);
    if (!value.is_string() || value.get_string().empty()) {
      return tl::unexpected(where(file, content, content.find('"' + name + '"')) + name +
                            ": expected a text that is not empty");
    }
    catalogue.texts_.emplace(name, std::string(value.get_string()));
  }
  return catalogue;
}

std::string Catalogue::text(std::string_view key, std::initializer_list<Slot> slots) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string(key) : fill_slots(found->second, slots);
}

std::string Catalogue::count(std::string_view key, std::int64_t count,
                             std::initializer_list<Slot> slots) const {
  std::string full(key);
  full += '.';
  full += to_string(plural_form(language_, count));
  return fill_slots(text(full, slots), {{"count", std::to_string(count)}});
}

std::string fill_slots(std::string_view text, std::initializer_list<Slot> slots) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) {
      result += text;
      break;
    }
    result += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto* const slot =
        std::find_if(slots.begin(), slots.end(),
                     [name](const Slot& candidate) { return candidate.name == name; });
    result += slot == slots.end() ? text.substr(open, close - open + 1) : slot->value;
    text.remove_prefix(close + 1);
  }
  return result;
}

}  // namespace navbat::ui
