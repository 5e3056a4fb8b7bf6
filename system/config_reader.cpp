#include "system/config_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "domain/ids.h"

namespace navbat::system {

struct ConfigReader::Document {
  std::filesystem::path file;
  toml::table root;
  std::set<std::string, std::less<>> known;

  const toml::node* find(std::string_view key) {
    known.emplace(key);
    return root.at_path(key).node();
  }

  [[nodiscard]] std::string place(const toml::source_region& source) const {
    return file.string() + ":" + std::to_string(source.begin.line) + ": ";
  }
};

namespace {

std::string in_figures(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

using Known = std::set<std::string, std::less<>>;

struct Unknown {
  std::string key;
  const toml::node* node = nullptr;
};

Unknown unknown_below(const toml::node& node, const std::string& key, const Known& known);

Unknown unknown_in(const toml::table& table, const std::string& key, const Known& known) {
  for (const auto& [name, node] : table) {
    const std::string below = (key.empty() ? "" : key + ".") + std::string{name.str()};
    if (Unknown found = unknown_below(node, below, known); found.node != nullptr) return found;
  }
  return {};
}

// A table or an array of tables is known by what is in it; anything else by having been read.
Unknown unknown_below(const toml::node& node, const std::string& key, const Known& known) {
  const bool read = known.contains(key);
  if (const toml::array* array = node.as_array(); array != nullptr && array->is_array_of_tables()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      const std::string element = key + "[" + std::to_string(i) + "]";
      Unknown found = unknown_in(*array->get_as<toml::table>(i), element, known);
      if (found.node != nullptr) return found;
    }
    return read ? Unknown{} : Unknown{key, &node};
  }
  if (read) return {};
  if (const toml::table* table = node.as_table()) return unknown_in(*table, key, known);
  return {key, &node};
}

}  // namespace

ConfigReader::ConfigReader(std::filesystem::path file) : document_(std::make_unique<Document>()) {
  document_->file = std::move(file);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(document_->file, ignored)) {
    throw ConfigError(document_->file.string() + ": cannot be read; expected a TOML file");
  }
  try {
    document_->root = toml::parse_file(document_->file.string());
  } catch (const toml::parse_error& error) {
    throw ConfigError(document_->place(error.source()) + std::string{error.description()} +
                      "; expected TOML");
  }
}

ConfigReader::~ConfigReader() = default;

void ConfigReader::fail(std::string_view key, std::string_view expected) const {
  const toml::node* node = document_->root.at_path(key).node();
  const std::string where =
      node != nullptr ? document_->place(node->source()) : document_->file.string() + ": ";
  throw ConfigError(where + std::string{key} + ": " + (node == nullptr ? "missing; " : "") +
                    "expected " + std::string{expected});
}

// Looking is not reading: a table that is merely there must not make all its keys known.
bool ConfigReader::has(std::string_view key) {
  return document_->root.at_path(key).node() != nullptr;
}

std::string ConfigReader::text(std::string_view key) {
  const toml::node* node = document_->find(key);
  auto value = node != nullptr ? node->value_exact<std::string>() : std::nullopt;
  if (!value || value->empty()) fail(key, "a text");
  return std::move(*value);
}

std::string ConfigReader::text_or(std::string_view key, std::string fallback) {
  return has(key) ? text(key) : std::move(fallback);
}

std::string ConfigReader::name(std::string_view key) {
  std::string value = text(key);
  if (!domain::is_valid_name(value)) {
    fail(key, "a name of 1 to 40 letters a-z, A-Z, digits and - _ .");
  }
  return value;
}

std::string ConfigReader::url(std::string_view key) {
  constexpr std::size_t kShortest = 9;  // "http://x/" or so
  std::string value = text(key);
  const bool http = value.starts_with("http://") || value.starts_with("https://");
  if (!http || value.size() < kShortest || value.find_first_of(" \t\"<>") != std::string::npos) {
    fail(key, "an address like \"http://127.0.0.1:8080\"");
  }
  return value;
}

