#include "display_board/view/views.h"
#include "ui/widgets/backdrop.h"

namespace navbat::board {

using ui::Rect;

void draw_board(const View& view) {
  constexpr float kMargin = 44;
  constexpr float kGap = 24;
  constexpr float kHeader = 122;
  constexpr float kFooter = 62;
  constexpr float kCallsWidth = 596;
  constexpr float kStageShare = 0.49F;
  Rect rest = view.frame.whole();
  ui::brand_backdrop(view.frame, rest);
  draw_footer(view, rest.cut_bottom(kFooter));
  rest.cut_bottom(kGap);
  rest = rest.inset(kMargin, 0);
  Rect header = rest.cut_top(kHeader);
  draw_header(view, header.inset(0, 18));
  draw_calls(view, rest.cut_right(kCallsWidth));
  rest.cut_right(kGap);
  draw_stage(view, rest.cut_top(rest.h * kStageShare));
  rest.cut_top(kGap);
  if (view.picture.trust == Trust::kAskStaff || view.picture.trust == Trust::kStarting) {
    draw_silence(view, rest);
    return;
  }
  draw_next(view, rest.cut_left(rest.w * 0.43F));
  rest.cut_left(kGap);
  draw_waits(view, rest);
}

}  // namespace navbat::board
