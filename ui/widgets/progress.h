#pragma once
// How far something is: pages of an attract loop, steps of a dialogue, time that runs out.

#include "ui/app/frame.h"

namespace navbat::ui {

// `count` dots around `middle`, the `chosen` one (from 0) drawn out. Decoration: nothing is said.
void pager_dots(Frame& frame, Point middle, int count, int chosen, bool on_brand);

// A ring that is `share` (0 to 1) full, beginning at the top.
void progress_ring(Frame& frame, Point middle, float radius, float thickness, float share,
                   Color color);

// Something is being done: a ring turns, with reduced motion it stands. The reader says `label`.
void busy_ring(Frame& frame, Point middle, float radius, Color color, std::string_view label);

}  // namespace navbat::ui
