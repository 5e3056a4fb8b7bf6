#include "tests/kiosk/screen_checks.h"

#include <algorithm>
#include <set>

#include "ui/draw/color.h"

namespace navbat::kiosk {
namespace {

constexpr double kLeastContrast = 4.5;
constexpr float kLeastCapMm = 7.3F;
constexpr float kLeastTargetMm = 20.0F;
constexpr float kSlack = 0.02F;

// The ground beside a sheet: the rest of the screen and no button.
bool is_ground(const ui::SeenTarget& target) { return !target.by_keypad; }

void check_texts(const KioskStage& stage, const std::string& where) {
  const ui::Size size = stage.shell->logical_size();
  const ui::Rect screen{0, 0, size.w, size.h};
  ASSERT_FALSE(stage.sees().texts().empty()) << where;
  for (const ui::SeenText& seen : stage.sees().texts()) {
    const std::string what = where + " \"" + seen.text + "\"";
    EXPECT_FALSE(seen.cut) << what;
    EXPECT_GE(seen.cap_mm, kLeastCapMm - kSlack) << what;
    EXPECT_GE(ui::contrast(seen.color, seen.on), kLeastContrast) << what;
    EXPECT_EQ(seen.text.find('{'), std::string::npos) << what;
    EXPECT_FALSE(seen.text.starts_with("kiosk.") || seen.text.starts_with("common.") ||
                 seen.text.starts_with("speech."))
        << what;
    EXPECT_TRUE(screen.encloses(seen.ink)) << what;
  }
  const auto& texts = stage.sees().texts();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      if (texts[i].covered || texts[k].covered) continue;
      EXPECT_FALSE(texts[i].ink.overlaps(texts[k].ink.inset(1)))
          << where << " \"" << texts[i].text << "\" over \"" << texts[k].text << "\"";
    }
  }
}

void check_targets(const KioskStage& stage, const std::string& where) {
  const ui::Size size = stage.shell->logical_size();
  const float reach = stage.shell->reach() > 0 ? stage.shell->reach() * stage.units_per_mm : size.h;
  const ui::Rect zone{0, size.h - reach, size.w, reach};
  std::set<std::string> ids;
  const auto& targets = stage.sees().targets();
  for (const ui::SeenTarget& target : targets) {
    const std::string what = where + " " + target.id;
    EXPECT_TRUE(ids.insert(target.id).second) << what << " twice";
    EXPECT_FALSE(target.label.empty()) << what;
    if (is_ground(target)) continue;
    EXPECT_GE(target.rect.w / stage.units_per_mm, kLeastTargetMm - kSlack) << what;
    EXPECT_GE(target.rect.h / stage.units_per_mm, kLeastTargetMm - kSlack) << what;
    if (target.enabled) {
      EXPECT_TRUE(zone.encloses(target.rect)) << what << " is out of reach";
    }
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t k = i + 1; k < targets.size(); ++k) {
      if (!targets[i].enabled || !targets[k].enabled) continue;
      EXPECT_FALSE(targets[i].rect.inset(1).overlaps(targets[k].rect.inset(1)))
          << where << " " << targets[i].id << " over " << targets[k].id;
    }
  }
}

std::vector<std::string> live_targets(const KioskStage& stage) {
  std::vector<std::string> ids;
  for (const ui::SeenTarget& target : stage.sees().targets()) {
    if (target.enabled && !is_ground(target)) {
      ids.push_back(target.id);
    }
  }
  return ids;
}

