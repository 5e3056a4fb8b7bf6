#include "ui/voice/backlog.h"

#include <limits>

namespace navbat::ui {
namespace {

// How many would end too late if all were said at `length`. Those take no time: they stay silent.
std::size_t too_late(Moment now, std::span<const Expected> queue, std::size_t length) {
  std::size_t late = 0;
  for (const Expected& next : queue) {
    const Moment end = now + next.duration[next.must_end ? length : 0];
    if (next.must_end && end > *next.must_end) {
      ++late;
    } else {
      now = end;
    }
  }
  return late;
}

}  // namespace

std::optional<Length> choose_length(Moment now, std::span<const Expected> queue) {
  const Expected& next = queue.front();
  if (!next.must_end) {
    return Length::kAllLanguages;
  }
  std::size_t best = 0;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (std::size_t length = 0; length < kLengths; ++length) {
    const std::size_t late = too_late(now, queue, length);
    if (late < fewest) {
      fewest = late;
      best = length;
    }
  }
  // The common length may be too long for this one alone.
  while (best < kLengths && now + next.duration[best] > *next.must_end) {
    ++best;
  }
  return best < kLengths ? std::optional(static_cast<Length>(best)) : std::nullopt;
}

}  // namespace navbat::ui
