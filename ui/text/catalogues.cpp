#include "ui/text/catalogues.h"

#include <algorithm>
#include <optional>
#include <set>

#include "ui/text/plural.h"
#include "ui/text/utf8.h"

namespace navbat::ui {
namespace {

std::set<std::string, std::less<>> base_keys(const Catalogue& catalogue) {
  std::set<std::string, std::less<>> keys;
  for (const auto& [key, text] : catalogue.texts()) {
    keys.emplace(base_key(key));
  }
  return keys;
}

bool is_plural(std::string_view key) { return base_key(key).size() != key.size(); }

std::optional<std::string> missing_form(const Catalogue& catalogue) {
  for (const auto& [key, text] : catalogue.texts()) {
    if (!is_plural(key)) {
      continue;
    }
    for (const PluralForm form : plural_forms(catalogue.language())) {
      std::string needed(base_key(key));
      needed += '.';
      needed += to_string(form);
      if (!catalogue.has(needed)) {
        return needed;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view base_key(std::string_view key) {
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) {
    return key;
  }
  const std::string_view suffix = key.substr(dot + 1);
  const bool plural = suffix == "one" || suffix == "few" || suffix == "many" || suffix == "other";
  return plural ? key.substr(0, dot) : key;
}

tl::expected<Catalogues, std::string> Catalogues::load(const std::filesystem::path& folder,
                                                       const std::vector<std::string>& languages) {
  if (languages.empty()) {
    return tl::unexpected(std::string("languages: expected at least one"));
  }
  Catalogues catalogues;
  for (const std::string& language : languages) {
    const auto file = folder / (language + ".json");
    auto catalogue = Catalogue::load(file, language);
    if (!catalogue) {
      return tl::unexpected(catalogue.error());
    }
    if (const auto form = missing_form(*catalogue)) {
      return tl::unexpected(file.string() + ": " + *form + ": missing; expected this plural form");
    }
    catalogues.all_.push_back(std::move(*catalogue));
  }
  const auto reference = base_keys(catalogues.all_.front());
  for (const Catalogue& catalogue : catalogues.all_) {
    const auto keys = base_keys(catalogue);
    const auto report = [&](const auto& has, const auto& lacks,
                            const std::string& where) -> std::optional<std::string> {
      for (const std::string& key : has) {
        if (!lacks.contains(key)) {
          return (folder / (where + ".json")).string() + ": " + key +
                 ": missing; expected the same keys in every language";
        }
      }
      return std::nullopt;
    };
    auto fault = report(reference, keys, catalogue.language());
    if (!fault) {
      fault = report(keys, reference, catalogues.all_.front().language());
    }
    if (fault) {
      return tl::unexpected(*fault);
    }
  }
  return catalogues;
}

std::vector<std::string> Catalogues::languages() const {
  std::vector<std::string> result;
  for (const Catalogue& catalogue : all_) {
    result.push_back(catalogue.language());
  }
  return result;
}

const Catalogue& Catalogues::of(std::string_view language) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [language](const Catalogue& candidate) {
    return candidate.language() == language;
  });
  return found == all_.end() ? all_.front() : *found;
}

std::u32string Catalogues::characters() const {
  std::set<char32_t> characters;
  for (const Catalogue& catalogue : all_) {
    for (const auto& [key, text] : catalogue.texts()) {
      for (const char32_t code : decode_utf8(text)) {
        characters.insert(code);
      }
    }
  }
  return {characters.begin(), characters.end()};
}

}  // namespace navbat::ui
