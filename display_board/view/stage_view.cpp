#include <algorithm>
#include <string>
#include <vector>

#include "display_board/view/parts.h"
#include "ui/text/labels.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::Moment;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr Moment kArrival{450};
constexpr float kCaption = 62;  // height of the line above the number
constexpr float kCaptionGap = 14;
constexpr float kArrows = 128;
constexpr float kLeastPlate = 236;

// How much larger than in the list a counter's name may be: one word, and a sentence, which needs
// its room.
constexpr float kNameGrowth = 2;
constexpr float kLongNameGrowth = 1.02F;
constexpr std::size_t kLongName = 14;

// One call on its way to the pixels.
struct Scene {
  const View& view;
  const Ground& ground;
  char32_t icon;
  const char* caption;
  std::string label;
  const std::string& counter;
  const ui::Catalogue* words;  // of the ticket while it is for one person; null: everybody's
  bool news;
  float beat;
};

Scene scene_of(const View& view) {
  const Stage& stage = view.picture.stage;
  const Look& look = view.look;
  const bool recall = stage.kind == StageKind::kRecall;
  const bool news = recall || stage.kind == StageKind::kCall;
  return {.view = view,
          .ground = recall ? look.recall
                    : news ? look.call
                           : look.past,
          .icon = recall ? ui::icon::kNotificationsActive
                  : news ? ui::icon::kCampaign
                         : ui::icon::kSchedule,
          .caption = recall ? "board.again"
                     : news ? "board.now"
                            : "board.past",
          .label = ui::spaced_label(stage.call.label),
          .counter = stage.call.counter,
          .words = news ? &view.frame.languages.of(stage.language) : nullptr,
          .news = news,
          .beat = news ? beat_of_call(view) : 0};
}

std::vector<std::string> say(const Scene& scene, const char* key) {
  if (scene.words != nullptr) {
    return {scene.words->text(key)};
  }
  return each(scene.view, key);
}

void draw_caption(const Scene& scene, const Rect& place, Align align = Align::kLeft) {
  const Color shade = scene.view.look.flat ? scene.ground.from : Color{0, 0, 0, 58};
  pill(scene.view, place, say(scene, scene.caption),
       {.icon = scene.icon,
        .fill = shade,
        .text = scene.ground.text,
        .on = ui::over(shade, scene.ground.worst()),
        .align = align});
}

void draw_label(const Scene& scene, const Rect& place, float scale, Align align) {
  const View& view = scene.view;
  const float arrived =
      scene.news ? view.frame.motion.progress(view.stage_since, kArrival, ui::Ease::kOut) : 1;
  view.frame.canvas.push_transform({place.x, place.center().y}, 0.9F + 0.1F * arrived, {});
  fit_text(view, place, scene.label,
           {.role = Role::kGiant,
            .color = scene.ground.text,
            .on = scene.ground.worst(),
            .align = align,
            .stand = Stand::kMiddle},
           {.lines = 1, .largest = scale});
  view.frame.canvas.pop_transform();
}

// Three arrow heads towards the counter.
void draw_arrows(const Scene& scene, ui::Point middle) {
  constexpr float kHigh = 40;
  constexpr float kDeep = 32;
  constexpr float kStep = 34;
  for (int i = 0; i < 3; ++i) {
    const float x = middle.x + (static_cast<float>(i) - 1) * kStep - kDeep / 2;
    scene.view.frame.canvas.curve(
        {{x, middle.y - kHigh}, {x + kDeep, middle.y}, {x, middle.y + kHigh}},
        scene.ground.text.with_alpha(0.38F + 0.27F * static_cast<float>(i)), 12);
  }
}

void draw_plate(const Scene& scene, const Rect& plate) {
  ui::Canvas& canvas = scene.view.frame.canvas;
  canvas.shadow(plate, 34, 36, 12, Color{2, 10, 40, 100});
  canvas.fill(plate, scene.view.look.plate, 34);
}

void draw_plate_caption(const Scene& scene, const Rect& box, Align align) {
  fit_text(scene.view, box, say(scene, "board.counter"),
           {.role = Role::kHeadline,
            .color = scene.view.look.plate_caption,
            .on = scene.view.look.plate,
            .align = align,
            .stand = Stand::kMiddle});
}

// Number, arrows, plate with figures, both of one size: as large as they fit beside each other.
void draw_lying(const Scene& scene, Rect inside) {
  const View& view = scene.view;
  ui::Canvas& canvas = view.frame.canvas;
  const float label = canvas.width(Role::kGiant, scene.label);
  const float figures = canvas.width(Role::kGiant, scene.counter);
  const auto scale_in = [&](float room) {
    const float both = (room - kStageGap - 2 * kPlatePad) / (label + figures);
    const bool narrow = figures * both + 2 * kPlatePad < kLeastPlate;
    return std::min(1.0F, narrow ? (room - kStageGap - kLeastPlate) / label : both);
  };
  float scale = scale_in(inside.w - kArrows);
  const bool arrows = scale * canvas.cap(Role::kGiant) >= view.layout.call_least;
  if (!arrows) {
    scale = scale_in(inside.w);
  }
  const float wide = std::max(kLeastPlate, figures * scale + 2 * kPlatePad);
  Rect plate = inside.cut_right(wide + 1);
  inside.cut_right(kStageGap);
  const Rect way = arrows ? inside.cut_right(kArrows - 24) : Rect{};
  draw_caption(scene, inside.cut_top(kCaption));
  inside.cut_top(kCaptionGap);
  draw_label(scene, inside, scale, Align::kLeft);
  if (arrows) {
    draw_arrows(scene, {way.center().x, inside.center().y});
  }
  draw_plate(scene, plate);
  draw_plate_caption(scene, plate.cut_top(kCaption + kCaptionGap).inset(kPlatePad, 12),
                     Align::kCenter);
  counter_name(view, plate.inset(kPlatePad, 0), scene.counter, Role::kGiant, view.look.plate,
               scale);
}

