#include "display_board/view/views.h"
#include "ui/widgets/backdrop.h"

namespace navbat::board {

namespace {

// Nobody knows how long the waits are: not yet, or not any more.
bool is_in_the_dark(const Picture& picture) {
  return picture.trust == Trust::kAskStaff || picture.trust == Trust::kStarting;
}

void draw_hall(const View& view) {
  const bool side = view.picture.side.has_value();
  const Layout::Places& places = side ? view.layout.places_side : view.layout.places;
  draw_header(view, places.header);
  draw_calls(view, places.calls);
  if (is_in_the_dark(view.picture)) {
    draw_silence(view, places.services);
  } else {
    draw_services(view, places.services);
  }
  if (side) {
    draw_side(view, places.side);
  }
  draw_stage(view, places.stage);  // last: its light falls on what is around it
  draw_ticker(view, places.ticker);
}

void draw_counter(const View& view) {
  const Layout::Places& places = view.layout.places;
  if (places.header.h > 0) {
    draw_header(view, places.header);
    draw_ticker(view, places.ticker);
  }
  draw_sign(view, places.calls, places.stage);
}

}  // namespace

void draw_board(const View& view) {
  ui::brand_backdrop(view.frame, view.frame.whole());
  if (view.picture.over) {
    draw_over(view, view.frame.whole());
  } else if (view.layout.kind == LayoutKind::kCounter) {
    draw_counter(view);
  } else {
    draw_hall(view);
  }
}

}  // namespace navbat::board
