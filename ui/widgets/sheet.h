#pragma once
// A sheet that slides in from below over a dimmed screen: what the customer chooses there belongs
// to what lies beneath. Use it in three steps, in one frame:
//
//   const float out = ui::begin_sheet(frame, "home/languages", open);   // beneath is dead from
//   here draw_home(frame, …); const ui::Sheet sheet = ui::sheet(frame, {.id = "home/languages",
//   .title = …, .height = …}, out); if (sheet.visible) { … into sheet.content … } if (sheet.closed)
//   { emit(CloseSheet{}); }

#include <string>
#include <string_view>

#include "ui/app/frame.h"

namespace navbat::ui {

struct SheetSpec {
  // The path of its targets and its page: `id`/close, `id`/outside.
  std::string id;
  std::string title;
  float height = 0;      // of the content alone, logical units
  bool closable = true;  // a close button, and a touch beside it closes
};

struct Sheet {
  bool visible = false;
  bool closed = false;  // the customer wants it gone: button, ground beside it, the keypad's back
  Rect content{};       // inside its margins, at most a portrait screen wide
};

// How far out the sheet is, 0 to 1. Everything drawn until sheet() is dead and mute while it is
// out.
float begin_sheet(Frame& frame, std::string_view id, bool open);

// Draws the sheet `out` of begin_sheet() far; live and aloud from here once it is meant to be open.
// The frame's page becomes that of the sheet.
Sheet sheet(Frame& frame, const SheetSpec& spec, float out);

// The height of the whole sheet around such a content.
float sheet_height(const Frame& frame, float content);

}  // namespace navbat::ui
