#include "kiosk/screens/details_model.h"

#include <string_view>

#include "ui/widgets/entry.h"

namespace navbat::kiosk {
namespace {

constexpr std::size_t kShownAtEnd = 2;

// Groups that numbers of such a length are read in: with and without the country's code.
std::string_view pattern_of(std::size_t digits) {
  if (digits <= 7) return "### ## ##";
  if (digits <= 9) return "## ### ## ##";
  if (digits <= 10) return "### ### ## ##";
  if (digits == 11) return "# ### ### ## ##";
  if (digits == 12) return "### ## ### ## ##";
  return "### ### ### ### ###";
}

}  // namespace

DetailsModel make_details(const ScreenContext& context) {
  const Visit& visit = context.visit();
  std::string_view text = visit.entry.text();
  DetailsModel model{.header = context.header,
                     .number = {},
                     .digits = 0,
                     .shown = visit.entry_shown,
                     .complete = visit.entry.complete()};
  const bool plus = text.starts_with('+');
  if (plus) {
    text.remove_prefix(1);
  }
  model.digits = text.size();
  const std::string digits = model.shown ? std::string(text) : ui::masked(text, kShownAtEnd);
  model.number = (plus ? "+" : "") + ui::grouped(digits, pattern_of(text.size()));
  return model;
}

}  // namespace navbat::kiosk
