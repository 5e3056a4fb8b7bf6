#include "ui/widgets/key_pad.h"

#include <algorithm>

#include "ui/text/spoken.h"
#include "ui/widgets/touch.h"
#include "ui_icons/icons.h"

namespace navbat::ui {
namespace {

constexpr float kColumns = 3;
constexpr float kRows = 4;

// Larger keys only lengthen the way.
constexpr float kWidest_mm = 68;
constexpr float kTallest_mm = 40;

float gap_of(const Frame& frame) { return frame.canvas.mm(3.2F); }

struct KeyLook {
  Color ground;
  Color face;  // letters and icons
  bool raised = true;
};

KeyLook plain_look(const Frame& frame, float press) {
  const Palette& p = frame.palette();
  return {mix(p.surface, p.surface_pressed, press), p.ink, true};
}

void key_ground(Frame& frame, const Rect& rect, float radius, const KeyLook& look) {
  Canvas& canvas = frame.canvas;
  if (look.raised && !frame.theme.flat) {
    canvas.shadow(rect, radius, 22, 8, frame.palette().shadow.with_alpha(0.2F));
  }
  canvas.fill(rect, look.ground, radius);
  canvas.outline(rect, frame.palette().line, radius, frame.theme.outline);
}

bool digit_key(Frame& frame, const std::string& id, const Rect& rect, char digit) {
  Canvas& canvas = frame.canvas;
  const float radius = std::min(frame.theme.radii.tile, rect.h / 2);
  const std::string face(1, digit);
  const Touch state =
      touch(frame, id, rect, face, {.spoken = spoken_digit(frame.words, digit), .radius = radius});
  const KeyLook look = plain_look(frame, state.press);
  canvas.push_transform(rect.center(), 1 - 0.04F * state.press, {});
  key_ground(frame, rect, radius, look);
  canvas.text(rect, face,
              {.role = Role::kDisplay,
               .color = look.face,
               .on = look.ground,
               .align = Align::kCenter,
               .stand = Stand::kMiddle,
               .spoken = spoken_digit(frame.words, digit)});
  canvas.pop_transform();
  return state.tapped;
}

bool erase_key(Frame& frame, const std::string& id, const Rect& rect, bool enabled) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const float radius = std::min(frame.theme.radii.tile, rect.h / 2);
  const Touch state = touch(frame, id, rect, frame.words.text("common.erase"),
                            {.enabled = enabled, .radius = radius});
  const KeyLook look{mix(p.surface_muted, p.surface_pressed, state.press),
                     enabled ? p.ink : mix(p.ink_muted, p.surface_muted, 0.45F), false};
  canvas.push_transform(rect.center(), 1 - 0.04F * state.press, {});
  key_ground(frame, rect, radius, look);
  canvas.icon(rect.center(), IconSize::kMedium, icon::kBackspace, look.face);
  canvas.pop_transform();
  return state.tapped;
}

// A check, with the word below it where it has room.
void done_face(Frame& frame, const Rect& rect, std::string_view label, Color ink, Color ground) {
  Canvas& canvas = frame.canvas;
  const float icon = canvas.icon_side(IconSize::kMedium);
  const float cap = canvas.cap(Role::kStrong);
  const float gap = canvas.mm(1.6F);
  const bool both = canvas.width(Role::kStrong, label) <= rect.w - canvas.mm(4) &&
                    icon + gap + cap <= rect.h - canvas.mm(5);
  if (!both) {
    canvas.icon(rect.center(), IconSize::kMedium, icon::kCheck, ink);
    return;
  }
  const float top = rect.center().y - (icon + gap + cap) / 2;
  canvas.icon({rect.center().x, top + icon / 2}, IconSize::kMedium, icon::kCheck, ink);
  canvas.text({rect.x, top + icon + gap, rect.w, cap}, label,
              {.role = Role::kStrong, .color = ink, .on = ground, .align = Align::kCenter});
}

bool done_key(Frame& frame, const std::string& id, const Rect& rect, const KeyPadSpec& spec) {
  Canvas& canvas = frame.canvas;
  const Palette& p = frame.palette();
  const float radius = std::min(frame.theme.radii.tile, rect.h / 2);
  const Touch state =
      touch(frame, id, rect, spec.done, {.enabled = spec.done_enabled, .radius = radius});
  canvas.push_transform(rect.center(), 1 - 0.04F * state.press, {});
  if (spec.done_enabled) {
    canvas.shadow(rect, radius, 26, 10, p.accent_deep.with_alpha(frame.theme.flat ? 0 : 0.42F));
    canvas.gradient(rect, p.accent, p.accent_deep, Toward::kDownRight, radius);
    canvas.fill(rect, p.on_accent.with_alpha(0.12F * state.press), radius);
    done_face(frame, rect, spec.done, p.on_accent, p.accent);
  } else {
    key_ground(frame, rect, radius, {p.surface_muted, p.ink_muted, false});
    done_face(frame, rect, spec.done, p.ink_muted, p.surface_muted);
  }
  canvas.pop_transform();
  return state.tapped;
}

// The keyboard's part: digits, Backspace, and Enter where no keypad's focus needs it.
std::string typed_edits(const Frame& frame, const KeyPadSpec& spec) {
  if (!frame.interactive) {
    return {};
  }
  std::string edits;
  std::copy_if(frame.typed.begin(), frame.typed.end(), std::back_inserter(edits),
               [](char c) { return c >= '0' && c <= '9'; });
  if (frame.key == "Backspace" && spec.can_erase) {
    edits += kErase;
  }
  const bool enter = frame.action == KeypadAction::kActivate && !frame.focus.visible();
  if (enter && !spec.done.empty() && spec.done_enabled) {
    edits += kDone;
  }
  return edits;
}

}  // namespace

