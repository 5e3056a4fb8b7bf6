#include "display_board/model/turns.h"

namespace navbat::board {
namespace {

// Taken of the list of lines or pages: the longest list of either is far shorter.
constexpr std::int64_t kManyTurns = 27'720;

template <typename Thing>
const Thing& pick(const std::vector<Thing>& things, int number) {
  return things[static_cast<std::size_t>(number) % things.size()];
}

}  // namespace

std::vector<std::string> Turns::languages(domain::Timestamp now) const {
  if (settings_.together) {
    return settings_.languages;
  }
  const auto turns = now.time_since_epoch() / settings_.turn;
  const auto count = static_cast<std::int64_t>(settings_.languages.size());
  return {settings_.languages[static_cast<std::size_t>(turns % count)]};
}

int Turns::number(domain::Timestamp now) const {
  const auto turns = now.time_since_epoch() / settings_.turn;
  const auto count =
      settings_.together ? std::int64_t{1} : static_cast<std::int64_t>(settings_.languages.size());
  return static_cast<int>(turns / count % kManyTurns);
}

domain::Timestamp Turns::next_change(domain::Timestamp now) const {
  return domain::Timestamp{(now.time_since_epoch() / settings_.turn + 1) * settings_.turn};
}

TickerLine Turns::ticker(const TurnContent& content, int number) const {
  std::vector<TickerLine> lines;
  const auto add_message = [&](const client::Translations& text) {
    lines.push_back({.kind = TickerLine::Kind::kMessage,
                     .message = std::make_shared<const client::Translations>(text)});
  };
  for (const client::Translations& text : content.notices) {
    add_message(text);
  }
  for (int tip = 0; tip < kTips; ++tip) {
    lines.push_back({.kind = TickerLine::Kind::kTip, .tip = tip});
  }
  for (const domain::AlternativeId& suggestion : content.suggestions) {
    lines.push_back({.kind = TickerLine::Kind::kSuggestion, .suggestion = suggestion});
  }
  if (content.panel != nullptr) {
    for (const client::Translations& text : content.panel->messages) {
      add_message(text);
    }
  }
  return pick(lines, number);
}

std::optional<SidePage> Turns::side(const TurnContent& content, int number) const {
  std::vector<SidePage> pages;
  for (const client::Translations& text : content.notices) {
    pages.push_back({.kind = SidePage::Kind::kMessage, .message = text});
  }
  if (content.panel != nullptr) {
    if (content.panel->rates) {
      pages.push_back({.kind = SidePage::Kind::kRates, .rates = content.panel->rates});
    }
    for (const auto& picture : content.panel->pictures) {
      pages.push_back({.kind = SidePage::Kind::kPicture, .picture = picture});
    }
  }
  if (!content.suggestions.empty()) {
    pages.push_back({.kind = SidePage::Kind::kSuggestions});
  }
  if (pages.empty()) {
    return std::nullopt;
  }
  return pick(pages, number);
}

}  // namespace navbat::board
