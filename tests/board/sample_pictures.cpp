#include "tests/board/sample_pictures.h"

#include <algorithm>

#include "tests/board/scripted_branch.h"

namespace navbat::board {
namespace {

std::vector<client::AlternativeInfo> ways_without_waiting() {
  const auto way = [](const char* id, domain::AlternativeKind kind, client::Translations name,
                      client::Translations place) {
    client::AlternativeInfo info;
    info.id = domain::AlternativeId(id);
    info.kind = kind;
    info.name = std::move(name);
    info.place = std::move(place);
    return info;
  };
  using enum domain::AlternativeKind;
  return {way("atm", kAtm,
              {{"uz", "Bankomat: naqd pul olish"},
               {"ru", "Банкомат: снять наличные"},
               {"pl", "Bankomat: wypłata gotówki"},
               {"az", "Bankomat: nağd pul"},
               {"tr", "ATM: para çekme"},
               {"uz-Cyrl", "Банкомат: нақд пул олиш"},
               {"en", "ATM: take out cash"}},
              {{"uz", "kirish yonida, chap tomonda"},
               {"ru", "у входа слева"},
               {"pl", "przy wejściu, po lewej"},
               {"az", "girişin yanında, solda"},
               {"tr", "girişte, solda"},
               {"uz-Cyrl", "кириш ёнида, чап томонда"},
               {"en", "by the entrance, on the left"}}),
          way("app", kApp,
              {{"uz", "Meridian Mobile ilovasi"},
               {"ru", "Приложение Meridian Mobile"},
               {"pl", "Aplikacja Meridian Mobile"},
               {"az", "Meridian Mobile tətbiqi"},
               {"tr", "Meridian Mobile uygulaması"},
               {"uz-Cyrl", "Meridian Mobile иловаси"},
               {"en", "Meridian Mobile app"}},
              {{"uz", "toʻlov va oʻtkazmalar, istalgan vaqtda"},
               {"ru", "платежи и переводы в любое время"},
               {"pl", "płatności i przelewy o każdej porze"},
               {"az", "ödəniş və köçürmələr, istənilən vaxt"},
               {"tr", "ödeme ve havale, her zaman"},
               {"uz-Cyrl", "тўлов ва ўтказмалар, исталган вақтда"},
               {"en", "payments and transfers at any time"}}),
          way("terminal", kTerminal,
              {{"uz", "Toʻlov terminali"},
               {"ru", "Терминал оплаты"},
               {"pl", "Wpłatomat"},
               {"az", "Ödəniş terminalı"},
               {"tr", "Ödeme noktası"},
               {"uz-Cyrl", "Тўлов терминали"},
               {"en", "Payment terminal"}},
              {{"uz", "zalda, 2-ustun yonida"},
               {"ru", "в зале, у второй колонны"},
               {"pl", "w holu, przy drugiej kolumnie"},
               {"az", "zalda, ikinci sütunun yanında"},
               {"tr", "salonda, ikinci sütunun yanında"},
               {"uz-Cyrl", "залда, 2-устун ёнида"},
               {"en", "in the hall, at the second column"}})};
}

}  // namespace

void add_calls(Sample& sample, int count) {
  sample.picture.latest.clear();
  for (int i = 0; i < count; ++i) {
    const char letter = "CBADFACBDEAB"[i % 12];
    const std::string number = std::to_string(118 - i * 2 + (i % 3) * 30);
    const std::string label =
        letter + std::string(3 - std::min<std::size_t>(3, number.size()), '0') + number;
    sample.picture.latest.push_back({.version = 100 - i,
                                     .label = label,
                                     .counter = std::to_string(1 + (i * 5 + 6) % 12),
                                     .service = service_of(label)});
  }
}

void put_on_stage(Sample& sample, const std::string& label, const std::string& counter,
                  StageKind kind) {
  sample.picture.stage = {
      .kind = kind,
      .call = {.version = 200, .label = label, .counter = counter, .service = service_of(label)},
      .language = sample.picture.languages.front(),
      .since = {}};
}

SidePage rates_of(int currencies) {
  const std::vector<ExchangeRate> all{
      {"USD", "12 620", "12 690", Trend::kUp}, {"EUR", "13 710", "13 890", Trend::kUp},
      {"RUB", "138", "149", Trend::kDown},     {"GBP", "15 840", "16 310", Trend::kNone},
      {"KZT", "23.9", "25.4", Trend::kDown},   {"CHF", "14 020", "14 480", Trend::kUp},
      {"JPY", "81.5", "85.2", Trend::kDown},   {"CNY", "1 730", "1 790", Trend::kNone},
      {"TRY", "312", "338", Trend::kDown},     {"AZN", "7 380", "7 510", Trend::kUp},
      {"AED", "3 410", "", Trend::kNone},      {"PLN", "3 190.50", "3 288.75", Trend::kUp},
  };
  ExchangeRates rates{.date = std::chrono::year{2026} / 3 / 17,
                      .rates = {all.begin(), all.begin() + currencies}};
  return {.kind = SidePage::Kind::kRates,
          .rates = std::make_shared<const ExchangeRates>(std::move(rates))};
}

Sample usual_day(const std::vector<std::string>& languages) {
  Sample sample;
  sample.branch = demo_branch();
  sample.branch.alternatives = ways_without_waiting();
  Picture& picture = sample.picture;
  picture.trust = Trust::kCurrent;
  picture.languages = languages;
  picture.time = ui::WallTime{2026, 3, 17, 2, 14, 32, 0};
  picture.waiting_total = 14;
  picture.counters_open = 8;
  add_calls(sample, 12);
  put_on_stage(sample, "A042", "3");
  int row = 0;
  for (const client::ServiceInfo& service : sample.branch.services) {
    ServiceWait wait;
    wait.service = service.id;
    wait.letter = service.letter;
    wait.waiting = 4 - row * 2 / 3;
    for (int i = 0; i < std::min(3, wait.waiting); ++i) {
      wait.next.push_back(std::string(1, service.letter) + "0" + std::to_string(43 + row * 9 + i));
    }
    wait.range = domain::PromiseRange{3 * row, 3 * row + 4, 3 * row + 9};
    picture.services.push_back(std::move(wait));
    ++row;
  }
  for (const client::AlternativeInfo& way : sample.branch.alternatives) {
    picture.suggestions.push_back(way.id);
  }
  return sample;
}

}  // namespace navbat::board
