#pragma once
// A program's TOML file, read strictly: what is missing, of the wrong kind, out of range or not
// known at all gives one line with file, line, key and what was expected. For start-up only:
// everything here throws ConfigError.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace navbat::system {

// Its text is the one line.
class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ConfigReader {
 public:
  explicit ConfigReader(std::filesystem::path file);
  ~ConfigReader();
  ConfigReader(const ConfigReader&) = delete;
  ConfigReader& operator=(const ConfigReader&) = delete;

  // `key` is a path: "screen.width_mm", "services[0].letter". Every key that is read counts as
  // known.
  [[nodiscard]] bool has(std::string_view key);
  std::string text(std::string_view key);  // Not empty.
  std::string text_or(std::string_view key, std::string fallback);
  std::string name(std::string_view key);  // As domain::is_valid_name() has it.
  std::string url(std::string_view key);   // http:// or https://
  double number(std::string_view key, double least, double most);
  double number_or(std::string_view key, double least, double most, double fallback);
  std::int64_t whole(std::string_view key, std::int64_t least, std::int64_t most);
  std::int64_t whole_or(std::string_view key, std::int64_t least, std::int64_t most,
                        std::int64_t fallback);
  bool flag_or(std::string_view key, bool fallback);
  std::vector<std::string> texts(std::string_view key);  // At least one, none empty, none twice.
  std::vector<std::string> texts_or(std::string_view key, std::vector<std::string> fallback);
  // A list of numbers; empty when it is not there.
  std::vector<double> numbers(std::string_view key, double least, double most);
  // A table of texts: { uz = "Kassa", ru = "Касса" }. At least one.
  std::map<std::string, std::string> text_table(std::string_view key);
  // How many tables an array [[key]] holds; 0 when it is not there.
  std::size_t tables(std::string_view key);
  // Relative paths are meant from the folder of the file.
  std::filesystem::path path(std::string_view key);
  std::filesystem::path path_or(std::string_view key, std::filesystem::path fallback);

  // Fails for the first key that nothing has read: a typing error must not pass as a default.
  void refuse_unknown_keys() const;

  // Fails for `key`, when the program itself finds its value wrong.
  [[noreturn]] void fail(std::string_view key, std::string_view expected) const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace navbat::system
