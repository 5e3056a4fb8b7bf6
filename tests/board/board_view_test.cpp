#include <gtest/gtest.h>

#include <map>

#include "display_board/view/words.h"
#include "tests/board/picture_stage.h"
#include "ui/draw/color.h"

namespace navbat::board {
namespace {

// Judges all texts of what a stage shows.
void expect_readable(const PictureStage& stage, const std::string& where, double contrast) {
  const Layout& layout = stage.layout();
  const ui::Rect screen{0, 0, layout.design.w, layout.design.h};
  const double least_mm = static_cast<double>(layout.least * layout.mm_per_unit) * 0.99;
  const auto& texts = stage.sees().texts();
  EXPECT_FALSE(texts.empty()) << where;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const ui::SeenText& text = texts[i];
    EXPECT_FALSE(text.cut) << where << ": " << text.text;
    EXPECT_TRUE(screen.encloses(text.ink)) << where << ": " << text.text;
    EXPECT_GE(text.cap_mm, least_mm) << where << ": " << text.text;
    EXPECT_GE(ui::contrast(text.color, text.on), contrast) << where << ": " << text.text;
    EXPECT_EQ(text.text.find("board."), std::string::npos) << "a missing key: " << text.text;
    EXPECT_EQ(text.text.find('{'), std::string::npos) << "an unfilled slot: " << text.text;
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(text.ink.inset(0.5F).overlaps(texts[j].ink.inset(0.5F)))
          << where << ": " << text.text << " over " << texts[j].text;
    }
  }
}

void expect_every_state_readable(PictureStage& stage, LayoutKind kind,
                                 const std::vector<std::string>& languages,
                                 const std::string& where, double contrast) {
  for (const SampleState& state : states_of(kind)) {
    for (int turn = 0; turn < 3; ++turn) {
      Sample sample = usual_day(languages);
      state.set(sample);
      sample.picture.turn = turn;
      sample.picture.ticker.tip = turn;
      stage.show(std::move(sample));
      expect_readable(stage, where + "/" + state.name, contrast);
    }
  }
}

class EveryLayout : public ::testing::TestWithParam<NamedLayout> {};

TEST_P(EveryLayout, ReadsWellInEveryLanguageAndState) {
  PictureStage stage({.spec = GetParam().spec});
  for (const std::string& language : kLanguages) {
    expect_every_state_readable(stage, GetParam().spec.kind, {language},
                                GetParam().name + "/" + language, 4.5);
  }
}

TEST_P(EveryLayout, ReadsWellWithLanguagesSideBySide) {
  PictureStage stage({.spec = GetParam().spec});
  const std::vector<std::vector<std::string>> together{
      {"uz", "ru"}, {"uz", "ru", "en"}, {"pl", "ru", "tr"}, {"az", "uz-Cyrl", "en"}};
  for (const auto& languages : together) {
    expect_every_state_readable(stage, GetParam().spec.kind, languages,
                                GetParam().name + "/" + languages.front() + "+", 4.5);
  }
}

TEST_P(EveryLayout, ReadsWellInHighContrast) {
  PictureStage stage({.spec = GetParam().spec, .contrast = Contrast::kHigh});
  for (const char* language : {"uz", "pl", "ru"}) {
    expect_every_state_readable(stage, GetParam().spec.kind, {language},
                                GetParam().name + "/high/" + language, 7);
  }
}

INSTANTIATE_TEST_SUITE_P(Board, EveryLayout, ::testing::ValuesIn(layouts()), [](const auto& name) {
  std::string result = name.param.name;
  std::erase(result, '-');
  return result;
});

}  // namespace
}  // namespace navbat::board
