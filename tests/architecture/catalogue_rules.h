// Rules about the catalogues in assets/lang: what one language has, all have, in the form it needs.
#pragma once

#include <map>
#include <string>

#include "tests/architecture/source_tree.h"

namespace navbat::architecture {

// The seven catalogues: six languages, Uzbek in both scripts.
const std::vector<std::string>& languages();

// Key -> text of one language, and where its lines stand.
struct Catalogue {
  std::string language;
  std::string path;
  std::map<std::string, std::string> texts;
};

using Catalogues = std::vector<Catalogue>;

// Reads every assets/lang/*.json. Findings: not flat JSON of strings, a key twice, keys out of
// order (bytewise), an indent other than two spaces, a language of no known name, one of the seven
// missing.
Findings load_catalogues(const SourceTree& tree, Catalogues& catalogues);

// The CLDR categories of whole numbers in a language, such as one, few, many and other.
const std::vector<std::string>& plural_forms(const std::string& language);

// All catalogues have the same keys; a key with plural forms has exactly those of its language.
Findings check_same_keys(const Catalogues& catalogues);

// No text is empty or the key itself.
Findings check_texts_are_there(const Catalogues& catalogues);

// A text has the same {placeholders} in every language. The form "one" may leave its number out.
Findings check_placeholders(const Catalogues& catalogues);

// No word mixes Latin and Cyrillic letters, which look alike and are spoken and searched apart.
Findings check_scripts_do_not_mix(const Catalogues& catalogues);

// Every key that code names is in the catalogues, and every key of the catalogues is named by code.
// A name is a string that begins with a catalogue prefix ("kiosk.home.title"); one that ends with a
// dot or goes on as a template ("kiosk.service.", `kiosk.service.${id}`) names all keys below it.
Findings check_keys_are_used(const SourceTree& tree, const Catalogues& catalogues);

}  // namespace navbat::architecture
