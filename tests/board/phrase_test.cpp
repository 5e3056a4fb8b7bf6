#include "display_board/speech/phrase.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "ui/text/catalogues.h"
#include "ui/text/spoken.h"

namespace navbat::board {
namespace {

const ui::Catalogues& catalogues() {
  static const ui::Catalogues all =
      ui::Catalogues::load(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) / "assets" / "lang",
                           {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"})
          .value();
  return all;
}

TEST(Phrase, SpellsANumberDigitByDigit) {
  EXPECT_EQ(call_phrase(catalogues().of("en"), "A042", "3", false),
            "Ticket A, zero four two, counter 3.");
  EXPECT_EQ(call_phrase(catalogues().of("tr"), "B107", "12", false),
            "B, bir sıfır yedi numara, lütfen 12 numaralı gişeye.");
}

TEST(Phrase, SendsLettersInTheVoicesScript) {
  EXPECT_EQ(ui::spell(catalogues().of("ru"), "B05"), "Бэ, ноль пять");
  EXPECT_EQ(ui::spell(catalogues().of("uz-Cyrl"), "AX05"), "А Ха, нол беш");
}

TEST(Phrase, SaysThatACallIsARepeatedOne) {
  for (const ui::Catalogue& words : catalogues().all()) {
    EXPECT_NE(call_phrase(words, "A042", "3", true), call_phrase(words, "A042", "3", false))
        << words.language();
  }
}

TEST(Phrase, SpellsTheNameOfACounterThatIsNoFigure) {
  EXPECT_EQ(spoken_counter(catalogues().of("en"), "VIP-1"), "V I P, one");
}

TEST(Phrase, EveryLabelFrom0To999HasItsWordsInEveryLanguage) {
  for (const ui::Catalogue& words : catalogues().all()) {
    const bool cyrillic = words.language() == "ru" || words.language() == "uz-Cyrl";
    for (int number = 0; number <= 999; ++number) {
      std::string figures = std::to_string(number);
      figures.insert(0, 3 - figures.size(), '0');
      const std::string label = std::string(1, static_cast<char>('A' + number % 26)) + figures;
      const std::string phrase = call_phrase(words, label, std::to_string(number % 40), false);
      ASSERT_EQ(phrase.find("speech."), std::string::npos) << phrase;
      ASSERT_EQ(phrase.find('{'), std::string::npos) << phrase;
      for (const char letter : phrase) {
        ASSERT_FALSE(cyrillic &&
                     ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')))
            << "a Latin letter for a Cyrillic voice: " << phrase;
      }
    }
  }
}

}  // namespace
}  // namespace navbat::board
