#include "kiosk/screens/suggestion_model.h"

#include <algorithm>

#include "ui/text/spoken.h"

namespace navbat::kiosk {
namespace {

// A text with minutes in it, as written or as said.
struct Minutes {
  const ui::Catalogue& words;
  bool spoken;

  std::string operator()(int minutes) const {
    return spoken ? ui::spoken_minutes(words, minutes)
                  : words.text("common.minutes", {{"count", std::to_string(minutes)}});
  }
};

std::string when_of(const ui::Catalogue& words, const Suggestion& suggestion, bool spoken) {
  const Minutes minutes{words, spoken};
  switch (suggestion.kind) {
    case AlternativeKind::kAtm:
    case AlternativeKind::kTerminal:
    case AlternativeKind::kApp:
      return words.text("kiosk.suggestion.now");
    case AlternativeKind::kQuieterHour: {
      const ui::WallTime hour{.hour = suggestion.hour.value_or(0)};
      const std::string time = spoken ? ui::spoken_clock(words, hour) : ui::clock_text(words, hour);
      return words.text("kiosk.suggestion.at_hour",
                        {{"time", time}, {"wait", minutes(std::max(1, suggestion.wait_min))}});
    }
    case AlternativeKind::kBranch:
      return words.text("kiosk.suggestion.elsewhere",
                        {{"travel", minutes(suggestion.travel_min)},
                         {"wait", minutes(std::max(1, suggestion.wait_min))}});
  }
  return {};
}

SuggestionOption option_of(const ui::Catalogue& words, const Suggestion& suggestion) {
  const auto saves = [&](bool spoken) {
    return words.text("kiosk.suggestion.saves",
                      {{"wait", Minutes{words, spoken}(suggestion.saves_min)}});
  };
  return {.id = suggestion.id,
          .kind = suggestion.kind,
          .name = suggestion.name.in(words.language()),
          .when = when_of(words, suggestion, false),
          .when_spoken = when_of(words, suggestion, true),
          .saves = saves(false),
          .saves_spoken = saves(true)};
}

}  // namespace

SuggestionModel make_suggestion(const ScreenContext& context) {
  const Visit& visit = context.visit();
  SuggestionModel model{.header = context.header,
                        .service = {},
                        .wait = {},
                        .paper = context.device.paper_expected(),
                        .options = {},
                        .taken = {}};
  if (const ServiceOffer* offer = context.facts.find(visit.service)) {
    model.service = offer->name.in(context.words.language());
    if (context.live != nullptr) {
      const auto found = context.live->services.find(visit.service);
      if (found != context.live->services.end()) {
        model.wait = wait_of(found->second.range, true, offer->target_wait);
      }
    }
  }
  for (const Suggestion& suggestion : visit.suggestions) {
    model.options.push_back(option_of(context.words, suggestion));
    if (visit.suggestion == suggestion.id) {
      model.taken = {.option = model.options.back(),
                     .place = suggestion.place.in(context.words.language()),
                     .qr = suggestion.url.empty() ? std::nullopt : ui::make_qr(suggestion.url)};
    }
  }
  return model;
}

}  // namespace navbat::kiosk
