#pragma once
// A wait in words. The rounding is the domain's; which sentence fits is decided here.

#include <optional>
#include <string>
#include <string_view>

#include "domain/promise_range.h"
#include "domain/time.h"
#include "ui/text/catalogue.h"

namespace navbat::kiosk {

enum class WaitKind {
  kRange,    // about 5–10 min
  kExact,    // about 5 min
  kUpTo,     // up to 5 min
  kSoon,     // no honest estimate: "we will call you soon"
  kUnknown,  // the live data is too old, or there never was any
};

enum class WaitMood { kGood, kFair, kPoor };  // beside the words, never instead of them

struct Wait {
  WaitKind kind = WaitKind::kUnknown;
  domain::PromiseRange range;
  WaitMood mood = WaitMood::kGood;
  bool operator==(const Wait&) const = default;
};

// `live`: whether the data is fresh. `target`: the service's target wait, which colours the words.
Wait wait_of(const std::optional<domain::PromiseRange>& range, bool live, domain::Seconds target);

// `where` is "kiosk.wait." (cards, short) or "kiosk.ticket." (in full).
std::string wait_text(const ui::Catalogue& words, std::string_view where, const Wait& wait);

}  // namespace navbat::kiosk
