#include "kiosk/screens/home_model.h"

#include <algorithm>

#include "kiosk/model/menu.h"
#include "ui/text/spoken.h"

namespace navbat::kiosk {
namespace {

ServiceOpening opening_of(const ScreenContext& context, const domain::ServiceId& service) {
  const auto known = context.openings.find(service);
  return known == context.openings.end() ? ServiceOpening{} : known->second;
}

// What is known of the wait: live, or this kiosk's own estimate, or nothing.
Wait wait_for(const ScreenContext& context, const ServiceOffer& offer) {
  if (context.live != nullptr) {
    const auto found = context.live->services.find(offer.id);
    return wait_of(found == context.live->services.end() ? std::nullopt : found->second.range, true,
                   offer.target_wait);
  }
  const auto own = context.own_waits.find(offer.id);
  return own == context.own_waits.end() ? Wait{} : wait_of(own->second, true, offer.target_wait);
}

std::optional<int> waiting_for(const ScreenContext& context, const domain::ServiceId& service) {
  if (context.live == nullptr) {
    return std::nullopt;
  }
  const auto found = context.live->services.find(service);
  return found == context.live->services.end() ? 0 : found->second.waiting;
}

void close(MenuCard& card, const ScreenContext& context, const ServiceOpening& opening) {
  card.opening = opening.state;
  if (opening.state == Opening::kClosed) {
    const auto at = opening.opens_at ? context.wall(*opening.opens_at) : std::nullopt;
    card.opens = opens_text(context.words, at, context.header.time, false);
    card.opens_spoken = opens_text(context.words, at, context.header.time, true);
  } else if (opening.state == Opening::kFull) {
    card.opens = card.opens_spoken = context.words.text("kiosk.home.full");
  }
}

MenuCard card_of(const ScreenContext& context, const ServiceOffer& offer) {
  MenuCard card{.group = false,
                .id = offer.id.value(),
                .name = offer.name.in(context.words.language()),
                .icon = offer.icon,
                .color = offer.color,
                .opens = {},
                .opens_spoken = {},
                .wait = wait_for(context, offer),
                .waiting = waiting_for(context, offer.id)};
  close(card, context, opening_of(context, offer.id));
  return card;
}

// Minutes to compare waits by.
int length_of(const Wait& wait) {
  constexpr int kEndless = 1'000'000;
  const bool counted = wait.kind != WaitKind::kSoon && wait.kind != WaitKind::kUnknown;
  return counted ? wait.range.high_min : kEndless;
}

MenuCard card_of(const ScreenContext& context, const ServiceGroup& group) {
  MenuCard card{.group = true,
                .id = group.id,
                .name = group.name.in(context.words.language()),
                .icon = group.icon,
                .color = group.color,
                .opens = {},
                .opens_spoken = {},
                .wait = {},
                .waiting = {}};
  std::optional<MenuCard> first_closed;
  bool open = false;
  for (const ServiceOffer* offer : services_below(context.facts, group.id)) {
    const MenuCard service = card_of(context, *offer);
    ++card.services;
    if (service.opening != Opening::kOpen) {
      first_closed = first_closed.value_or(service);
      continue;
    }
    if (!open || length_of(service.wait) < length_of(card.wait)) {
      card.wait = service.wait;
    }
    open = true;
    if (service.waiting) {
      card.waiting = card.waiting.value_or(0) + *service.waiting;
    }
  }
  if (!open && first_closed) {
    card.opening = first_closed->opening;
    card.opens = first_closed->opens;
    card.opens_spoken = first_closed->opens_spoken;
  }
  return card;
}

}  // namespace

std::string opens_text(const ui::Catalogue& words, const std::optional<ui::WallTime>& opens,
                       const std::optional<ui::WallTime>& now, bool spoken) {
  if (!opens) {
    return words.text("kiosk.home.closed");
  }
  const std::string time = spoken ? ui::spoken_clock(words, *opens) : ui::clock_text(words, *opens);
  if (!now || (now->day == opens->day && now->month == opens->month)) {
    return words.text("kiosk.home.opens_at", {{"time", time}});
  }
  if (now->weekday % 7 + 1 == opens->weekday) {
    return words.text(spoken ? "kiosk.home.opens_tomorrow_spoken" : "kiosk.home.opens_tomorrow",
                      {{"time", time}});
  }
  return words.text(
      spoken ? "kiosk.home.opens_on_spoken" : "kiosk.home.opens_on",
      {{"day", words.text("common.weekday." + std::to_string(opens->weekday))}, {"time", time}});
}

HomeModel make_home(const ScreenContext& context) {
  const std::string& group = context.visit().group;
  HomeModel model{.header = context.header,
                  .top = group.empty(),
                  .known = !context.facts.services.empty(),
                  .title = context.words.text("kiosk.home.welcome"),
                  .subtitle = context.words.text("kiosk.home.choose"),
                  .live = context.live != nullptr,
                  .own_estimate = context.live == nullptr && !context.own_waits.empty(),
                  .paper = context.device.paper_expected(),
                  .cards = {},
                  .page = context.visit().menu_page,
                  .check_in = group.empty() && context.facts.takes_bookings,
                  .priority = group.empty() && context.facts.grants_priority,
                  .priority_chosen = context.visit().priority.has_value(),
                  .ratings = group.empty() && context.facts.takes_ratings};
  model.header.aloud = model.top;
  if (context.live != nullptr) {
    model.counters_open = context.live->counters_open;
    model.waiting_total = context.live->waiting_total;
  }
  const auto found = std::ranges::find(context.facts.groups, group, &ServiceGroup::id);
  if (!model.top && found != context.facts.groups.end()) {
    model.title = found->name.in(context.words.language());
  }
  const MenuLevel level = menu_level(context.facts, group);
  for (const ServiceGroup* below : level.groups) {
    model.cards.push_back(card_of(context, *below));
  }
  for (const ServiceOffer* offer : level.services) {
    model.cards.push_back(card_of(context, *offer));
  }
  return model;
}

}  // namespace navbat::kiosk
