#pragma once
// What the board's views share.

#include <string>
#include <string_view>

#include "display_board/view/views.h"

namespace navbat::board {

inline constexpr float kPanelRadius = 34;
inline constexpr float kPanelPad = 28;

void panel(const View& view, const ui::Rect& place);

// Icon and title of a panel in its first line; what remains is returned.
ui::Rect panel_title(const View& view, const ui::Rect& place, char32_t icon, std::string_view title,
                     float room_right = 0);

// Sets one line as large as it fits, then on up to two smaller lines: names come from outside and
// may be long, and none of them may be cut.
void text_to_fit(const View& view, const ui::Rect& box, std::string_view text, ui::TextSpec spec);

// The same on one line, as small as it takes: for labels.
void line_to_fit(const View& view, const ui::Rect& box, std::string_view text, ui::TextSpec spec);

// The name of a counter on its plate, in figures as large as `figures`; a counter with a long name
// gets letters and lines.
void counter_name(const View& view, const ui::Rect& plate, std::string_view counter,
                  ui::Role figures, ui::Color ground);

// The colour of a service as a sign on `ground`.
[[nodiscard]] ui::Color sign_color(const View& view, const domain::ServiceId& service,
                                   ui::Color ground);

// A text in the language of the picture, else any.
[[nodiscard]] std::string in_language(const client::Translations& texts,
                                      const std::string& language);

}  // namespace navbat::board
