#pragma once
// What the bank has to say, as it writes it for the board:
//   {"messages": [{"until": "2026-12-31", "uz": "…", "ru": "…"}]}

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "display_board/panel/json_object.h"
#include "server_sync/client/branch_view.h"

namespace navbat::board {

struct Message {
  std::optional<std::chrono::year_month_day> until;  // the last day on which it is shown
  client::Translations texts;                        // by language tag; at least one

  bool operator==(const Message&) const = default;
};

// The error says what in the text is wrong and what was expected, without naming the file.
[[nodiscard]] tl::expected<Understood<std::vector<Message>>, std::string> parse_messages(
    std::string_view text);

// Those that may be shown. While the day is unknown, none that ends on one.
[[nodiscard]] std::vector<client::Translations> messages_of_day(
    const std::vector<Message>& messages, std::optional<std::chrono::year_month_day> today);

}  // namespace navbat::board
