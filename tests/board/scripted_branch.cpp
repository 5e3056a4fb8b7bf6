#include "tests/board/scripted_branch.h"

#include "domain/label.h"

namespace navbat::board {
namespace {

client::ServiceInfo service(const char* id, char letter, const char* color,
                            client::Translations name) {
  return {.id = domain::ServiceId(id),
          .letter = letter,
          .icon = "payments",
          .color = color,
          .target_wait = std::chrono::minutes{10},
          .name = std::move(name),
          .hint = {}};
}

}  // namespace

client::BranchInfo demo_branch() {
  client::BranchInfo info;
  info.id = domain::BranchId("demo");
  info.bank = "Meridian Bank";
  info.name = {{"uz", "Chilonzor filiali"},   {"uz-Cyrl", "Чилонзор филиали"},
               {"ru", "Чиланзарский филиал"}, {"en", "Chilonzor branch"},
               {"az", "Çilanzar filialı"},    {"tr", "Çilanzar şubesi"},
               {"pl", "Oddział Chilonzor"}};
  info.time_zone = "Asia/Tashkent";
  for (int counter = 1; counter <= 8; ++counter) {
    info.counters.emplace_back(std::to_string(counter));
  }
  info.services = {
      service("cash", 'A', "#0FB5A2",
              {{"uz", "Kassa"},
               {"uz-Cyrl", "Касса"},
               {"ru", "Касса"},
               {"en", "Cash"},
               {"az", "Kassa"},
               {"tr", "Gişe"},
               {"pl", "Kasa"}}),
      service("payments", 'B', "#3B78F0",
              {{"uz", "Toʻlov va oʻtkazmalar"},
               {"uz-Cyrl", "Тўлов ва ўтказмалар"},
               {"ru", "Платежи и переводы"},
               {"en", "Payments and transfers"},
               {"az", "Ödəniş və köçürmələr"},
               {"tr", "Ödeme ve havale"},
               {"pl", "Płatności i przelewy"}}),
      service("cards", 'C', "#7A55E8",
              {{"uz", "Kartalar"},
               {"uz-Cyrl", "Карталар"},
               {"ru", "Карты"},
               {"en", "Cards"},
               {"az", "Kartlar"},
               {"tr", "Kartlar"},
               {"pl", "Karty"}}),
      service("loans", 'D', "#F08A24",
              {{"uz", "Kredit va ipoteka"},
               {"uz-Cyrl", "Кредит ва ипотека"},
               {"ru", "Кредиты и ипотека"},
               {"en", "Loans and mortgages"},
               {"az", "Kredit və ipoteka"},
               {"tr", "Kredi ve konut kredisi"},
               {"pl", "Kredyty i hipoteki"}}),
      service("deposits", 'E', "#E5517B",
              {{"uz", "Omonatlar"},
               {"uz-Cyrl", "Омонатлар"},
               {"ru", "Вклады"},
               {"en", "Deposits"},
               {"az", "Əmanətlər"},
               {"tr", "Mevduat"},
               {"pl", "Lokaty"}}),
      service("business", 'F', "#5B7FA6",
              {{"uz", "Tadbirkorlarga"},
               {"uz-Cyrl", "Тадбиркорларга"},
               {"ru", "Для бизнеса"},
               {"en", "Business"},
               {"az", "Biznes üçün"},
               {"tr", "İşletmeler"},
               {"pl", "Dla firm"}}),
  };
  return info;
}

domain::TicketId ticket_of_label(const std::string& label) {
  domain::TicketId::Bytes bytes{};
  for (std::size_t i = 0; i < label.size() && i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(label[i]);
  }
  return domain::TicketId(bytes);
}

domain::ServiceId service_of(const std::string& label) {
  static const char* const kIds[] = {"cash", "payments", "cards", "loans", "deposits", "business"};
  const int index = label.empty() ? 0 : label[0] - 'A';
  return domain::ServiceId(index >= 0 && index < 6 ? kIds[index] : "unheard-of");
}

ScriptedBranch::ScriptedBranch()
    : info_(demo_branch()), now_(*domain::parse_rfc3339("2026-03-17T09:32:10.000Z")) {
  rename();
}

std::shared_ptr<const client::KnownBranch> ScriptedBranch::known() const {
  const auto zone = domain::find_time_zone(info_.time_zone);
  return std::make_shared<client::KnownBranch>(
      client::KnownBranch{info_, domain::BranchCalendar(*zone, std::chrono::minutes{0})});
}

client::QueueSnapshot ScriptedBranch::picture() const {
  client::QueueSnapshot snapshot;
  snapshot.branch = info_.id;
  snapshot.version = version_;
  snapshot.at = now_;
  snapshot.day = domain::BusinessDay::parse("2026-03-17");
  snapshot.counters_open = 8;
  for (const client::ServiceInfo& info : info_.services) {
    snapshot.services.push_back({.service = info.id,
                                 .letter = info.letter,
                                 .waiting = 0,
                                 .longest_wait = {},
                                 .promise = {}});
  }
  return snapshot;
}

void ScriptedBranch::snapshot(client::QueueSnapshot snapshot) {
  news_.emplace_back(std::move(snapshot));
  heard();
}

void ScriptedBranch::event(domain::EventPayload payload, domain::Milliseconds ago) {
  domain::Event event;
  event.version = ++version_;
  event.at = now_ - ago;
  event.recorded_at = event.at;
  event.payload = std::move(payload);
  news_.emplace_back(std::move(event));
  heard();
}

std::int64_t ScriptedBranch::call(const std::string& label, const std::string& counter,
                                  const std::string& language, bool recall,
                                  domain::Milliseconds ago) {
  const domain::Label parsed = domain::Label::parse(label).value();
  const domain::CounterId at(counter);
  const domain::LanguageTag tag(language);
  if (recall) {
    event(domain::TicketRecalled{ticket_of_label(label), parsed, service_of(label), tag, at}, ago);
  } else {
    event(domain::TicketCalled{ticket_of_label(label),
                               parsed,
                               service_of(label),
                               tag,
                               at,
                               domain::TellerId("teller"),
                               {}},
          ago);
  }
  return version_;
}

void fill_queue(client::QueueSnapshot& snapshot, int waiting) {
  using std::chrono::minutes;
  snapshot.waiting_total = waiting;
  for (int i = 0; i < std::min(waiting, 12); ++i) {
    const char letter = "ABCAECDABFBA"[i];
    const domain::Label label{std::string(1, letter), 43 + i * 7};
    const domain::ServiceId service = service_of(label.to_string());
    snapshot.next.push_back({.label = label.to_string(), .service = service});
    for (client::ServiceQueue& queue : snapshot.services) {
      if (queue.service == service && queue.next.size() < 3) {
        queue.next.push_back(label.to_string());
      }
    }
  }
  int row = 0;
  for (client::ServiceQueue& queue : snapshot.services) {
    queue.waiting = waiting / 6;
    queue.promise = client::WaitRange{minutes{3 * row}, minutes{3 * row + 4}, minutes{3 * row + 9}};
    ++row;
  }
}

std::vector<client::Call> past_calls(const ScriptedBranch& branch, int count,
                                     domain::Milliseconds newest_ago) {
  std::vector<client::Call> calls;
  for (int i = 0; i < count; ++i) {
    const char letter = "CBADFACBDEAB"[i % 12];
    const std::string label = domain::Label{std::string(1, letter), 118 - i * 9}.to_string();
    calls.push_back({.version = branch.version() - i,
                     .ticket = ticket_of_label(label),
                     .label = label,
                     .service = service_of(label),
                     .language = domain::LanguageTag("uz"),
                     .counter = domain::CounterId(std::to_string(1 + (i * 5 + 6) % 8)),
                     .at = branch.now() - newest_ago - std::chrono::minutes{i},
                     .recall = false});
  }
  return calls;
}

}  // namespace navbat::board
