// A customer's visit by touches: what is asked of the desk, printed, shown and forgotten.

#include <gtest/gtest.h>

#include "kiosk/limits.h"
#include "tests/kiosk/kiosk_stage.h"

namespace navbat::kiosk {
namespace {

using testing::Test;

TEST(Visit, TakesTwoTouchesFromHomeToHomeAndPrintsOneTicket) {
  KioskStage stage;
  EXPECT_TRUE(stage.robot->tap("home/service/cards"));
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_EQ(stage.desk.asked, std::vector<std::string>{"cards uz"});
  ASSERT_EQ(stage.printer.printed.size(), 1U);
  EXPECT_EQ(stage.printer.printed[0], "A042-" + sample_ticket().id);
  EXPECT_TRUE(stage.robot->tap("ticket/done"));
  EXPECT_NE(stage.sees().find("home/service/cards"), nullptr);
}

TEST(Visit, ShowsThePromiseAndThePeopleAhead) {
  KioskStage stage({.first_language = "en"});
  stage.robot->tap("home/service/cards");
  EXPECT_TRUE(stage.sees().shows("about 15–25 min"));
  EXPECT_TRUE(stage.sees().shows("9 in 10 wait under 30\u00A0min"));
  EXPECT_TRUE(stage.sees().shows("4 people ahead of you"));
}

TEST(Visit, SaysSoWhenThereIsNoHonestEstimate) {
  KioskStage stage({.first_language = "en"});
  stage.desk.ticket.promise.reset();
  stage.robot->tap("home/service/cards");
  EXPECT_TRUE(stage.sees().shows("We will call you soon"));
  EXPECT_FALSE(stage.sees().shows("9 in 10"));
}

TEST(Visit, MakesOneTicketOfADoubleTap) {
  KioskStage stage({.hold_jobs = true});
  const ui::Point card = stage.sees().find("home/service/cash")->rect.center();
  for (int i = 0; i < 2; ++i) {
    stage.robot->finger_down(card);
    stage.robot->finger_up(card);
  }
  stage.run_jobs();
  EXPECT_EQ(stage.desk.asked.size(), 1U);
}

TEST(Visit, SaysThatTheTicketIsOnItsWayWhileTheDeskThinks) {
  KioskStage stage({.hold_jobs = true, .first_language = "en"});
  stage.robot->tap("home/service/cash");
  EXPECT_TRUE(stage.sees().shows("Preparing your ticket"));
  EXPECT_FALSE(stage.sees().shows("A 042"));
  stage.run_jobs();
  EXPECT_TRUE(stage.sees().shows("A 042"));
}

TEST(Visit, KeepsTheNumberOnTheScreenWhenNothingCouldBePrinted) {
  KioskStage stage({.first_language = "en"});
  stage.printer.fails = true;
  stage.robot->tap("home/service/cash");
  EXPECT_TRUE(stage.sees().shows("A 042"));
  EXPECT_TRUE(stage.sees().shows("please note your number"));
  EXPECT_EQ(stage.log.size(), 1U);
}

TEST(Visit, AsksForStaffWhenThereIsNoTicket) {
  KioskStage stage({.first_language = "en"});
  stage.desk.fails = true;
  stage.robot->tap("home/service/cash");
  EXPECT_TRUE(stage.sees().shows("Please ask a member of staff"));
  EXPECT_TRUE(stage.printer.printed.empty());
  EXPECT_TRUE(stage.robot->tap("notice/close"));
  EXPECT_NE(stage.sees().find("home/service/cash"), nullptr);
}

TEST(Visit, WarnsBeforeTheTicketClosesAndExtendsWithOneTouch) {
  KioskStage stage({.first_language = "en"});
  stage.robot->tap("home/service/cash");
  stage.robot->advance(kTicketShownFor - kTicketWarnsFor + ui::Moment{1});
  EXPECT_TRUE(stage.sees().shows("This screen is about to close"));
  EXPECT_TRUE(stage.robot->tap("ticket/more_time"));
  EXPECT_FALSE(stage.sees().shows("This screen is about to close"));
  stage.robot->advance(kTicketShownFor - ui::Moment{100});
  EXPECT_TRUE(stage.sees().shows("A 042"));
  stage.robot->advance(ui::Moment{200});
  EXPECT_NE(stage.sees().find("home/service/cash"), nullptr);
}

TEST(Visit, IsForgottenBeforeTheNextCustomer) {
  KioskStage stage;
  stage.robot->tap("bar/language/ru");
  stage.robot->tap("bar/access");
  stage.robot->advance(ui::Moment{500});
  stage.robot->tap("access/contrast");
  stage.robot->tap("access/close");
  stage.robot->advance(ui::Moment{500});
  stage.robot->tap("home/service/cash");
  EXPECT_TRUE(stage.sees().shows("Возьмите талон"));
  EXPECT_EQ(stage.desk.asked, std::vector<std::string>{"cash ru"});
  stage.robot->tap("ticket/done");
  EXPECT_TRUE(stage.sees().shows("Xush kelibsiz!"));
  EXPECT_EQ(stage.shell->theme().name, "light");
}

TEST(Home, GoesBackToTheFirstLanguageWhenNobodyTouchesIt) {
  KioskStage stage;
  stage.robot->tap("bar/language/ru");
  stage.robot->advance(kHomeResetsAfter - ui::Moment{100});
  EXPECT_TRUE(stage.sees().shows("Добро пожаловать!"));
  stage.robot->advance(ui::Moment{200});
  EXPECT_TRUE(stage.sees().shows("Xush kelibsiz!"));
}

TEST(Languages, AreChosenInTheSheetAndKeptAtHand) {
  KioskStage stage;
  EXPECT_EQ(stage.sees().find("bar/language/pl"), nullptr);
  stage.robot->tap("bar/languages");
  stage.robot->advance(ui::Moment{500});
  EXPECT_TRUE(stage.robot->tap("languages/pl"));
  stage.robot->advance(ui::Moment{500});
  EXPECT_TRUE(stage.sees().shows("Witamy!"));
  EXPECT_NE(stage.sees().find("bar/language/pl"), nullptr);
}

TEST(Languages, CloseByTheCrossOutsideAndByThemselves) {
  KioskStage stage;
  for (const auto* way : {"languages/close", "languages/outside"}) {
    stage.robot->tap("bar/languages");
    stage.robot->advance(ui::Moment{500});
    EXPECT_FALSE(stage.robot->tap("home/service/cash")) << "covered";
    EXPECT_TRUE(stage.robot->tap(way));
    stage.robot->advance(ui::Moment{500});
    EXPECT_EQ(stage.sees().find("languages/close"), nullptr);
  }
  stage.robot->tap("bar/languages");
  stage.robot->advance(kSheetClosesAfter + ui::Moment{1000});
  EXPECT_EQ(stage.sees().find("languages/close"), nullptr);
  EXPECT_TRUE(stage.desk.asked.empty());
}

TEST(LiveData, IsNotShownAsLiveOnceItIsOld) {
  KioskStage stage({.first_language = "en"});
  const ui::Moment told = stage.now;
  stage.feed.age_ = [&] { return domain::Milliseconds{stage.now - told}; };
  stage.refresh();
  EXPECT_TRUE(stage.sees().shows("about 5–10 min"));
  stage.robot->advance(kLiveFor);
  EXPECT_FALSE(stage.sees().shows("about 5–10 min"));
  EXPECT_TRUE(stage.sees().shows("Waiting times are not known just now"));
  EXPECT_TRUE(stage.robot->tap("home/service/cash")) << "tickets are issued all the same";
}

TEST(LiveData, RedrawsOnlyWhenSomethingShownHasChanged) {
  KioskStage stage;
  stage.robot->advance(ui::Moment{2000});
  stage.feed.queue_->services[domain::ServiceId("payments")].waiting = 9;
  stage.refresh();
  EXPECT_TRUE(stage.sees().shows("9 kishi"));
}

TEST(LiveData, IsLookedAtWithoutDrawingWhileItStaysFresh) {
  KioskStage stage;
  ui::Moment told{0};
  int looks = 0;
  stage.feed.age_ = [&] {
    ++looks;
    told = std::max(told, stage.now - ui::Moment{12'000});  // a silent heartbeat now and then
    return domain::Milliseconds{stage.now - told};
  };
  stage.refresh();
  const int frames = stage.scene->frames_drawn();
  const int looks_before = looks;
  stage.robot->advance(ui::Moment{45'000});
  EXPECT_GT(looks, looks_before);
  EXPECT_EQ(stage.scene->frames_drawn(), frames);
  stage.robot->advance(ui::Moment{5'000});
  EXPECT_EQ(stage.scene->frames_drawn(), frames + 1) << "the minute has changed";
}

TEST(LiveData, SaysNobodyWaitsInWords) {
  KioskStage stage({.first_language = "en"});
  EXPECT_TRUE(stage.sees().shows("no queue"));
  EXPECT_TRUE(stage.sees().shows("up to 1 min"));
  EXPECT_TRUE(stage.sees().shows("we’ll call you soon"));
  EXPECT_TRUE(stage.sees().shows("about 7 min"));
}

TEST(Clock, MovesWithTheMinute) {
  KioskStage stage;
  EXPECT_TRUE(stage.sees().shows("14:32"));
  stage.robot->advance(ui::Moment{50'100});
  EXPECT_TRUE(stage.sees().shows("14:33"));
}

}  // namespace
}  // namespace navbat::kiosk
