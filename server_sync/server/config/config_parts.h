#pragma once
// What the readers of navbat-server's file share.

#include <string>
#include <vector>

#include "domain/ids.h"
#include "system/config_reader.h"

namespace navbat::server {

// "services[2].letter"
[[nodiscard]] inline std::string element(const char* array, std::size_t index, const char* key) {
  return std::string{array} + "[" + std::to_string(index) + "]." + key;
}

[[nodiscard]] inline std::string read_name(system::ConfigReader& in, const std::string& key) {
  std::string text = in.text(key);
  if (!domain::is_valid_name(text)) {
    in.fail(key, "a name of 1 to 40 letters, digits, '-', '_' or '.'");
  }
  return text;
}

[[nodiscard]] inline std::string read_word(system::ConfigReader& in, const std::string& key,
                                           const std::vector<std::string>& words) {
  std::string text = in.text(key);
  std::string expected = "one of";
  for (const std::string& word : words) {
    if (word == text) return text;
    expected += " \"" + word + "\"";
  }
  in.fail(key, expected);
}

}  // namespace navbat::server
