#pragma once
// How a screen is divided: the bank's dark ground with what is told, a light ground with what is
// chosen, the access bar. Portrait screens stack them, landscape ones put them side by side. With
// lowered controls the dark ground reaches down to where targets may begin.

#include "kiosk/screens/header.h"

namespace navbat::kiosk {

struct Layout {
  bool landscape = false;
  ui::Rect hero;  // the dark ground
  ui::Rect info;  // for texts on it, below the header
  ui::Rect work;  // for targets: inside the frame's reach, above the bar
  ui::Rect bar;
};

// `hero_height`: of the dark ground in portrait, at least.
Layout lay_out(const ui::Frame& frame, float hero_height);

// All of the screen is the dark ground; `info` and `work` are the same area.
Layout lay_out_dark(const ui::Frame& frame);

// Grounds and header.
void draw_grounds(ui::Frame& frame, const Layout& layout, const HeaderModel& header);

// A headline and a line below it, from the top of `area`; returns the logical y below. An empty
// `second` takes no room.
float draw_heading(ui::Frame& frame, const ui::Rect& area, const std::string& first,
                   const std::string& second);

// The logical y where texts below the header begin.
float below_header(const ui::Frame& frame);

}  // namespace navbat::kiosk
