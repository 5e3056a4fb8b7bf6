#include "kiosk/screens/entry_pad.h"

#include <algorithm>

#include "ui/widgets/key_pad.h"

namespace navbat::kiosk {
namespace {

constexpr float kWidest_mm = 205;
constexpr float kHighest_mm = 165;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

ui::Rect draw_entry_pad(ui::Frame& frame, const std::string& path, const ui::Rect& rect,
                        const EntryPadSpec& spec, const Emit& emit) {
  const ui::Size least = ui::key_pad_size(frame);
  const ui::Size size{std::clamp(rect.w, least.w, std::max(least.w, frame.canvas.mm(kWidest_mm))),
                      std::clamp(rect.h, least.h, std::max(least.h, frame.canvas.mm(kHighest_mm)))};
  const ui::Rect pad = ui::centered(rect.center(), size);
  const std::string edits =
      ui::key_pad(frame, path, pad, {.secret = spec.secret, .can_erase = spec.can_erase});
  if (!spec.enabled || !frame.interactive) {
    return pad;
  }
  for (const char edit : edits) {
    if (edit == ui::kErase) {
      emit(EraseKey{});
    } else if (edit != ui::kDone) {
      emit(TypeKey{std::string(1, edit)});
    }
  }
  // The pad takes digits from a keyboard; letters and the plus are for those entries that have
  // them.
  std::string others;
  std::ranges::copy_if(frame.typed, std::back_inserter(others),
                       [](char c) { return !is_digit(c); });
  if (!others.empty()) {
    emit(TypeKey{others});
  }
  const bool enter = frame.action == ui::KeypadAction::kActivate && !frame.focus.visible();
  if (enter && spec.complete) {
    emit(SubmitEntry{});
  }
  return pad;
}

ui::Rect spare_key(const ui::Frame& frame, const ui::Rect& pad) {
  const float gap = frame.canvas.mm(3.2F);  // as ui::key_pad sets its keys
  const ui::Size key{(pad.w - 2 * gap) / 3, (pad.h - 3 * gap) / 4};
  return {pad.right() - key.w, pad.bottom() - key.h, key.w, key.h};
}

}  // namespace navbat::kiosk