// The keypad steps through the places that the frame declared; each target must be one of them.
void check_focus(KioskStage& stage, const std::string& where) {
  stage.robot->key("Right");
  stage.robot->key("Right");  // the first one leaves what news may just have taken away
  EXPECT_TRUE(stage.sees().ring()) << where << ": no mark on what the keypad has reached";
  const auto& places = stage.shell->focus().places();
  for (const std::string& id : live_targets(stage)) {
    EXPECT_NE(std::ranges::find(places, id, &ui::Focus::Place::id), places.end())
        << where << " " << id << " cannot be reached by keypad";
  }
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// "12–17": a voice reads the dash as nothing or as "minus".
bool has_range_sign(const std::string& text) {
  const std::string dash = "–";
  const std::size_t at = text.find(dash);
  return at != std::string::npos && at > 0 && std::isdigit(text[at - 1]) != 0 &&
         at + dash.size() < text.size() && std::isdigit(text[at + dash.size()]) != 0;
}

void check_speech(const KioskStage& stage, const std::string& where) {
  const auto& lines = stage.shell->transcript().lines();
  ASSERT_FALSE(lines.empty()) << where;
  for (const ui::Transcript::Line& line : lines) {
    EXPECT_FALSE(has_range_sign(line.text)) << where << " says \"" << line.text << "\"";
    EXPECT_EQ(line.text.find('{'), std::string::npos) << where << " says \"" << line.text << "\"";
  }
  for (const std::string& id : live_targets(stage)) {
    EXPECT_NE(stage.shell->transcript().line_of(id), nullptr) << where << " " << id << " is mute";
  }
  const auto& targets = stage.sees().targets();
  for (const ui::SeenText& seen : stage.sees().texts()) {
    if (seen.silent || seen.covered) continue;
    const bool on_target = std::ranges::any_of(targets, [&](const ui::SeenTarget& target) {
      return !is_ground(target) && target.rect.contains(seen.ink.center());
    });
    const bool said = std::ranges::any_of(
        lines, [&](const ui::Transcript::Line& line) { return holds(line.text, seen.spoken); });
    EXPECT_TRUE(said || on_target) << where << " does not say \"" << seen.text << "\"";
  }
}

// All that an activated target may change.
std::string state_of(const KioskStage& stage) {
  const Preferences& p = stage.scene->navigator().preferences();
  const auto ends = stage.scene->navigator().ends_at();
  std::string state = stage.scene->navigator().page() + "|" + p.language + "|" +
                      std::to_string(static_cast<int>(stage.scene->navigator().sheet()));
  for (const bool on : {p.high_contrast, p.large_text, p.lowered, p.speech}) {
    state += on ? "1" : "0";
  }
  for (const auto* said : {&stage.desk.asked, &stage.desk.told, &stage.done}) {
    state += "|" + std::to_string(said->size());
  }
  state += "|" + stage.scene->navigator().visit().entry.text();
  state += "|" + std::to_string(ends ? ends->count() : 0);
  return state;
}

}  // namespace

std::string name_of(Look look) {
  switch (look) {
    case Look::kPlain:
      return "plain";
    case Look::kContrast:
      return "contrast";
    case Look::kLarge:
      return "large";
    case Look::kLargeContrast:
      return "large_contrast";
    case Look::kLowered:
      break;
  }
  return "lowered";
}

StageSpec stage_of(const std::string& language, Way way) {
  StageSpec spec{.first_language = language};
  if (way == Way::kLandscape) {
    spec.size = {1920, 1080};
    spec.width_mm = 476;
  }
  return spec;
}

void put_on(KioskStage& stage, Look look) {
  const auto choose = [&stage](const std::string& id) {
    EXPECT_TRUE(stage.robot->tap(id)) << id;
    stage.robot->advance(ui::Moment{500});
  };
  if (look == Look::kPlain) {
    return;
  }
  choose("bar/access");
  if (look == Look::kContrast || look == Look::kLargeContrast) {
    choose("access/contrast");
  }
  if (look == Look::kLarge || look == Look::kLargeContrast) {
    choose("access/large_text");
  }
  if (look == Look::kLowered) {
    choose("access/lowered");
  }
  choose("access/close");
}

void check_screen(KioskStage& stage, const std::string& where) {
  stage.robot->advance(ui::Moment{1500});
  check_texts(stage, where);
  check_targets(stage, where);
  check_speech(stage, where);
  check_focus(stage, where);
}

bool choose_by_keypad(KioskStage& stage, const std::string& id) {
  for (std::size_t i = stage.sees().targets().size() + 1; i > 0; --i) {
    stage.robot->key("Right");
    if (stage.sees().ring() && stage.sees().ring()->id == id) {
      stage.robot->key("Return");
      return true;
    }
  }
  return false;
}

void check_that_keypad_works(const std::string& where,
                             const std::function<std::unique_ptr<KioskStage>()>& open,
                             const std::string& chosen_already) {
  std::vector<std::string> ids = live_targets(*open());
  std::erase(ids, chosen_already);
  ASSERT_FALSE(ids.empty()) << where;
  for (const std::string& id : ids) {
    const auto stage = open();
    const std::string before = state_of(*stage);
    stage->robot->advance(ui::Moment{100});  // or nothing could be told from "more time"
    ASSERT_TRUE(choose_by_keypad(*stage, id)) << where << " " << id;
    EXPECT_NE(state_of(*stage), before) << where << " " << id << " does nothing";
  }
}

EveryLook::EveryLook()
    : language_(std::get<0>(GetParam())),
      look_(std::get<1>(GetParam())),
      way_(std::get<2>(GetParam())),
      stage_(stage_of(language_, way_)) {
  put_on(stage_, look_);
}

void EveryLook::check(const std::string& screen) { check_screen(stage_, screen); }

std::string name_of_look(const testing::TestParamInfo<EveryLook::ParamType>& info) {
  std::string name = std::get<0>(info.param) + "_" + name_of(std::get<1>(info.param)) +
                     (std::get<2>(info.param) == Way::kLandscape ? "_landscape" : "");
  std::ranges::replace(name, '-', '_');
  return name;
}

}  // namespace navbat::kiosk