Size key_pad_size(const Frame& frame) {
  const float key = frame.canvas.mm(frame.theme.min_target_mm);
  const float gap = gap_of(frame);
  return {kColumns * key + (kColumns - 1) * gap, kRows * key + (kRows - 1) * gap};
}

std::string key_pad(Frame& frame, std::string_view id, const Rect& room, const KeyPadSpec& spec) {
  const float gap = gap_of(frame);
  const Size key{std::min((room.w - (kColumns - 1) * gap) / kColumns, frame.canvas.mm(kWidest_mm)),
                 std::min((room.h - (kRows - 1) * gap) / kRows, frame.canvas.mm(kTallest_mm))};
  const Rect rect = centered(
      room.center(), {kColumns * key.w + (kColumns - 1) * gap, kRows * key.h + (kRows - 1) * gap});
  const auto place = [&](int column, int row) -> Rect {
    return {rect.x + static_cast<float>(column) * (key.w + gap),
            rect.y + static_cast<float>(row) * (key.h + gap), key.w, key.h};
  };
  const std::string path = std::string(id) + '/';
  std::string edits = typed_edits(frame, spec);
  const auto digit = [&](char face, int column, int row) {
    if (digit_key(frame, path + face, place(column, row), face)) {
      edits += face;
    }
  };
  for (int i = 0; i < 9; ++i) {
    digit(static_cast<char>('1' + i), i % 3, i / 3);
  }
  if (erase_key(frame, path + "erase", place(0, 3), spec.can_erase)) {
    edits += kErase;
  }
  digit('0', 1, 3);
  if (!spec.done.empty() && done_key(frame, path + "done", place(2, 3), spec)) {
    edits += kDone;
  }
  for (const char edit : edits) {
    if (edit >= '0' && edit <= '9' && !spec.secret) {
      frame.transcript.say(spoken_digit(frame.words, edit));
    } else if (edit == kErase) {
      frame.transcript.say(frame.words.text("speech.erased"));
    }
  }
  return edits;
}

}  // namespace navbat::ui
