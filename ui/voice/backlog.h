#pragma once
// How much of each announcement there is time for.

#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "ui/app/motion.h"

namespace navbat::ui {

// From the longest to the shortest.
enum class Length { kAllLanguages, kOneLanguage, kNumber, kChime };
inline constexpr std::size_t kLengths = 4;

// An announcement that waits for its turn.
struct Expected {
  std::optional<Moment> must_end;         // nothing: it is never shortened
  std::array<Moment, kLengths> duration;  // of each length, never growing
};

// `queue` is what waits, the next one first; `now` is when it may begin. Chooses one length for
// all, the longest at which the fewest of them come too late, and so shortens early: what is said
// now never takes the time that the others need. Nothing: the next one would end too late even as a
// chime, and is left silent.
[[nodiscard]] std::optional<Length> choose_length(Moment now, std::span<const Expected> queue);

}  // namespace navbat::ui
