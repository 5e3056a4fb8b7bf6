#pragma once
// All that a board is made of, on one page. Each draws its part of one picture and decides nothing.

#include <string>
#include <vector>

#include "display_board/model/picture.h"
#include "display_board/view/layout.h"
#include "display_board/view/look.h"
#include "server_sync/client/branch_view.h"
#include "ui/app/frame.h"

namespace navbat::board {

// What every part of a frame gets. Lives for that frame.
struct View {
  ui::Frame& frame;
  const Look& look;
  const Layout& layout;
  const Picture& picture;
  const client::BranchInfo* branch;           // null until it is known
  const std::string& bank;                    // shown until the branch says its own
  const client::Translations& zone;           // what the place is called; empty: not shown
  const std::vector<std::string>& languages;  // that take turns
  ui::Moment stage_since{};  // when the call came on the stage, on the motion's clock
};

void draw_header(const View& view, const ui::Rect& place);    // bank, age of the news, date, clock
void draw_stage(const View& view, const ui::Rect& place);     // the newest call, large
void draw_calls(const View& view, const ui::Rect& place);     // the latest calls
void draw_services(const View& view, const ui::Rect& place);  // who is next, how long
void draw_silence(const View& view, const ui::Rect& place);   // instead: nobody knows
void draw_side(const View& view, const ui::Rect& place);      // what the bank shows beside
void draw_ticker(const View& view, const ui::Rect& place);    // a line of words, the languages
void draw_over(const View& view, const ui::Rect& place);      // over everything: a notice
void draw_sign(const View& view, const ui::Rect& name, const ui::Rect& state);  // of one counter

// The whole picture.
void draw_board(const View& view);

}  // namespace navbat::board
