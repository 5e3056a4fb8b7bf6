#include "tests/architecture/catalogue_rules.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <set>
#include <sstream>

namespace navbat::architecture {
namespace {

constexpr std::string_view kFolder = "assets/lang/";
constexpr std::array<std::string_view, 6> kCategories{"zero", "one", "two", "few", "many", "other"};
constexpr std::array<std::string_view, 8> kPrefixes{"common.", "kiosk.",   "paper.", "board.",
                                                    "teller.", "manager.", "phone.", "speech."};

// A key without its plural category, and that category ("" when it has none).
std::pair<std::string, std::string> split_plural(const std::string& key) {
  const std::size_t dot = key.rfind('.');
  if (dot == std::string::npos) return {key, ""};
  const std::string last = key.substr(dot + 1);
  const bool is_category =
      std::find(kCategories.begin(), kCategories.end(), last) != kCategories.end();
  return is_category ? std::pair{key.substr(0, dot), last} : std::pair{key, std::string()};
}

// Bases that have both "one" and "other" somewhere; "teller.reason.other" alone is an ordinary key.
std::set<std::string> plural_bases(const Catalogues& catalogues) {
  std::set<std::string> bases;
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [key, text] : catalogue.texts) {
      const auto [base, form] = split_plural(key);
      if (form == "one" && catalogue.texts.contains(base + ".other")) bases.insert(base);
    }
  }
  return bases;
}

// The keys that code uses: plural forms count as their base.
std::set<std::string> base_keys(const Catalogue& catalogue, const std::set<std::string>& plurals) {
  std::set<std::string> keys;
  for (const auto& [key, text] : catalogue.texts) {
    const auto [base, form] = split_plural(key);
    keys.insert(!form.empty() && plurals.contains(base) ? base : key);
  }
  return keys;
}

std::set<std::string> placeholders_of(const std::string& text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    names.insert(text.substr(open, close - open + 1));
  }
  return names;
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text.empty() ? "none" : text;
}

// Duplicates, order and indent are seen in the lines; a parser would hide them.
Findings line_findings(const SourceFile& file) {
  Findings findings;
  std::istringstream lines(file.text);
  std::string line;
  std::string previous;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::size_t open = line.find('"');
    if (open == std::string::npos) continue;
    const std::string where = file.path + ":" + std::to_string(number);
    if (open != 2 || line.substr(0, 2) != "  ") findings.push_back({where, "indent of two spaces"});
    const std::string key = line.substr(open + 1, line.find('"', open + 1) - open - 1);
    if (key == previous) {
      findings.push_back({where, key + " stands twice"});
    } else if (key < previous) {
      findings.push_back({where, key + " belongs before " + previous});
    }
    previous = key;
  }
  return findings;
}

Findings parse_catalogue(const SourceFile& file, Catalogue& catalogue) {
  boost::json::error_code error;
  const boost::json::value value = boost::json::parse(file.text, error);
  if (error || !value.is_object()) return {{file.path, "is no JSON object: " + error.message()}};
  Findings findings;
  for (const auto& [key, text] : value.get_object()) {
    if (text.is_string()) {
      catalogue.texts[std::string(key)] = std::string(text.get_string());
    } else {
      findings.push_back({file.path, std::string(key) + " is no string"});
    }
  }
  return findings;
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

struct Usage {
  std::string name;
  std::string where;
  bool whole_prefix = false;
};

// Strings in code that begin with a catalogue prefix.
std::vector<Usage> usages_in(const SourceFile& file) {
  std::vector<Usage> usages;
  const std::string text = is_cpp(file.path) ? without_comments(file.text) : file.text;
  for (const std::string_view prefix : kPrefixes) {
    for (std::size_t at = text.find(prefix); at != std::string_view::npos;
         at = text.find(prefix, at + 1)) {
      if (at == 0 || (text[at - 1] != '"' && text[at - 1] != '\'' && text[at - 1] != '`')) continue;
      std::size_t end = at;
      while (end < text.size() && is_key_character(text[end])) ++end;
      const std::string name = text.substr(at, end - at);
      usages.push_back({name, place(file, at), name.ends_with('.')});
    }
  }
  return usages;
}

// Tests name keys that do not exist, and readers of configuration name TOML's keys.
bool may_name_keys(const SourceFile& file) {
  return is_code(file.path) && !file.path.starts_with("tests/") &&
         file.path.find(".test.") == std::string::npos && !file.path.ends_with("config.cpp");
}

// Names of files such as "kiosk.toml" begin like keys.
bool is_file_name(const std::string& name) {
  constexpr std::array<std::string_view, 10> kEndings{".toml", ".json", ".html", ".css",    ".js",
                                                      ".ts",   ".png",  ".db",   ".sqlite", ".h"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

// Walks a text's letters; 'L' Latin, 'C' Cyrillic, ' ' neither, one for each code point.
std::string scripts_of(const std::string& text) {
  std::string scripts;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;  // the rest of a code point
    const bool ascii_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool latin = ascii_letter || (byte >= 0xC3U && byte <= 0xC9U);  // U+00C0 to U+027F
    const bool cyrillic = byte >= 0xD0U && byte <= 0xD3U;                 // U+0400 to U+04FF
    scripts += latin ? 'L' : cyrillic ? 'C' : ' ';
  }
  return scripts;
}

std::string without_placeholders(std::string text) {
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{')) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    text.replace(open, close - open + 1, " ");
  }
  return text;
}

}  // namespace

const std::vector<std::string>& languages() {
  static const std::vector<std::string> kLanguages{"az", "en", "pl", "ru", "tr", "uz", "uz-Cyrl"};
  return kLanguages;
}

const std::vector<std::string>& plural_forms(const std::string& language) {
  static const std::vector<std::string> kSlavic{"few", "many", "one", "other"};
  static const std::vector<std::string> kOthers{"one", "other"};
  return language == "ru" || language == "pl" ? kSlavic : kOthers;
}

Findings load_catalogues(const SourceTree& tree, Catalogues& catalogues) {
  Findings findings;
  std::set<std::string> missing(languages().begin(), languages().end());
  for (const SourceFile& file : tree) {
    if (!file.path.starts_with(kFolder) || !file.path.ends_with(".json")) continue;
    Catalogue catalogue;
    catalogue.path = file.path;
    catalogue.language = file.path.substr(kFolder.size());
    catalogue.language.resize(catalogue.language.size() - std::string_view(".json").size());
    if (missing.erase(catalogue.language) == 0) {
      findings.push_back({file.path, "is of no known language"});
    }
    for (const Findings& more : {line_findings(file), parse_catalogue(file, catalogue)}) {
      findings.insert(findings.end(), more.begin(), more.end());
    }
    catalogues.push_back(std::move(catalogue));
  }
  for (const std::string& language : missing) {
    findings.push_back({std::string(kFolder) + language + ".json", "is missing"});
  }
  return findings;
}

Findings check_same_keys(const Catalogues& catalogues) {
  const std::set<std::string> plurals = plural_bases(catalogues);
  std::set<std::string> all;
  for (const Catalogue& catalogue : catalogues) {
    for (const std::string& key : base_keys(catalogue, plurals)) all.insert(key);
  }
  Findings findings;
  for (const Catalogue& catalogue : catalogues) {
    const std::vector<std::string>& forms = plural_forms(catalogue.language);
    for (const std::string& key : all) {
      if (!plurals.contains(key)) {
        if (!catalogue.texts.contains(key)) findings.push_back({catalogue.path, "lacks " + key});
        continue;
      }
      for (const std::string_view category : kCategories) {
        const bool needed = std::find(forms.begin(), forms.end(), category) != forms.end();
        const std::string form = key + "." + std::string(category);
        if (needed != catalogue.texts.contains(form)) {
          findings.push_back({catalogue.path, (needed ? "lacks " : "has no use for ") + form});
        }
      }
    }
  }
  return findings;
}

Findings check_texts_are_there(const Catalogues& catalogues) {
  Findings findings;
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [key, text] : catalogue.texts) {
      const bool blank = text.find_first_not_of(' ') == std::string::npos;
      if (blank || text == key) findings.push_back({catalogue.path, key + " has no text"});
    }
  }
  return findings;
}

