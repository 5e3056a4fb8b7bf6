#pragma once
// The bank, the branch and the time, at the top of every screen.

#include <functional>
#include <optional>
#include <string>

#include "kiosk/model/intent.h"
#include "ui/app/frame.h"
#include "ui/text/dates.h"

namespace navbat::kiosk {

// How a view tells what the customer did.
using Emit = std::function<void(Intent)>;

struct HeaderModel {
  std::string bank;
  std::string branch;
  std::optional<ui::WallTime> time;  // nothing while the branch's time zone is not known
  bool aloud = false;                // read out; only where a visit begins, later it is a repeat
};

// Draws at the top of `area`, a part of the backdrop; returns the logical y below it.
float draw_header(ui::Frame& frame, const HeaderModel& model, const ui::Rect& area);
// Across the whole screen.
float draw_header(ui::Frame& frame, const HeaderModel& model);

// The logical y below a header.
float header_bottom(const ui::Frame& frame);

// The margin of all screens at left and right, logical units.
inline constexpr float kMargin = 56;

}  // namespace navbat::kiosk
