#include "ui/text/uzbek.h"

#include <algorithm>
#include <array>

#include "ui/text/utf8.h"

namespace navbat::ui {
namespace {

struct Letter {
  char32_t cyrillic;
  std::string_view latin;
};

constexpr std::array<Letter, 35> kLetters{
    {{U'а', "a"},  {U'б', "b"},  {U'в', "v"}, {U'г', "g"},  {U'д', "d"}, {U'е', "e"},
     {U'ё', "yo"}, {U'ж', "j"},  {U'з', "z"}, {U'и', "i"},  {U'й', "y"}, {U'к', "k"},
     {U'л', "l"},  {U'м', "m"},  {U'н', "n"}, {U'о', "o"},  {U'п', "p"}, {U'р', "r"},
     {U'с', "s"},  {U'т', "t"},  {U'у', "u"}, {U'ф', "f"},  {U'х', "x"}, {U'ц', "ts"},
     {U'ч', "ch"}, {U'ш', "sh"}, {U'ъ', "ʻ"}, {U'ь', ""},   {U'э', "e"}, {U'ю', "yu"},
     {U'я', "ya"}, {U'ў', "oʻ"}, {U'қ', "q"}, {U'ғ', "gʻ"}, {U'ҳ', "h"}}};

char32_t small(char32_t letter) {
  constexpr std::u32string_view kLarge = U"ЁЎҚҒҲ";
  constexpr std::u32string_view kSmall = U"ёўқғҳ";
  if (letter >= U'А' && letter <= U'Я') {
    return letter - U'А' + U'а';
  }
  const std::size_t at = kLarge.find(letter);
  return at == std::u32string_view::npos ? letter : kSmall[at];
}

// "Е" is "ye" where a syllable begins with it.
bool begins_syllable(char32_t before) {
  constexpr std::u32string_view kVowels = U"аеёиоуэюяўъь";
  const auto known = std::any_of(kLetters.begin(), kLetters.end(), [before](const Letter& letter) {
    return letter.cyrillic == before;
  });
  return !known || kVowels.find(before) != std::u32string_view::npos;
}

// The names of single letters must stay single letters: "А" alone is a capital for the voice.
std::string with_case(std::string_view latin, bool large) {
  std::string text(latin);
  if (large && !text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string latin_uzbek(std::string_view text) {
  std::string latin;
  char32_t before = U' ';
  while (!text.empty()) {
    const char32_t written = take_code_point(text);
    const char32_t letter = small(written);
    const auto* const found =
        std::find_if(kLetters.begin(), kLetters.end(),
                     [letter](const Letter& known) { return known.cyrillic == letter; });
    if (found == kLetters.end()) {
      append_utf8(latin, written);
    } else {
      const bool ye = letter == U'е' && begins_syllable(before);
      latin += with_case(ye ? "ye" : found->latin, written != letter);
    }
    before = letter;
  }
  return latin;
}

}  // namespace navbat::ui