Findings check_placeholders(const Catalogues& catalogues) {
  const std::set<std::string> plurals = plural_bases(catalogues);
  std::map<std::string, std::pair<std::string, std::set<std::string>>>
      expected;  // key -> where, what
  Findings findings;
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [key, text] : catalogue.texts) {
      const auto [base, form] = split_plural(key);
      const bool plural = !form.empty() && plurals.contains(base);
      const std::set<std::string> names = placeholders_of(text);
      if (plural && form == "one") continue;  // compared below, once "other" is known
      const auto [first, is_new] =
          expected.try_emplace(plural ? base : key, std::pair{catalogue.path, names});
      if (!is_new && first->second.second != names) {
        findings.push_back({catalogue.path, key + " has " + joined(names) + ", " +
                                                first->second.first + " has " +
                                                joined(first->second.second)});
      }
    }
  }
  for (const Catalogue& catalogue : catalogues) {
    for (const std::string& base : plurals) {
      const auto one = catalogue.texts.find(base + ".one");
      if (one == catalogue.texts.end()) continue;
      const std::set<std::string> names = placeholders_of(one->second);
      const std::set<std::string>& most = expected[base].second;
      if (!std::includes(most.begin(), most.end(), names.begin(), names.end())) {
        findings.push_back(
            {catalogue.path, base + ".one has " + joined(names) + ", not of " + joined(most)});
      }
    }
  }
  return findings;
}

Findings check_scripts_do_not_mix(const Catalogues& catalogues) {
  Findings findings;
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [key, text] : catalogue.texts) {
      const std::string scripts = scripts_of(without_placeholders(text));
      if (scripts.find("LC") != std::string::npos || scripts.find("CL") != std::string::npos) {
        findings.push_back({catalogue.path, key + " mixes Latin and Cyrillic in a word: " + text});
      }
    }
  }
  return findings;
}

Findings check_keys_are_used(const SourceTree& tree, const Catalogues& catalogues) {
  std::set<std::string> known;
  const std::set<std::string> plurals = plural_bases(catalogues);
  for (const Catalogue& catalogue : catalogues) {
    for (const std::string& key : base_keys(catalogue, plurals)) known.insert(key);
  }
  Findings findings;
  std::set<std::string> used;
  for (const SourceFile& file : tree) {
    if (!may_name_keys(file)) continue;
    for (const Usage& usage : usages_in(file)) {
      bool found = false;
      for (const std::string& key : known) {
        const bool names = usage.whole_prefix ? key.starts_with(usage.name) : key == usage.name;
        if (!names) continue;
        used.insert(key);
        found = true;
      }
      if (!found && !is_file_name(usage.name)) {
        findings.push_back({usage.where, usage.name + " is in no catalogue"});
      }
    }
  }
  for (const std::string& key : known) {
    if (!used.contains(key)) findings.push_back({std::string(kFolder), key + " is never used"});
  }
  return findings;
}

}  // namespace navbat::architecture
