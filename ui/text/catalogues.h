#pragma once
// All languages of a program, checked against each other when they are loaded.

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "ui/text/catalogue.h"

namespace navbat::ui {

class Catalogues {
 public:
  // Reads FOLDER/LANGUAGE.json for each language. All must have the same keys, and each plural the
  // forms that its language needs. The error is one line: file, line or key, what was expected.
  static tl::expected<Catalogues, std::string> load(const std::filesystem::path& folder,
                                                    const std::vector<std::string>& languages);

  const std::vector<Catalogue>& all() const { return all_; }
  std::vector<std::string> languages() const;

  // The catalogue of `language`, or the first when there is none such.
  const Catalogue& of(std::string_view language) const;

  // Every character that any text uses, for the font atlas.
  std::u32string characters() const;

 private:
  std::vector<Catalogue> all_;  // never empty
};

// A plural key without its form: "kiosk.people.few" → "kiosk.people"; other keys unchanged.
std::string_view base_key(std::string_view key);

}  // namespace navbat::ui
