#pragma once
// The texts of one language: a flat JSON object of key to text, plurals as `key.one`, `key.few`, …
// Immutable once loaded, so any thread may read it.

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace navbat::ui {

// A value for a {name} in a text.
struct Slot {
  std::string_view name;
  std::string value;
};

class Catalogue {
 public:
  // The error is one line: file, line, key, what was expected.
  static tl::expected<Catalogue, std::string> load(const std::filesystem::path& file,
                                                   std::string language);

  // BCP 47 as in the file's name: "uz", "uz-Cyrl", "ru" …
  const std::string& language() const { return language_; }

  // The text with its {names} filled. A key that no file has is a bug of the program: it shows as
  // the key itself, which the tests look for.
  std::string text(std::string_view key, std::initializer_list<Slot> slots = {}) const;

  // The plural form of `key` for `count`, with {count} filled as well.
  std::string count(std::string_view key, std::int64_t count,
                    std::initializer_list<Slot> slots = {}) const;

  bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

  using Texts = std::map<std::string, std::string, std::less<>>;
  const Texts& texts() const { return texts_; }

 private:
  std::string language_;
  Texts texts_;
};

// `text` with each {name} replaced; a name without a slot stays as it is.
std::string fill_slots(std::string_view text, std::initializer_list<Slot> slots);

}  // namespace navbat::ui
