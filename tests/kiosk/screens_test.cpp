// Every screen in every language and look, by real touches: nothing cut, nothing too small, nothing
// faint.

#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "tests/kiosk/kiosk_stage.h"
#include "ui/draw/color.h"

namespace navbat::kiosk {
namespace {

enum class Look { kPlain, kContrast, kLarge, kLargeContrast };

std::string name_of(Look look) {
  switch (look) {
    case Look::kPlain:
      return "plain";
    case Look::kContrast:
      return "contrast";
    case Look::kLarge:
      return "large";
    case Look::kLargeContrast:
      break;
  }
  return "large_contrast";
}

constexpr double kLeastContrast = 4.5;
constexpr float kLeastCapMm = 7.3F;
constexpr float kLeastTargetMm = 20.0F;
constexpr float kSlack = 0.02F;

void check_texts(const KioskStage& stage, const std::string& where, ui::Size size) {
  const ui::Rect screen{0, 0, size.w, size.h};
  ASSERT_FALSE(stage.sees().texts().empty()) << where;
  for (const ui::SeenText& seen : stage.sees().texts()) {
    const std::string what = where + " \"" + seen.text + "\"";
    EXPECT_FALSE(seen.cut) << what;
    EXPECT_GE(seen.cap_mm, kLeastCapMm - kSlack) << what;
    EXPECT_GE(ui::contrast(seen.color, seen.on), kLeastContrast) << what;
    EXPECT_EQ(seen.text.find('{'), std::string::npos) << what;
    EXPECT_FALSE(seen.text.starts_with("kiosk.") || seen.text.starts_with("common.")) << what;
    if (!seen.ink.overlaps(screen)) continue;  // still inside the slot
    EXPECT_TRUE(screen.encloses(seen.ink)) << what;
  }
}

void check_targets(const KioskStage& stage, const std::string& where, float units_per_mm) {
  std::set<std::string> ids;
  for (const ui::SeenTarget& target : stage.sees().targets()) {
    const std::string what = where + " " + target.id;
    EXPECT_TRUE(ids.insert(target.id).second) << what << " twice";
    EXPECT_FALSE(target.label.empty()) << what;
    if (target.id == "languages/outside") continue;  // the rest of the screen, not a button
    EXPECT_GE(target.rect.w / units_per_mm, kLeastTargetMm - kSlack) << what;
    EXPECT_GE(target.rect.h / units_per_mm, kLeastTargetMm - kSlack) << what;
  }
  const auto& targets = stage.sees().targets();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t k = i + 1; k < targets.size(); ++k) {
      if (!targets[i].enabled || !targets[k].enabled) continue;
      EXPECT_FALSE(targets[i].rect.inset(1).overlaps(targets[k].rect.inset(1)))
          << where << " " << targets[i].id << " over " << targets[k].id;
    }
  }
}

class EveryLook : public testing::TestWithParam<std::tuple<std::string, Look, float>> {
 protected:
  EveryLook()
      : language_(std::get<0>(GetParam())),
        look_(std::get<1>(GetParam())),
        width_mm_(std::get<2>(GetParam())),
        stage_({.width_mm = width_mm_, .first_language = language_}) {
    put_on_look();
  }

  void put_on_look() {
    if (look_ == Look::kContrast || look_ == Look::kLargeContrast) {
      EXPECT_TRUE(stage_.robot->tap("home/contrast"));
    }
    if (look_ == Look::kLarge || look_ == Look::kLargeContrast) {
      EXPECT_TRUE(stage_.robot->tap("home/large_text"));
    }
  }

  void check(const std::string& screen) {
    stage_.robot->advance(ui::Moment{1500});  // let everything come to rest
    const std::string where = screen + " " + language_ + " " + name_of(look_);
    check_texts(stage_, where, stage_.shell->logical_size());
    check_targets(stage_, where, 1080 / width_mm_);
  }

  std::string language_;
  Look look_;
  float width_mm_;
  KioskStage stage_;
};

TEST_P(EveryLook, HomeAndItsSheetAreWholeAndReadable) {
  check("home");
  ASSERT_TRUE(stage_.robot->tap("home/languages"));
  check("languages");
  ASSERT_TRUE(stage_.robot->tap("languages/close"));
  stage_.feed.age_ = [] { return domain::Milliseconds{40'000}; };
  stage_.refresh();
  check("home without live data");
  stage_.feed.facts_->services.clear();
  stage_.refresh();
  check("home before the first contact");
}

TEST_P(EveryLook, TicketIsWholeAndReadableUntilItCloses) {
  ASSERT_TRUE(stage_.robot->tap("home/service/payments"));
  check("ticket");
  stage_.robot->advance(ui::Moment{16'000});
  check("ticket about to close");
}

TEST_P(EveryLook, TicketWithLongTextsIsWholeAndReadable) {
  stage_.desk.ticket.label = "DX117";
  stage_.desk.ticket.people_ahead = 111;
  stage_.desk.ticket.promise = domain::PromiseRange{100, 125, 145};
  ASSERT_TRUE(stage_.robot->tap("home/service/business"));
  check("long ticket");
}

TEST_P(EveryLook, TicketWithoutPromiseAndPaperIsWholeAndReadable) {
  stage_.desk.ticket.promise.reset();
  stage_.desk.ticket.people_ahead = 0;
  stage_.printer.fails = true;
  ASSERT_TRUE(stage_.robot->tap("home/service/loans"));
  check("ticket without paper");
}

TEST_P(EveryLook, TroubleIsWholeAndReadable) {
  stage_.desk.fails = true;
  ASSERT_TRUE(stage_.robot->tap("home/service/cash"));
  check("trouble");
}

std::string case_name(const testing::TestParamInfo<EveryLook::ParamType>& info) {
  std::string name = std::get<0>(info.param) + "_" + name_of(std::get<1>(info.param)) + "_" +
                     std::to_string(static_cast<int>(std::get<2>(info.param))) + "mm";
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryLook,
                         testing::Combine(testing::ValuesIn(kLanguages),
                                          testing::Values(Look::kPlain, Look::kContrast,
                                                          Look::kLarge, Look::kLargeContrast),
                                          testing::Values(267.7F)),
                         case_name);

// A 27" and a 32" screen, one language each way.
INSTANTIATE_TEST_SUITE_P(LargerScreens, EveryLook,
                         testing::Combine(testing::Values("ru", "pl"),
                                          testing::Values(Look::kPlain, Look::kLarge),
                                          testing::Values(336.0F, 398.0F)),
                         case_name);

}  // namespace
}  // namespace navbat::kiosk