// Number above, "Counter" and its figures below.
void draw_upright(const Scene& scene, Rect inside) {
  constexpr float kAir = 22;
  const View& view = scene.view;
  draw_caption(scene, inside.cut_top(kCaption));
  inside.cut_top(kAir);
  const float cap = view.frame.canvas.cap(Role::kGiant);
  Rect foot = inside.cut_bottom(inside.h - cap - kAir);
  inside.cut_bottom(kAir);
  draw_label(scene, inside, 1, Align::kLeft);
  const float figures = view.frame.canvas.width(Role::kGiant, scene.counter);
  const float wide = std::clamp(figures + 80, foot.w * 0.42F, foot.w * 0.72F);
  const Rect plate = foot.cut_right(wide);
  foot.cut_right(kStageGap);
  const Rect way = foot.cut_right(kArrows);
  fit_text(view, foot, say(scene, "board.counter"),
           {.role = Role::kDisplay,
            .color = scene.ground.text,
            .on = scene.ground.worst(),
            .stand = Stand::kMiddle});
  draw_arrows(scene, way.center());
  draw_plate(scene, plate);
  counter_name(view, plate.inset(kPlatePad, 16), scene.counter, Role::kGiant, view.look.plate);
}

// A counter with a name: a short one beside the number …
void draw_beside_name(const Scene& scene, Rect inside, float plate_width) {
  Rect plate = inside.cut_right(plate_width);
  inside.cut_right(kStageGap * 2);
  draw_caption(scene, inside.cut_top(kCaption));
  inside.cut_top(kCaptionGap);
  draw_label(scene, inside, 1, Align::kLeft);
  draw_plate(scene, plate);
  draw_plate_caption(scene, plate.cut_top(kCaption + kCaptionGap).inset(kPlatePad, 12),
                     Align::kCenter);
  counter_name(scene.view, plate.inset(kPlatePad, 14), scene.counter, Role::kGiant,
               scene.view.look.plate);
}

// … a long one below it, over the whole width.
void draw_above_name(const Scene& scene, Rect inside) {
  const float least = scene.view.layout.row_least;
  const float number = std::max(least * 1.15F, inside.h * 0.2F);
  Rect plate = inside.cut_bottom(inside.h - number - kCaptionGap);
  inside.cut_bottom(kCaptionGap);
  const Rect right = inside.cut_right(inside.w * 0.4F);
  draw_caption(scene, ui::centered(right.center(), {right.w, kCaption}), Align::kRight);
  inside.cut_right(kStageGap);
  draw_label(scene, inside, 1, Align::kLeft);
  draw_plate(scene, plate);
  plate = plate.inset(kPlatePad, 14);
  draw_plate_caption(scene, plate.cut_top(36), Align::kCenter);
  plate.cut_top(6);
  plate.cut_bottom(8);
  const float growth = scene.counter.size() > kLongName ? kLongNameGrowth : kNameGrowth;
  const float largest = least * growth / scene.view.frame.canvas.cap(Role::kGiant);
  counter_name(scene.view, plate, scene.counter, Role::kGiant, scene.view.look.plate, largest);
}

bool fits_beside(const Scene& scene, const Rect& inside, float plate_width) {
  const View& view = scene.view;
  const Rect name{0, 0, plate_width - 2 * kPlatePad, inside.h - kCaption - kCaptionGap - 28};
  const float scale = fit_scale(view, name, breakable(scene.counter), {.role = Role::kDisplay},
                                {.lines = 5, .largest = 2});
  return scale * view.frame.canvas.cap(Role::kDisplay) >= view.layout.row_least * 1.1F;
}

void draw_call(const View& view, const Rect& place) {
  const Scene scene = scene_of(view);
  draw_ground(view, place, scene.ground, scene.news, scene.beat);
  const Rect inside = place.inset(kStagePad, kStagePad);
  if (is_figures(scene.counter)) {
    view.layout.upright ? draw_upright(scene, inside) : draw_lying(scene, inside);
    return;
  }
  const float plate = inside.w * 0.44F;
  if (!view.layout.upright && fits_beside(scene, inside, plate)) {
    draw_beside_name(scene, inside, plate);
  } else {
    draw_above_name(scene, inside);
  }
}

}  // namespace

void draw_stage(const View& view, const Rect& place) {
  const Picture& picture = view.picture;
  if (picture.trust == Trust::kAskStaff) {
    draw_sentence(view, place, view.look.doubt,
                  {ui::icon::kSupportAgent, each(view, "board.ask_staff"),
                   each(view, "board.ask_staff_why")});
  } else if (picture.trust == Trust::kStarting) {
    draw_sentence(view, place, view.look.past,
                  {ui::icon::kHourglassTop, each(view, "board.starting"), {}});
  } else if (picture.stage.kind != StageKind::kEmpty) {
    draw_call(view, place);
  } else {
    const char* more = picture.counters_open == 0 ? "board.closed" : "board.take_ticket";
    draw_sentence(view, place, view.look.past,
                  {ui::icon::kConfirmationNumber, each(view, "board.welcome"), each(view, more)});
  }
}

}  // namespace navbat::board
