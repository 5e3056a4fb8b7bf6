// Every screen in every language, look and way up, by real touches: nothing cut, nothing too small,
// nothing faint, everything reached by hand and by keypad, everything spoken.

#include <gtest/gtest.h>

#include "kiosk/limits.h"
#include "tests/kiosk/sample_branch.h"
#include "tests/kiosk/screen_checks.h"

namespace navbat::kiosk {
namespace {

class Screens : public EveryLook {
 protected:
  void tap(const std::string& id) {
    stage_.robot->advance(ui::Moment{500});
    if (!stage_.robot->tap(id)) {
      std::string seen;
      for (const ui::SeenTarget& target : stage_.sees().targets()) {
        seen += " " + target.id + (target.enabled ? "" : " (dead)");
      }
      FAIL() << "no " << id << " among" << seen;
    }
  }
  // Large letters leave room for fewer services at once.
  void open_entry(const std::string& id) {
    stage_.robot->advance(ui::Moment{500});
    while (stage_.sees().find("home/previous") != nullptr) {
      tap("home/previous");
    }
    while (stage_.sees().find(id) == nullptr && stage_.sees().find("home/next") != nullptr) {
      tap("home/next");
    }
    tap(id);
  }
  void back_home() {
    stage_.robot->advance(ui::Moment{500});
    EXPECT_TRUE(stage_.robot->tap("bar/back"));
    stage_.robot->advance(ui::Moment{500});
  }
};

TEST_P(Screens, HomeAndItsSheetsAreWholeAndReadable) {
  check("home");
  tap("bar/languages");
  check("languages");
  tap("languages/close");
  tap("bar/access");
  check("access");
  tap("access/close");
  close_some(stage_.feed);
  stage_.refresh();
  check("home with closed services");
  cut_line(stage_.feed);
  stage_.scene->printer_is(PrinterHealth::kPaperOut, "paper out");
  stage_.refresh();
  check("home offline without paper");
  stage_.feed.own_waits_.clear();
  stage_.refresh();
  check("home without any waits");
  stage_.feed.facts_->services.clear();
  stage_.refresh();
  check("home before the first contact");
}

TEST_P(Screens, MenusOfEverySizeAreWholeAndReadable) {
  for (const int count : {1, 3, 8, 12}) {
    set_services(stage_.feed, count);
    stage_.refresh();
    check("home of " + std::to_string(count));
  }
  for (int page = 2; stage_.sees().find("home/next") != nullptr; ++page) {
    tap("home/next");
    check("page " + std::to_string(page));
  }
  while (stage_.sees().find("home/previous") != nullptr) {
    tap("home/previous");
  }
  set_services(stage_.feed, 6);
  add_groups(stage_.feed);
  stage_.refresh();
  check("home with groups");
  open_entry("home/group/private");
  check("group");
  open_entry("home/group/money");
  check("group in a group");
}

TEST_P(Screens, SuggestionsAreWholeAndReadable) {
  add_alternatives(stage_.feed);
  stage_.refresh();
  open_entry("home/service/cards");
  check("suggestions");
  for (const std::string option : {"atm", "app", "later"}) {
    if (stage_.sees().find("suggestion/option/" + option) == nullptr) {
      EXPECT_TRUE(stage_.shell->theme().large_text && option == "later") << option;
      continue;  // the one that saves least had no room
    }
    tap("suggestion/option/" + option);
    check("taken " + option);
    back_home();
  }
  back_home();
  open_entry("home/service/payments");
  check("suggestion of another branch");
  tap("suggestion/option/yunusobod");
  check("taken another branch");
  stage_.robot->advance(kIdleBeforeWarning);
  check("still there");
}

TEST_P(Screens, TicketsAreWholeAndReadable) {
  open_entry("home/service/payments");
  check("ticket");
  stage_.robot->advance(ui::Moment{14'000});
  check("ticket about to close");
}

TEST_P(Screens, TicketsWithLongTextsAreWholeAndReadable) {
  stage_.desk.ticket.label = "DX117";
  stage_.desk.ticket.people_ahead = 111;
  stage_.desk.ticket.promise = domain::PromiseRange{100, 125, 145};
  stage_.printer.in_doubt = true;
  open_entry("home/service/business");
  check("long ticket in doubt");
}

TEST_P(Screens, TicketsWithoutPromiseAndPaperAreWholeAndReadable) {
  stage_.desk.ticket.promise.reset();
  stage_.desk.ticket.people_ahead = 0;
  stage_.printer.fails = true;
  open_entry("home/service/loans");
  check("ticket without paper");
}

INSTANTIATE_TEST_SUITE_P(Every, Screens, every_look(), name_of_look);

class Attract : public testing::TestWithParam<std::tuple<std::string, Way>> {};

TEST_P(Attract, IsWholeAndReadable) {
  StageSpec spec = stage_of(std::get<0>(GetParam()), std::get<1>(GetParam()));
  spec.attract_after = ui::Moment{60'000};
  KioskStage stage(spec);
  stage.robot->advance(ui::Moment{61'000});
  check_screen(stage, "attract " + std::get<0>(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Every, Attract,
                         testing::Combine(testing::ValuesIn(kLanguages),
                                          testing::Values(Way::kPortrait, Way::kLandscape)));

// The hand's way and the keypad's are the same: what can be touched can be chosen.
TEST(Keypad, WorksOnEveryTargetOfEveryScreen) {
  const auto visit = [](std::vector<std::string> taps) {
    return [taps = std::move(taps)] {
      auto stage = std::make_unique<KioskStage>();
      add_alternatives(stage->feed);
      stage->refresh();
      for (const std::string& id : taps) {
        stage->robot->advance(ui::Moment{500});
        EXPECT_TRUE(stage->robot->tap(id)) << id;
      }
      stage->robot->advance(ui::Moment{500});
      return stage;
    };
  };
  check_that_keypad_works("home", visit({}), "bar/language/uz");
  check_that_keypad_works("suggestion", visit({"home/service/cards"}));
  check_that_keypad_works("taken", visit({"home/service/cards", "suggestion/option/app"}));
  check_that_keypad_works("ticket", visit({"home/service/loans"}));
  check_that_keypad_works("languages", visit({"bar/languages"}), "languages/uz");
}

// Twice the pixels on the same glass: the same layout in millimetres.
TEST(Resolution, ChangesNothingButPixels) {
  KioskStage stage({.scale = 2, .first_language = "ru"});
  check_screen(stage, "home 4k");
  EXPECT_TRUE(stage.robot->tap("home/service/payments"));
  check_screen(stage, "ticket 4k");
}

}  // namespace
}  // namespace navbat::kiosk
