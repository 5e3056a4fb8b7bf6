#include "kiosk/screens/home_model.h"

namespace navbat::kiosk {

HomeModel make_home(const BranchFacts& facts, const LiveQueue* queue,
                    const Preferences& preferences, const ui::Catalogues& catalogues) {
  HomeModel model;
  model.header = {.bank = facts.bank, .branch = facts.name.in(preferences.language), .time = {}};
  model.live = queue != nullptr;
  model.preferences = preferences;
  if (queue != nullptr) {
    model.counters_open = queue->counters_open;
    model.waiting_total = queue->waiting_total;
  }
  for (const ServiceOffer& offer : facts.services) {
    ServiceCard card{.id = offer.id,
                     .name = offer.name.in(preferences.language),
                     .icon = offer.icon,
                     .color = offer.color,
                     .wait = {},
                     .waiting = {}};
    if (queue != nullptr) {
      const auto found = queue->services.find(offer.id);
      const ServiceWait now = found == queue->services.end() ? ServiceWait{} : found->second;
      card.wait = wait_of(now.range, true, offer.target_wait);
      card.waiting = now.waiting;
    }
    model.services.push_back(std::move(card));
  }
  for (const ui::Catalogue& catalogue : catalogues.all()) {
    model.languages.push_back({catalogue.language(), catalogue.text("common.language_name"),
                               catalogue.text("common.language_code")});
  }
  return model;
}

}  // namespace navbat::kiosk
