#pragma once
// The build of every screen that asks for something: what it is about on the bank's ground, the
// controls on a sheet. Portrait stacks the two, landscape sets them side by side, and lowered
// controls leave the upper part to what is only read.

#include <string>

#include "kiosk/screens/header.h"
#include "ui/widgets/controls.h"

namespace navbat::kiosk {

bool is_landscape(const ui::Frame& frame);

// Colours of a text by what lies behind it.
struct Ground {
  ui::Color on;
  ui::Color ink;
  ui::Color muted;
};
Ground brand_ground(const ui::Frame& frame);
Ground sheet_ground(const ui::Frame& frame);

struct StepSpec {
  char32_t icon = 0;
  std::string title;
  std::string title_spoken{};  // where it is said otherwise
  std::string hint{};          // one or two lines below the title
  bool warns = false;          // the hint says that something is wrong
  float aside = 0;             // height of what is shown beside the controls and never touched
};

struct Step {
  ui::Rect aside;  // where that goes, and
  Ground ground;   // what lies behind it
  ui::Rect body;   // controls, all of it within reach
  ui::Rect actions;
};

// The width that an aside has, to measure its height before.
float aside_width(const ui::Frame& frame);

// Draws grounds, header and title.
Step begin_step(ui::Frame& frame, const HeaderModel& header, const StepSpec& spec);

// The height of a row of actions.
float action_height(const ui::Frame& frame);

// One step back, as `path`/back: at the left of the row of actions, and the rest of it is returned
// for the main one. Alone it takes the whole row.
ui::Rect draw_back(ui::Frame& frame, const ui::Rect& row, const std::string& path,
                   const Emit& emit);
void draw_back_alone(ui::Frame& frame, const ui::Rect& row, const std::string& path,
                     const Emit& emit);

// The one main action: faint and dead while it is not `enabled`.
bool draw_main(ui::Frame& frame, const ui::Rect& rect, const std::string& id,
               const std::string& label, char32_t icon, bool enabled);

}  // namespace navbat::kiosk
