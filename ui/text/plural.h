#pragma once
// CLDR plural rules for whole numbers in the languages that Navbat speaks.

#include <cstdint>
#include <span>
#include <string_view>

namespace navbat::ui {

enum class PluralForm { kOne, kFew, kMany, kOther };

// "one", "few", "many", "other": the suffix of a catalogue key.
std::string_view to_string(PluralForm form);

// Unicode CLDR 42, "Language Plural Rules". A language without a rule of its own counts like
// English.
PluralForm plural_form(std::string_view language, std::int64_t count);

// The forms that a language needs for whole numbers, and kOther, which every catalogue holds.
std::span<const PluralForm> plural_forms(std::string_view language);

}  // namespace navbat::ui
