#include "tests/board/sample_pictures.h"

#include "tests/board/scripted_branch.h"

namespace navbat::board {
namespace {

using Kind = domain::NoticeKind;

const char* const kLongestCounter = "Consultation-Room-of-the-Branch-Manager1";  // 40 letters

// 60 letters, as no bank would name a service, in a script that runs wide.
const char* const kLongestService = "Обслуживание юридических лиц и индивидуальных собственников";

client::Translations everywhere(const std::string& text) {
  client::Translations texts;
  for (const char* language : {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"}) {
    texts[language] = text;
  }
  return texts;
}

// 240 bytes: the most that a notice may have.
std::string longest_latin() {
  return "Dear customers, because of works on the heating the second floor stays closed until the "
         "end of this week; for loans and mortgages please come to the counters on the ground "
         "floor, where our colleagues will be glad to help you all day.....";
}
std::string longest_cyrillic() {
  return "Уважаемые клиенты! Сегодня отделение работает до 15:00. По вопросам вкладов и ипотеки "
         "обращайтесь, пожалуйста, к консультанту.";
}

client::Translations leave_the_building() {
  return {{"uz", "Iltimos, binoni eng yaqin chiqish orqali tark eting."},
          {"uz-Cyrl", "Илтимос, бинони энг яқин чиқиш орқали тарк этинг."},
          {"az", "Zəhmət olmasa, binanı ən yaxın çıxışdan tərk edin."},
          {"tr", "Lütfen binayı en yakın çıkıştan terk edin."},
          {"pl", "Prosimy opuścić budynek najbliższym wyjściem."},
          {"ru", "Пожалуйста, покиньте здание через ближайший выход."},
          {"en", "Please leave the building by the nearest exit."}};
}

client::Translations closing_soon() {
  return {{"uz", "Filial soat 17:00 da yopiladi. Chiptangiz boʻlsa, sizga xizmat koʻrsatamiz."},
          {"uz-Cyrl", "Филиал соат 17:00 да ёпилади. Чиптангиз бўлса, сизга хизмат кўрсатамиз."},
          {"az", "Filial saat 17:00-da bağlanır. Talonunuz varsa, sizə xidmət göstəriləcək."},
          {"tr", "Şubemiz saat 17.00'de kapanıyor. Sıra fişi olan herkese hizmet verilecektir."},
          {"pl", "Oddział zamykamy o 17:00. Wszystkich z biletem obsłużymy."},
          {"ru", "Отделение закрывается в 17:00. Всех, у кого есть талон, мы обслужим."},
          {"en", "The branch closes at 17:00. Everybody with a ticket will be served."}};
}

// A picture as a bank might show: a sun over water.
std::shared_ptr<const ui::Image> sunrise() {
  constexpr int kWide = 640;
  constexpr int kHigh = 480;
  ui::Image image{.width = kWide, .height = kHigh, .rgba = {}};
  for (int y = 0; y < kHigh; ++y) {
    for (int x = 0; x < kWide; ++x) {
      const int dx = x - kWide / 2;
      const int dy = y - kHigh * 5 / 8;
      const bool sun = dx * dx + dy * dy < 110 * 110 && dy < 0;
      const bool water = dy >= 0;
      const int shade = water ? 90 - (y - kHigh * 5 / 8) / 4 : 60 + y / 3;
      const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
      image.rgba.push_back(byte(sun ? 255 : water ? 20 : 90 + y / 3));
      image.rgba.push_back(byte(sun ? 214 : shade + 30));
      image.rgba.push_back(byte(sun ? 120 : water ? shade + 90 : 150 - y / 6));
      image.rgba.push_back(255);
    }
  }
  return std::make_shared<const ui::Image>(std::move(image));
}

NoticeBoard notice(Kind kind, client::Translations texts) {
  return {.kind = kind, .id = {}, .texts = std::move(texts), .since = {}};
}

void say(Sample& sample, client::Translations texts) {
  sample.picture.ticker = {
      .kind = TickerLine::Kind::kMessage,
      .message = std::make_shared<const client::Translations>(std::move(texts))};
}

void give_long_names(Sample& sample) {
  sample.branch.bank = "Oʻzbekiston sanoat-qurilish aksiyadorlik tijorat banki";
  sample.branch.name = everywhere("Мирзо Улугбекский филиал на улице Буюк Ипак Йули");
  sample.zone = everywhere("Зал обслуживания юридических лиц, второй этаж");
  for (client::ServiceInfo& service : sample.branch.services) {
    service.name = everywhere(kLongestService);
  }
  sample.branch.services[1].name =
      everywhere("Kreditgewährungsbearbeitungsstellenleitungsvertretungssprech");  // one word of 60
  for (client::AlternativeInfo& way : sample.branch.alternatives) {
    way.name = everywhere(kLongestService);
    way.place = everywhere("рядом с входом, за второй колонной налево от терминалов");
  }
  for (ServiceWait& wait : sample.picture.services) {
    wait.waiting = 1234;
    wait.next = {"WX1024", "WX1025", "WX1026"};
    wait.range = domain::PromiseRange{115, 145, 190};
  }
  for (CallLine& call : sample.picture.latest) {
    call.label = "WX1024";
    call.counter = kLongestCounter;
  }
  sample.picture.latest[1].counter = "128";
  sample.picture.latest[2].counter = "Kassa-2";
  sample.picture.waiting_total = 1234;
  put_on_stage(sample, "WX1024", kLongestCounter);
}

void twenty_services(Sample& sample) {
  for (int i = 6; i < 20; ++i) {
    client::ServiceInfo info = sample.branch.services[static_cast<std::size_t>(i % 6)];
    ServiceWait wait = sample.picture.services[static_cast<std::size_t>(i % 6)];
    info.id = wait.service = domain::ServiceId("service-" + std::to_string(i));
    info.letter = wait.letter = static_cast<char>('A' + i);
    sample.branch.services.push_back(std::move(info));
    sample.picture.services.push_back(std::move(wait));
  }
}

void delays(Sample& sample) {
  auto& services = sample.picture.services;
  services[0].delay = Delay{domain::DelayReason::kFewerCounters, {15, 22, 30}};
  services[0].range = domain::PromiseRange{20, 28, 35};
  services[2].delay = Delay{domain::DelayReason::kLongServices, {8, 14, 20}};
  services[2].range = domain::PromiseRange{12, 19, 26};
  services[4].open = false;
  services[4].waiting = 0;
  services[4].next.clear();
  services[4].range.reset();
}

void suggest(Sample& sample) {
  sample.picture.side = SidePage{.kind = SidePage::Kind::kSuggestions};
}

void show_rates(Sample& sample, int currencies) { sample.picture.side = rates_of(currencies); }

void have_no_calls(Sample& sample) {
  sample.picture.stage = {};
  sample.picture.latest.clear();
}

void age(Sample& sample, Trust trust, int seconds) {
  sample.picture.trust = trust;
  sample.picture.age = domain::Seconds{seconds};
  sample.picture.heard_at = sample.picture.time;
}

void start(Sample& sample) {
  const auto languages = sample.picture.languages;
  sample.picture = {};
  sample.picture.languages = languages;
}

CounterSign sign(CounterSign::Kind kind, const std::string& label = {}) {
  return {.kind = kind, .counter = "3", .label = label, .service = service_of(label)};
}

std::function<void(Sample&)> with_sign(CounterSign::Kind kind, const std::string& label = {}) {
  return [=](Sample& sample) { sample.picture.sign = sign(kind, label); };
}

}  // namespace

const std::vector<SampleState>& hall_states() {
  static const std::vector<SampleState> kStates{
      {"usual-day", [](Sample&) {}},
      {"starting", start},
      {"closed",
       [](Sample& sample) {
         have_no_calls(sample);
         sample.picture.counters_open = 0;
         sample.picture.waiting_total = 0;
         for (ServiceWait& wait : sample.picture.services) {
           wait.open = false;
           wait.waiting = 0;
           wait.next.clear();
           wait.range.reset();
         }
       }},
      {"first-morning",
       [](Sample& sample) {
         have_no_calls(sample);
         sample.picture.waiting_total = 0;
         for (ServiceWait& wait : sample.picture.services) {
           wait.waiting = 0;
           wait.next.clear();
         }
       }},
      {"one-call", [](Sample& sample) { sample.picture.latest.clear(); }},
      {"forty-calls",
       [](Sample& sample) {
         add_calls(sample, 40);
         put_on_stage(sample, "B088", "12");
         sample.picture.latest[0].coming = true;
         sample.picture.latest[1].coming = true;
       }},
      {"widest", [](Sample& sample) { put_on_stage(sample, "W000", "00"); }},
      {"named-counter", [](Sample& sample) { put_on_stage(sample, "A042", "Kassa-2"); }},
      {"recall", [](Sample& sample) { put_on_stage(sample, "E012", "6", StageKind::kRecall); }},
      {"past", [](Sample& sample) { put_on_stage(sample, "A042", "3", StageKind::kPast); }},
      {"delay", delays},
      {"twenty-services", twenty_services},
      {"long-names", give_long_names},
      {"long-names-side",
       [](Sample& sample) {
         give_long_names(sample);
         delays(sample);
         suggest(sample);
         say(sample, everywhere(longest_latin()));
       }},
      {"suggestions", suggest},
      {"rates",
       [](Sample& sample) {
         show_rates(sample, 4);
         delays(sample);
       }},
      {"twelve-rates", [](Sample& sample) { show_rates(sample, 12); }},
      {"message",
       [](Sample& sample) {
         sample.picture.side =
             SidePage{.kind = SidePage::Kind::kMessage, .message = everywhere(longest_latin())};
         say(sample, everywhere(longest_cyrillic()));
       }},
      {"picture",
       [](Sample& sample) {
         sample.picture.side = SidePage{.kind = SidePage::Kind::kPicture, .picture = sunrise()};
       }},
      {"ticker-suggestion",
       [](Sample& sample) {
         sample.picture.ticker = {.kind = TickerLine::Kind::kSuggestion,
                                  .suggestion = domain::AlternativeId("atm")};
       }},
      {"cut-off-5s", [](Sample& sample) { age(sample, Trust::kAged, 12); }},
      {"cut-off-30s", [](Sample& sample) { age(sample, Trust::kAskStaff, 31); }},
      {"closing-band",
       [](Sample& sample) { sample.picture.beside = notice(Kind::kClosing, closing_soon()); }},
      {"closing",
       [](Sample& sample) { sample.picture.over = notice(Kind::kClosing, closing_soon()); }},
      {"emergency",
       [](Sample& sample) {
         sample.picture.over = notice(Kind::kEmergency, leave_the_building());
       }},
      {"emergency-longest",
       [](Sample& sample) {
         sample.picture.over =
             notice(Kind::kEmergency, {{"en", longest_latin()}, {"ru", longest_cyrillic()}});
       }},
  };
  return kStates;
}

const std::vector<SampleState>& counter_states() {
  using enum CounterSign::Kind;
  static const std::vector<SampleState> kStates{
      {"calling", with_sign(kCalling, "A042")},
      {"recall",
       [](Sample& sample) {
         sample.picture.sign = sign(kCalling, "A042");
         put_on_stage(sample, "A042", "3", StageKind::kRecall);
       }},
      {"serving", with_sign(kServing, "D109")},
      {"free", with_sign(kFree)},
      {"paused", with_sign(kPaused)},
      {"closed-counter", with_sign(kClosed)},
      {"unknown", with_sign(kUnknown)},
      {"widest",
       [](Sample& sample) {
         sample.picture.sign = sign(kCalling, "W000");
         sample.picture.sign->counter = "00";
       }},
      {"zone",
       [](Sample& sample) {
         sample.picture.sign = sign(kServing, "A042");
         sample.zone = {{"en", "Ground floor"}, {"uz", "1-qavat"}, {"ru", "1 этаж"}};
       }},
      {"long-names",
       [](Sample& sample) {
         give_long_names(sample);
         sample.picture.sign = sign(kServing, "WX1024");
         sample.picture.sign->counter = kLongestCounter;
         sample.picture.sign->service = domain::ServiceId("cash");
         say(sample, everywhere(longest_latin()));
       }},
      {"starting",
       [](Sample& sample) {
         start(sample);
         sample.picture.sign = sign(kUnknown);
       }},
      {"cut-off-30s",
       [](Sample& sample) {
         sample.picture.sign = sign(kServing, "A042");
         age(sample, Trust::kAskStaff, 31);
       }},
      {"emergency",
       [](Sample& sample) {
         sample.picture.sign = sign(kServing, "A042");
         sample.picture.over = notice(Kind::kEmergency, leave_the_building());
       }},
  };
  return kStates;
}

}  // namespace navbat::board