double ConfigReader::number(std::string_view key, double least, double most) {
  const toml::node* node = document_->find(key);
  const auto value = node != nullptr && node->is_number() ? node->value<double>() : std::nullopt;
  if (!value || !(*value >= least && *value <= most)) {
    fail(key, "a number from " + in_figures(least) + " to " + in_figures(most));
  }
  return *value;
}

double ConfigReader::number_or(std::string_view key, double least, double most, double fallback) {
  return has(key) ? number(key, least, most) : fallback;
}

std::int64_t ConfigReader::whole(std::string_view key, std::int64_t least, std::int64_t most) {
  const toml::node* node = document_->find(key);
  const auto value = node != nullptr ? node->value_exact<std::int64_t>() : std::nullopt;
  if (!value || *value < least || *value > most) {
    fail(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return *value;
}

std::int64_t ConfigReader::whole_or(std::string_view key, std::int64_t least, std::int64_t most,
                                    std::int64_t fallback) {
  return has(key) ? whole(key, least, most) : fallback;
}

bool ConfigReader::flag_or(std::string_view key, bool fallback) {
  const toml::node* node = document_->find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<bool>();
  if (!value) fail(key, "true or false");
  return *value;
}

std::vector<std::string> ConfigReader::texts(std::string_view key) {
  constexpr std::string_view kExpected = "a list of different texts, at least one";
  const toml::node* node = document_->find(key);
  const toml::array* array = node != nullptr ? node->as_array() : nullptr;
  if (array == nullptr || array->empty()) fail(key, kExpected);
  std::vector<std::string> result;
  for (const toml::node& element : *array) {
    const auto value = element.value_exact<std::string>();
    if (!value || value->empty() ||
        std::find(result.begin(), result.end(), *value) != result.end()) {
      fail(key, kExpected);
    }
    result.push_back(*value);
  }
  return result;
}

std::vector<std::string> ConfigReader::texts_or(std::string_view key,
                                                std::vector<std::string> fallback) {
  return has(key) ? texts(key) : std::move(fallback);
}

std::vector<double> ConfigReader::numbers(std::string_view key, double least, double most) {
  std::vector<double> result;
  const toml::node* node = document_->find(key);
  if (node == nullptr) return result;
  const toml::array* array = node->as_array();
  const std::string expected =
      "a list of numbers from " + in_figures(least) + " to " + in_figures(most);
  if (array == nullptr) fail(key, expected);
  for (const toml::node& element : *array) {
    const auto value = element.is_number() ? element.value<double>() : std::nullopt;
    if (!value || !(*value >= least && *value <= most)) fail(key, expected);
    result.push_back(*value);
  }
  return result;
}

std::map<std::string, std::string> ConfigReader::text_table(std::string_view key) {
  constexpr std::string_view kExpected = "a table of texts such as { uz = \"Kassa\" }";
  const toml::node* node = document_->find(key);
  const toml::table* table = node != nullptr ? node->as_table() : nullptr;
  if (table == nullptr || table->empty()) fail(key, kExpected);
  std::map<std::string, std::string> result;
  for (const auto& [name, element] : *table) {
    const auto value = element.value_exact<std::string>();
    if (!value || value->empty()) fail(key, kExpected);
    result.emplace(name.str(), *value);
  }
  return result;
}

std::size_t ConfigReader::tables(std::string_view key) {
  const toml::node* node = document_->find(key);
  if (node == nullptr) return 0;
  const toml::array* array = node->as_array();
  if (array == nullptr || !array->is_array_of_tables()) {
    fail(key, "tables, each headed [[" + std::string{key} + "]]");
  }
  return array->size();
}

std::filesystem::path ConfigReader::path(std::string_view key) {
  return (document_->file.parent_path() / text(key)).lexically_normal();
}

std::filesystem::path ConfigReader::path_or(std::string_view key, std::filesystem::path fallback) {
  return has(key) ? path(key) : std::move(fallback);
}

void ConfigReader::refuse_unknown_keys() const {
  const Unknown unknown = unknown_in(document_->root, "", document_->known);
  if (unknown.node == nullptr) return;
  throw ConfigError(document_->place(unknown.node->source()) + unknown.key +
                    ": not known; expected only documented keys");
}

}  // namespace navbat::system
