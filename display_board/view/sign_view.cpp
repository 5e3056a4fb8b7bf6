#include <algorithm>
#include <string>

#include "display_board/view/parts.h"
#include "ui/text/labels.h"
#include "ui_icons/icons.h"

namespace navbat::board {

using ui::Align;
using ui::Color;
using ui::Rect;
using ui::Role;
using ui::Stand;

namespace {

constexpr float kGrowth = 1.3F;  // of numbers that are narrower than the widest

// The counter's own name, large, and where it is.
void draw_name(const View& view, const Rect& place, const CounterSign& sign) {
  ui::Canvas& canvas = view.frame.canvas;
  canvas.shadow(place, 40, 36, 12, Color{2, 10, 40, 100});
  canvas.fill(place, view.look.plate, 40);
  Rect inside = place.inset(kPlatePad + 12, 30);
  fit_text(view, inside.cut_top(104), each(view, "board.counter"),
           {.role = Role::kDisplay,
            .color = view.look.plate_caption,
            .on = view.look.plate,
            .align = Align::kCenter,
            .stand = Stand::kMiddle},
           {.lines = 2, .largest = 0.8F, .one_line = 0.5F});
  const std::vector<std::string> zone = each(view, view.zone);
  if (!zone.empty()) {
    fit_text(view, inside.cut_bottom(92), zone,
             {.role = Role::kDisplay,
              .color = view.look.plate_caption,
              .on = view.look.plate,
              .align = Align::kCenter,
              .stand = Stand::kMiddle},
             {.lines = 2, .largest = 0.7F, .one_line = 0.45F});
    inside.cut_bottom(12);
  }
  counter_name(view, inside.inset(0, 24), sign.counter, Role::kGiant, view.look.plate, kGrowth);
}

struct Dress {
  const Ground& ground;
  char32_t icon;
  const char* caption;
  bool news = false;
};

// Somebody is called or served here.
Dress dress_of(const View& view, const CounterSign& sign) {
  const Stage& stage = view.picture.stage;
  const Look& look = view.look;
  if (sign.kind == CounterSign::Kind::kServing) {
    return {look.past, ui::icon::kPerson, "board.sign.serving"};
  }
  const bool on_stage = stage.call.label == sign.label;
  if (on_stage && stage.kind == StageKind::kRecall) {
    return {look.recall, ui::icon::kNotificationsActive, "board.again", true};
  }
  return {look.call, ui::icon::kCampaign, "board.now", on_stage && stage.kind == StageKind::kCall};
}

void draw_ticket(const View& view, const Rect& place, const CounterSign& sign) {
  const Dress dress = dress_of(view, sign);
  draw_ground(view, place, dress.ground, dress.news, dress.news ? beat_of_call(view) : 0);
  Rect inside = place.inset(kStagePad + 12, 34);
  const Color shade = view.look.flat ? dress.ground.from : Color{0, 0, 0, 58};
  std::vector<std::string> caption = each(view, dress.caption);
  if (dress.news) {
    caption = {view.frame.languages.of(view.picture.stage.language).text(dress.caption)};
  }
  pill(view, inside.cut_top(110), caption,
       {.role = Role::kDisplay,
        .icon = dress.icon,
        .icon_size = ui::IconSize::kMedium,
        .fill = shade,
        .text = dress.ground.text,
        .on = ui::over(shade, dress.ground.worst())});
  fit_text(view, inside.cut_bottom(112), service_name(view, sign.service),
           {.role = Role::kDisplay,
            .color = dress.ground.text,
            .on = dress.ground.worst(),
            .stand = Stand::kMiddle},
           {.lines = 2, .largest = 0.7F, .one_line = 0.5F});
  inside.cut_top(10);
  fit_text(view, inside, ui::spaced_label(sign.label),
           {.role = Role::kGiant,
            .color = dress.ground.text,
            .on = dress.ground.worst(),
            .stand = Stand::kMiddle},
           {.lines = 1, .largest = kGrowth});
}

void draw_state(const View& view, const Rect& place, const CounterSign& sign) {
  const Look& look = view.look;
  using Kind = CounterSign::Kind;
  switch (sign.kind) {
    case Kind::kCalling:
    case Kind::kServing:
      return draw_ticket(view, place, sign);
    case Kind::kFree:
      return draw_sentence(view, place, look.past,
                           {ui::icon::kEventAvailable, each(view, "board.sign.free"),
                            each(view, "board.sign.wait")});
    case Kind::kPaused:
      return draw_sentence(
          view, place, look.past,
          {ui::icon::kCoffee, each(view, "board.sign.paused"), each(view, "board.sign.elsewhere")});
    case Kind::kClosed:
      return draw_sentence(
          view, place, look.past,
          {ui::icon::kBlock, each(view, "board.sign.closed"), each(view, "board.sign.elsewhere")});
    case Kind::kUnknown:
      return draw_sentence(view, place, look.past,
                           {ui::icon::kHourglassTop, each(view, "board.starting"), {}});
  }
}

}  // namespace

void draw_sign(const View& view, const Rect& name, const Rect& state) {
  static const CounterSign kNone;
  const CounterSign& sign = view.picture.sign ? *view.picture.sign : kNone;
  if (!sign.counter.empty()) {
    draw_name(view, name, sign);
  }
  if (view.picture.trust == Trust::kAskStaff) {
    draw_sentence(view, state, view.look.doubt,
                  {ui::icon::kSupportAgent, each(view, "board.ask_staff"),
                   each(view, "board.ask_staff_why")});
  } else if (view.picture.trust == Trust::kStarting) {
    draw_state(view, state, kNone);
  } else {
    draw_state(view, state, sign);
  }
}

}  // namespace navbat::board
