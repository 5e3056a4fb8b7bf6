#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/board/board_stage.h"
#include "ui/draw/color.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class EveryLanguage : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryLanguage, NothingIsCutOrOutsideOrUnreadableInAnyState) {
  for (const NamedState& state : board_states()) {
    BoardStage stage({.languages = {GetParam()}});
    state.set(stage);
    const ui::Rect screen{0, 0, kDesignWidth, kDesignHeight};
    EXPECT_FALSE(stage.sees().texts().empty()) << state.name;
    for (const ui::SeenText& text : stage.sees().texts()) {
      EXPECT_FALSE(text.cut) << state.name << ": " << text.text;
      EXPECT_TRUE(screen.encloses(text.ink)) << state.name << ": " << text.text;
      EXPECT_GE(ui::contrast(text.color, text.on), 4.5) << state.name << ": " << text.text;
      EXPECT_EQ(text.text.find("board."), std::string::npos) << "a missing key: " << text.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Board, EveryLanguage, ::testing::ValuesIn(kLanguages),
                         [](const auto& name) {
                           std::string result = name.param;
                           std::erase(result, '-');
                           return result;
                         });

TEST(Board, ShowsACallAndReportsItOnce) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  EXPECT_FALSE(stage.sees().shows("A 042"));
  stage.branch.call("A042", "3");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_TRUE(stage.sees().shows("Chaqirilmoqda"));
  stage.pass(3s);
  EXPECT_THAT(stage.shown, ElementsAre("A042"));
  EXPECT_THAT(stage.announced, ElementsAre("A042"));
}

TEST(Board, ShowsTwoCallsOfOneMomentAtOnceAndSpeaksThemInTurn) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.branch.call("A042", "3");
  stage.branch.call("B007", "5");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_TRUE(stage.sees().shows("B 007"));
  EXPECT_THAT(stage.announced, ElementsAre("A042"));
  stage.pass(5s);
  EXPECT_THAT(stage.announced, ElementsAre("A042", "B007"));
}

TEST(Board, UsesTheWordsOfTheTicketsLanguageForItsCall) {
  BoardStage stage({.languages = {"uz"}});
  stage.branch.snapshot(stage.branch.picture());
  stage.branch.call("A042", "3", "ru");
  stage.settle();
  EXPECT_TRUE(stage.sees().shows("Приглашаем"));
  EXPECT_TRUE(stage.sees().shows("Navbatda"));
}

TEST(Board, LooksAfterItsNewsWithoutDrawingBetweenCalls) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  stage.pass(3s);
  const int drawn = stage.frames;
  stage.pass(40s);
  // Three changes of the footer and one minute.
  EXPECT_LE(stage.frames - drawn, 4);
}

TEST(Board, SaysThatItWasCutOffAndRecovers) {
  BoardStage stage;
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  stage.pass(6s, false);
  EXPECT_TRUE(stage.sees().shows("yangilik yoʻq"));
  stage.pass(25s, false);
  EXPECT_TRUE(stage.sees().shows("bank xodimiga murojaat"));
  EXPECT_FALSE(stage.sees().shows("Navbatda"));
  stage.branch.snapshot(stage.branch.picture());
  stage.settle();
  EXPECT_FALSE(stage.sees().shows("yangilik yoʻq"));
  EXPECT_TRUE(stage.sees().shows("Navbatda"));
}

}  // namespace
}  // namespace navbat::board
