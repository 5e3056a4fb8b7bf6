#include "tests/kiosk/sample_branch.h"

#include <utility>

namespace navbat::kiosk {
namespace {

Translated texts(const char* uz, const char* cyrl, const char* ru, const char* en, const char* az,
                 const char* tr, const char* pl) {
  return Translated(
      {{"uz", uz}, {"uz-Cyrl", cyrl}, {"ru", ru}, {"en", en}, {"az", az}, {"tr", tr}, {"pl", pl}});
}

domain::Timestamp at(const char* text) { return domain::parse_rfc3339(text).value(); }

}  // namespace

void add_alternatives(FakeFeed& feed) {
  const std::vector<domain::ServiceId> services{domain::ServiceId("payments"),
                                                domain::ServiceId("cards")};
  feed.facts_->alternatives = {
      {.id = "atm",
       .kind = AlternativeKind::kAtm,
       .services = services,
       .name = texts("Zaldagi bankomat", "Залдаги банкомат", "Банкомат в зале",
                     "Cash machine in the hall", "Zaldakı bankomat", "Salondaki ATM",
                     "Bankomat w holu"),
       .place = texts("Kiraverishda, chap tomonda", "Кираверишда, чап томонда",
                      "У входа, слева от дверей", "By the entrance, left of the doors",
                      "Girişdə, qapıdan solda", "Girişte, kapının solunda",
                      "Przy wejściu, na lewo od drzwi"),
       .url = {},
       .branch = {}},
      {.id = "app",
       .kind = AlternativeKind::kApp,
       .services = {domain::ServiceId("cards")},
       .name =
           texts("Meridian Mobile ilovasi", "Meridian Mobile иловаси", "Приложение Meridian Mobile",
                 "The Meridian Mobile app", "Meridian Mobile tətbiqi", "Meridian Mobile uygulaması",
                 "Aplikacja Meridian Mobile"),
       .place = texts("Kartani ilovada oching yoki almashtiring",
                      "Картани иловада очинг ёки алмаштиринг",
                      "Закажите или замените карту в приложении",
                      "Order or replace a card in the app", "Kartı tətbiqdə sifariş edin",
                      "Kartınızı uygulamadan isteyin", "Zamów lub wymień kartę w aplikacji"),
       .url = "https://app.meridian.example/cards",
       .branch = {}},
      {.id = "later",
       .kind = AlternativeKind::kQuieterHour,
       .services = {domain::ServiceId("cards")},
       .name = texts("Tinchroq vaqtda keling", "Тинчроқ вақтда келинг", "Приходите позже",
                     "Come at a quieter hour", "Daha sakit saatda gəlin",
                     "Daha sakin bir saatte gelin", "Przyjdź później"),
       .place = {},
       .url = {},
       .branch = {}},
      {.id = "yunusobod",
       .kind = AlternativeKind::kBranch,
       .services = {domain::ServiceId("payments")},
       .name = texts("Yunusobod filiali", "Юнусобод филиали", "Филиал Юнусабад", "Yunusobod branch",
                     "Yunusobod filialı", "Yunusobod Şubesi", "Oddział Yunusobod"),
       .place = texts("Amir Temur koʻchasi, 107", "Амир Темур кўчаси, 107", "ул. Амира Темура, 107",
                      "107 Amir Temur Street", "Əmir Teymur küçəsi, 107", "Emir Timur Caddesi 107",
                      "ul. Amira Temura 107"),
       .url = {},
       .branch = "yunusobod",
       .travel_min = 12}};
  feed.queue_->services[domain::ServiceId("payments")] = {
      .waiting = 9, .range = domain::PromiseRange{25, 35, 45}};
  feed.outlook_.usual[domain::ServiceId("cards")] = {{.hour = 16, .wait_min = 4}};
  feed.outlook_.elsewhere["yunusobod"][domain::ServiceId("payments")] = {
      .waiting = 1, .range = domain::PromiseRange{2, 5, 8}};
}

void add_groups(FakeFeed& feed) {
  feed.facts_->groups = {
      {.id = "private",
       .parent = {},
       .icon = "account_balance",
       .color = ui::rgb(0x2E6BE6),
       .name = texts("Jismoniy shaxslarga", "Жисмоний шахсларга", "Частным лицам",
                     "For private customers", "Fərdi müştərilərə", "Bireysel müşteriler",
                     "Klienci indywidualni")},
      {.id = "money",
       .parent = "private",
       .icon = "savings",
       .color = ui::rgb(0xDD3F66),
       .name = texts("Kredit va omonatlar", "Кредит ва омонатлар", "Кредиты и вклады",
                     "Loans and savings", "Kredit və əmanətlər", "Kredi ve mevduat",
                     "Kredyty i lokaty")}};
  for (ServiceOffer& service : feed.facts_->services) {
    const std::string& id = service.id.value();
    if (id == "payments" || id == "cards") {
      service.group = "private";
    } else if (id == "loans" || id == "deposits") {
      service.group = "money";
    }
  }
}

void set_services(FakeFeed& feed, int count) {
  const std::vector<ServiceOffer> known = sample_facts().services;
  std::vector<ServiceOffer> services = known;
  services.resize(static_cast<std::size_t>(std::min<int>(count, static_cast<int>(known.size()))));
  for (int i = static_cast<int>(services.size()); i < count; ++i) {
    ServiceOffer more = known[static_cast<std::size_t>(i) % known.size()];
    more.id = domain::ServiceId(more.id.value() + std::to_string(i));
    services.push_back(std::move(more));
  }
  feed.facts_->services = std::move(services);
}

void close_some(FakeFeed& feed) {
  feed.openings_[domain::ServiceId("loans")] = {.state = Opening::kClosed,
                                                .opens_at = at("2026-03-18T04:00:00.000Z")};
  feed.openings_[domain::ServiceId("deposits")] = {.state = Opening::kFull, .opens_at = {}};
  feed.openings_[domain::ServiceId("business")] = {.state = Opening::kClosed,
                                                   .opens_at = at("2026-03-17T10:00:00.000Z")};
}

void cut_line(FakeFeed& feed) {
  feed.age_ = [] { return domain::Milliseconds{40'000}; };
  feed.own_waits_[domain::ServiceId("cash")] = domain::PromiseRange{0, 3, 6};
  feed.own_waits_[domain::ServiceId("payments")] = domain::PromiseRange{10, 15, 25};
}

}  // namespace navbat::kiosk
