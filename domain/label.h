#pragma once
// The number that a customer reads on paper and sees on the board.
//
// A label is a series and a number: "A042" is number 42 of series "A", "AX01" number 1 of series
// "AX". Series are disjoint by construction: online tickets of a service use its letter; a kiosk
// without its server appends its own letter. (branch, business day, series, number) is unique.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace navbat::domain {

struct Label {
  std::string series;       // One capital letter A–Z online, two offline.
  std::int32_t number = 0;  // From 1 each business day.

  // "A042": online numbers have at least three digits, offline ones at least two.
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] static std::optional<Label> parse(std::string_view text);
  friend auto operator<=>(const Label&, const Label&) = default;
};

[[nodiscard]] bool is_valid_series(std::string_view series);
[[nodiscard]] std::string online_series(char service_letter);
[[nodiscard]] std::string offline_series(char service_letter, char kiosk_letter);

}  // namespace navbat::domain
