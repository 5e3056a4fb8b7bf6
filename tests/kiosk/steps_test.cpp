// What the screens around a visit do: typed numbers, scans, ratings, reprints and the staff menu.

#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/limits.h"
#include "kiosk/model/corner_knock.h"
#include "tests/kiosk/steps.h"

namespace navbat::kiosk {
namespace {

KioskStage& asking_for_phone(KioskStage& stage) {
  for (ServiceOffer& offer : stage.feed.facts_->services) {
    offer.asks_phone = offer.id == domain::ServiceId("loans");
  }
  stage.refresh();
  must_tap(stage, "home/service/loans");
  return stage;
}

bool anything_holds(const KioskStage& stage, const std::string& secret) {
  const auto holds = [&](const std::string& text) {
    return text.find(secret) != std::string::npos;
  };
  return std::ranges::any_of(stage.sees().texts(),
                             [&](const auto& seen) { return holds(seen.text); }) ||
         std::ranges::any_of(stage.shell->transcript().lines(),
                             [&](const auto& line) { return holds(line.text); }) ||
         std::ranges::any_of(stage.log, holds);
}

TEST(Details, SendTheNumberWithTheTicketAndHideItOnTheScreen) {
  KioskStage stage({.first_language = "en"});
  asking_for_phone(stage);
  tap_digits(stage, "details", "901234567");
  EXPECT_TRUE(stage.sees().shows("•• ••• •• 67"));
  must_tap(stage, "details/show");
  EXPECT_TRUE(stage.sees().shows("90 123 45 67"));
  must_tap(stage, "details/show");
  EXPECT_FALSE(stage.sees().shows("90 123 45 67"));
  must_tap(stage, "details/take");
  EXPECT_EQ(stage.desk.asked, std::vector<std::string>{"loans en 901234567"});
}

TEST(Details, CanBeSkipped) {
  KioskStage stage({.first_language = "en"});
  asking_for_phone(stage);
  must_tap(stage, "details/skip");
  EXPECT_EQ(stage.desk.asked, std::vector<std::string>{"loans en"});
}

TEST(Details, TakeSixteenOfTwoHundredDigitsAndNoTicketForFive) {
  KioskStage stage({.first_language = "en"});
  asking_for_phone(stage);
  stage.robot->type("12345");
  EXPECT_FALSE(stage.robot->tap("details/take"));
  stage.robot->type(std::string(195, '7'));
  EXPECT_EQ(stage.scene->navigator().visit().entry.text().size(), 16U);
  must_tap(stage, "details/take");
  EXPECT_EQ(stage.desk.asked.size(), 1U);
}

TEST(Details, MakeOneTicketOfADoubleTap) {
  KioskStage stage({.hold_jobs = true, .first_language = "en"});
  asking_for_phone(stage);
  const ui::Point skip = stage.sees().find("details/skip")->rect.center();
  for (int i = 0; i < 2; ++i) {
    stage.robot->finger_down(skip);
    stage.robot->finger_up(skip);
  }
  stage.run_jobs();
  EXPECT_EQ(stage.desk.asked.size(), 1U);
}

TEST(Details, AskBeforeTheyForgetWhatWasTyped) {
  KioskStage stage({.first_language = "en"});
  asking_for_phone(stage);
  tap_digits(stage, "details", "90123");
  stage.robot->advance(kIdleBeforeWarning);
  EXPECT_EQ(stage.scene->navigator().sheet(), Sheet::kStillThere);
  stage.robot->key("Escape");
  EXPECT_EQ(stage.scene->navigator().visit().entry.text(), "90123");
  stage.robot->advance(kIdleBeforeWarning + kStillThereFor + ui::Moment{100});
  EXPECT_EQ(stage.scene->place(), Place::kHome);
  EXPECT_TRUE(stage.scene->navigator().visit().entry.text().empty());
}

TEST(CheckIn, TakesTheTicketOfABookingByItsCodeAndByScan) {
  for (const bool scanned : {false, true}) {
    KioskStage stage({.first_language = "en"});
    stage.desk.bookings["482913"] = {
        .code = "482913", .service = domain::ServiceId("loans"), .at = {}};
    if (scanned) {
      stage.robot->scan("482913");
    } else {
      must_tap(stage, "home/check_in");
      stage.robot->type("482913");
      stage.robot->key("Return");
    }
    EXPECT_EQ(stage.desk.asked, std::vector<std::string>{"loans en 482913"});
    EXPECT_EQ(stage.scene->place(), Place::kTicket);
  }
}

TEST(CheckIn, OffersAPlainTicketToWhoIsEarly) {
  KioskStage stage({.first_language = "en"});
  stage.desk.bookings["482913"] = {
      .code = "482913", .service = domain::ServiceId("loans"), .at = {}};
  stage.desk.fails_to_issue = Refusal::kTooEarly;
  stage.desk.refused_until = domain::parse_rfc3339("2026-03-17T11:30:00.000Z").value();
  stage.robot->scan("482913");
  EXPECT_TRUE(stage.sees().shows("Check-in from 16:30"));
  stage.desk.fails_to_issue.reset();
  must_tap(stage, "notice/take");
  EXPECT_EQ(stage.desk.asked.back(), "loans en");
}

TEST(Scanner, MeetsRubbishWithAGentleWordAndAMegabyteOnce) {
  KioskStage stage({.first_language = "en"});
  stage.robot->scan("\x01\x02??%%");
  EXPECT_EQ(stage.scene->place(), Place::kNotice);
  EXPECT_TRUE(stage.sees().shows("The code could not be read"));
  must_tap(stage, "notice/close");
  EXPECT_EQ(stage.scene->place(), Place::kHome);
}

TEST(Feedback, IsGivenByNumberWithReasons) {
  KioskStage stage({.first_language = "en"});
  stage.desk.rateable["AX01"] = Rateable::kYes;
  must_tap(stage, "home/feedback");
  must_tap(stage, "feedback/letter/A");
  must_tap(stage, "feedback/letter/X");
  EXPECT_FALSE(stage.robot->tap("feedback/letter/B")) << "a series has two letters at most";
  tap_digits(stage, "feedback", "01");
  must_tap(stage, "feedback/continue");
  must_tap(stage, "feedback/score/2");
  must_tap(stage, "feedback/reason/wait");
  must_tap(stage, "feedback/reason/staff");
  must_tap(stage, "feedback/reason/wait");
  must_tap(stage, "feedback/send");
  EXPECT_EQ(stage.desk.told.back(), "rate " + sample_ticket().id + " 2 staff");
  EXPECT_TRUE(stage.sees().shows("Thank you!"));
  stage.robot->advance(kThanksShownFor + ui::Moment{100});
  EXPECT_EQ(stage.scene->place(), Place::kHome);
}

TEST(Feedback, IsGivenByScanAndKeptWhenTheCustomerWalksAway) {
  KioskStage stage({.first_language = "en"});
  stage.desk.rateable[sample_ticket().id] = Rateable::kYes;
  stage.robot->scan("https://queue.meridian.example/t/" + sample_ticket().id);
  must_tap(stage, "feedback/score/4");
  stage.robot->advance(kIdleBeforeWarning + kStillThereFor + ui::Moment{100});
  EXPECT_EQ(stage.desk.told, std::vector<std::string>{"rate " + sample_ticket().id + " 4"});
}

TEST(Reprint, PrintsTheTicketOfACrashOnce) {
  KioskStage stage({.first_language = "en"});
  stage.scene->offer_reprint(sample_ticket());
  stage.robot->settle();
  EXPECT_TRUE(stage.sees().shows("A 042"));
  const ui::Point yes = stage.sees().find("reprint/yes")->rect.center();
  for (int i = 0; i < 2; ++i) {
    stage.robot->finger_down(yes);
    stage.robot->finger_up(yes);
  }
  EXPECT_EQ(stage.printer.printed.size(), 1U);
  EXPECT_TRUE(stage.desk.asked.empty());
}

TEST(Notice, SaysWhenTheServiceOpensAndClosesByItself) {
  KioskStage stage({.first_language = "en"});
  stage.feed.openings_[domain::ServiceId("cash")] = {
      .state = Opening::kClosed,
      .opens_at = domain::parse_rfc3339("2026-03-18T04:00:00.000Z").value()};
  stage.refresh();
  must_tap(stage, "home/service/cash");
  if (stage.scene->place() == Place::kNotice) {
    EXPECT_TRUE(stage.sees().shows("Opens Wednesday, 18 March, 09:00"));
    stage.robot->advance(kNoticeShownFor + ui::Moment{100});
  }
  EXPECT_EQ(stage.scene->place(), Place::kHome);
  EXPECT_TRUE(stage.desk.asked.empty());
}

TEST(Staff, IsMetOnlyByFiveQuickTapsInTheCorner) {
  CornerKnock slow;
  for (int i = 0; i < 20; ++i) {
    EXPECT_FALSE(slow.tap(true, Moment{i * 1300}));
  }
  CornerKnock astray;
  for (int i = 0; i < 4; ++i) {
    EXPECT_FALSE(astray.tap(true, Moment{i * 100}));
  }
  EXPECT_FALSE(astray.tap(false, Moment{450}));
  EXPECT_FALSE(astray.tap(true, Moment{500}));
  CornerKnock right;
  for (int i = 0; i < 4; ++i) {
    EXPECT_FALSE(right.tap(true, Moment{i * 900}));
  }
  EXPECT_TRUE(right.tap(true, Moment{3600}));
}

TEST(Staff, IsMetByTheKeyOnAnyScreen) {
  KioskStage stage({.first_language = "en"});
  stage.robot->key("Ctrl+Alt+S");
  EXPECT_EQ(stage.scene->place(), Place::kStaffPin);
  stage.robot->key("Escape");
  EXPECT_EQ(stage.scene->place(), Place::kHome);
  must_tap(stage, "home/service/cash");
  stage.robot->key("Ctrl+Alt+S");
  EXPECT_EQ(stage.scene->place(), Place::kStaffPin);
}

TEST(Staff, NeverShowsSaysOrLogsThePin) {
  KioskStage stage({.first_language = "en"});
  stage.pin = "73194628";
  knock_five_times(stage);
  tap_digits(stage, "staff_pin", stage.pin);
  for (const std::string& part :
       {std::string("73194628"), std::string("7319"), std::string("4628")}) {
    EXPECT_FALSE(anything_holds(stage, part));
  }
  must_tap(stage, "staff_pin/continue");
  EXPECT_EQ(stage.scene->place(), Place::kStaff);
  EXPECT_FALSE(anything_holds(stage, "7319"));
}

TEST(Staff, LocksAfterFiveWrongPinsForAMinute) {
  KioskStage stage({.first_language = "en"});
  knock_five_times(stage);
  for (int i = 0; i < kPinTries; ++i) {
    tap_digits(stage, "staff_pin", "1111");
    must_tap(stage, "staff_pin/continue");
  }
  EXPECT_TRUE(stage.sees().shows("Too many attempts"));
  stage.robot->type("2580");
  EXPECT_FALSE(stage.robot->tap("staff_pin/continue"));
  stage.robot->advance(kPinLockedFor);
  EXPECT_FALSE(stage.sees().shows("Too many attempts"));
  tap_digits(stage, "staff_pin", "2580");
  must_tap(stage, "staff_pin/continue");
  EXPECT_EQ(stage.scene->place(), Place::kStaff);
}

TEST(Staff, SeesTheReasonsOfPrinterAndLink) {
  KioskStage stage({.first_language = "en"});
  stage.feed.link_ = {.online = false, .refused = false, .last_contact = {}, .waiting_to_send = 17};
  stage.refresh();
  stage.scene->printer_is(PrinterHealth::kCoverOpen, "cover sensor");
  open_staff_menu(stage);
  EXPECT_TRUE(stage.sees().shows("cover is open"));
  EXPECT_TRUE(stage.sees().shows("cover sensor"));
  EXPECT_TRUE(stage.sees().shows("no connection"));
  EXPECT_TRUE(stage.sees().shows("17 messages waiting to be sent"));
  EXPECT_TRUE(stage.sees().shows("kiosk-1, version 1.0"));
}

TEST(Staff, ReprintsAndVoidsATicketWithAReason) {
  KioskStage stage({.first_language = "en"});
  stage.desk.given = sample_tickets();
  const std::string id = stage.desk.given.front().id;
  open_staff_menu(stage);
  must_tap(stage, "staff/tickets");
  EXPECT_TRUE(stage.sees().shows("print not certain"));
  must_tap(stage, "staff/ticket/" + id);
  must_tap(stage, "staff/reprint");
  ASSERT_EQ(stage.printer.printed.size(), 1U);
  EXPECT_TRUE(stage.sees().shows("B 117 is on its way to the printer"));
  must_tap(stage, "staff/ticket/" + id);
  must_tap(stage, "staff/void");
  must_tap(stage, "staff/void/left");
  EXPECT_EQ(stage.desk.told.back(), "void " + id + " left");
  EXPECT_TRUE(stage.sees().shows("voided"));
  must_tap(stage, "staff/ticket/" + id);
  EXPECT_FALSE(stage.robot->tap("staff/reprint")) << "what is void is not printed";
}

TEST(Staff, TakesTheTerminalOutOfServiceAndBack) {
  KioskStage stage({.first_language = "en"});
  open_staff_menu(stage);
  must_tap(stage, "staff/out");
  stage.robot->key("Escape");
  EXPECT_EQ(stage.scene->place(), Place::kOutOfService);
  EXPECT_FALSE(stage.robot->tap("home/service/cash"));
  open_staff_menu(stage);
  must_tap(stage, "staff/out");
  stage.robot->key("Escape");
  EXPECT_EQ(stage.scene->place(), Place::kHome);
  EXPECT_EQ(stage.done, (std::vector<std::string>{"out of service", "in service"}));
}

TEST(Staff, TestsPrintAndSoundSetsTheVolumeAndLeaves) {
  KioskStage stage({.first_language = "en"});
  open_staff_menu(stage);
  must_tap(stage, "staff/test_print");
  EXPECT_EQ(stage.printer.printed.size(), 1U);
  EXPECT_TRUE(stage.sees().shows("The test page is on its way to the printer"));
  must_tap(stage, "staff/sound");
  must_tap(stage, "staff/louder");
  must_tap(stage, "staff/test");
  stage.robot->key("Escape");
  must_tap(stage, "staff/leave");
  EXPECT_EQ(stage.done, (std::vector<std::string>{"volume 70", "test sound", "left"}));
}

TEST(Staff, LeavesNoOpenMenuBehind) {
  KioskStage stage({.first_language = "en"});
  open_staff_menu(stage);
  stage.robot->advance(kStaffMenuClosesAfter + ui::Moment{100});
  EXPECT_EQ(stage.scene->place(), Place::kHome);
}

}  // namespace
}  // namespace navbat::kiosk
