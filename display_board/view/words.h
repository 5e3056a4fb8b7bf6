#pragma once
// Words in the languages of a picture: one that takes turns, or up to three side by side.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "display_board/view/views.h"

namespace navbat::board {

inline constexpr std::size_t kMostTogether = 3;

// The catalogues of the picture's languages, at least one and at most kMostTogether.
[[nodiscard]] std::vector<const ui::Catalogue*> catalogues(const View& view);

// The text in each of them, none twice.
[[nodiscard]] std::vector<std::string> each(const View& view, std::string_view key,
                                            std::initializer_list<ui::Slot> slots = {});

// A text from outside in the picture's languages, or else in any.
[[nodiscard]] std::vector<std::string> each(const View& view, const client::Translations& texts);
[[nodiscard]] std::string in_language(const client::Translations& texts,
                                      const std::string& language);

[[nodiscard]] std::vector<std::string> service_name(const View& view,
                                                    const domain::ServiceId& service);

// The language whose turn it is for what is too long to stand side by side.
[[nodiscard]] const ui::Catalogue& words_of_turn(const View& view);

// The page, of `pages`, that is due. Not a plain remainder: what is shown every second turn would
// never get to its second page.
[[nodiscard]] std::size_t page_of_turn(int turn, std::size_t pages);

// "12–17 min"; a dash when it is not known.
[[nodiscard]] std::string wait_text(const ui::Catalogue& words,
                                    const std::optional<domain::PromiseRange>& range);

// No word longer than a line of the narrowest place: what is too long is parted by hyphens.
[[nodiscard]] std::string with_short_words(std::string_view text, int longest);

}  // namespace navbat::board
