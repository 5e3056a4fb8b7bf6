#include "tests/kiosk/kiosk_stage.h"

#include <cstdlib>
#include <filesystem>

namespace navbat::kiosk {
namespace {

constexpr auto* kPhonePage = "https://queue.meridian.example/t/";

std::filesystem::path source() { return std::getenv("NAVBAT_SOURCE"); }

Translated texts(const char* uz, const char* cyrl, const char* ru, const char* en, const char* az,
                 const char* tr, const char* pl) {
  return Translated(
      {{"uz", uz}, {"uz-Cyrl", cyrl}, {"ru", ru}, {"en", en}, {"az", az}, {"tr", tr}, {"pl", pl}});
}

ServiceOffer offer(char letter, const char* id, const char* icon, unsigned color, int target_min,
                   Translated name) {
  return {.id = domain::ServiceId(id),
          .icon = icon,
          .color = ui::rgb(color),
          .target_wait = std::chrono::minutes(target_min),
          .name = std::move(name),
          .letter = letter};
}

std::unique_ptr<ui::Shell> open_shell(const StageSpec& spec, const ui::Moment& now) {
  ui::ShellSpec shell;
  shell.window.title = "Navbat";
  shell.window.design = spec.size;
  shell.window.scale = spec.scale;
  shell.screen_width_mm = spec.width_mm;
  shell.catalogues = source() / "assets" / "lang";
  shell.languages = kLanguages;
  shell.logo = source() / "assets" / "icons" / "bank.png";
  shell.theme = ui::light_theme();
  shell.headless = spec.headless;
  shell.probe = true;
  shell.clock = [&now] { return now; };
  auto opened = ui::Shell::open(std::move(shell));
  if (!opened) {
    ADD_FAILURE() << opened.error();
    std::abort();
  }
  (*opened)->set_language(spec.first_language);
  return std::move(*opened);
}

}  // namespace

BranchFacts sample_facts() {
  return {
      .bank = "Meridian Bank",
      .name = texts("Chilonzor filiali", "Чилонзор филиали", "Чиланзарский филиал",
                    "Chilonzor branch", "Çilanzar filialı", "Çilonzor Şubesi", "Oddział Chilonzor"),
      .time_zone = "Asia/Tashkent",
      .services = {
          offer('A', "cash", "payments", 0x0FA28F, 10,
                texts("Kassa", "Касса", "Касса", "Cash desk", "Kassa", "Vezne", "Kasa")),
          offer('B', "payments", "swap_horiz", 0x2E6BE6, 10,
                texts("Toʻlov va oʻtkazmalar", "Тўлов ва ўтказмалар", "Платежи и переводы",
                      "Payments and transfers", "Ödəniş və köçürmələr", "Ödeme ve havale",
                      "Płatności i przelewy")),
          offer('C', "cards", "credit_card", 0x6C46E0, 15,
                texts("Kartalar", "Карталар", "Карты", "Cards", "Kartlar", "Kartlar", "Karty")),
          offer('D', "loans", "real_estate_agent", 0xE07B0C, 20,
                texts("Kredit va ipoteka", "Кредит ва ипотека", "Кредиты и ипотека",
                      "Loans and mortgages", "Kredit və ipoteka", "Kredi ve ipotek",
                      "Kredyty i hipoteki")),
          offer('E', "deposits", "savings", 0xDD3F66, 15,
                texts("Omonatlar", "Омонатлар", "Вклады", "Savings and deposits", "Əmanətlər",
                      "Mevduat", "Lokaty i oszczędności")),
          offer('F', "business", "business_center", 0x22345E, 15,
                texts("Biznes mijozlar", "Бизнес мижозлар", "Бизнес-клиентам", "Business customers",
                      "Biznes müştərilər", "Kurumsal müşteriler", "Klienci biznesowi"))}};
}

LiveQueue sample_queue() {
  const auto wait = [](int waiting, std::optional<domain::PromiseRange> range) {
    return ServiceWait{.waiting = waiting, .range = range};
  };
  LiveQueue queue;
  using domain::PromiseRange;
  using domain::ServiceId;
  queue.services[ServiceId("cash")] = wait(0, PromiseRange{0, 1, 2});
  queue.services[ServiceId("payments")] = wait(3, PromiseRange{5, 10, 15});
  queue.services[ServiceId("cards")] = wait(14, PromiseRange{25, 40, 55});
  queue.services[ServiceId("loans")] = wait(2, PromiseRange{10, 25, 35});
  queue.services[ServiceId("deposits")] = wait(1, std::nullopt);
  queue.services[ServiceId("business")] = wait(5, PromiseRange{7, 7, 9});
  queue.counters_open = 8;
  queue.waiting_total = 25;
  return queue;
}

IssuedTicket sample_ticket() {
  return {.id = "019ab3f0-7c5e-7d1e-9a35-3f6d2b8c4e11",
          .label = "A042",
          .service = domain::ServiceId("cash"),
          .issued_at = domain::parse_rfc3339("2026-03-17T09:32:12.000Z").value(),
          .people_ahead = 4,
          .promise = domain::PromiseRange{15, 25, 30}};
}

tl::expected<IssuedTicket, NoTicket> FakeDesk::take(const TicketWish& wish) {
  std::string line = wish.service.value() + " " + wish.language;
  if (wish.priority) {
    line += " " + std::string(domain::to_string(*wish.priority));
  }
  for (const std::string& more : {wish.phone, wish.booking}) {
    line += more.empty() ? "" : " " + more;
  }
  asked.push_back(line);
  if (fails || fails_to_issue) {
    return tl::unexpected(NoTicket{
        .why = fails_to_issue.value_or(refusal), .at = refused_until, .detail = "disk full"});
  }
  IssuedTicket made = ticket;
  made.service = wish.service;
  made.language = wish.language;
  given.insert(given.begin(), made);
  return made;
}

tl::expected<void, std::string> FakeDesk::set_paper(const std::string& ticket_id,
                                                    domain::PrintState state) {
  if (state == domain::PrintState::kPrinted) {
    on_paper.push_back(ticket_id);
  }
  return {};
}

tl::expected<Booking, NoTicket> FakeDesk::find_booking(const std::string& code) {
  told.push_back("booking " + code);
  if (const auto found = bookings.find(code); found != bookings.end() && !fails) {
    return found->second;
  }
  return tl::unexpected(NoTicket{
      .why = fails ? refusal : Refusal::kBookingUnknown, .at = {}, .detail = "no booking " + code});
}

TicketDesk::Found FakeDesk::find_ticket(const std::string& label_or_id) {
  const auto found = rateable.find(label_or_id);
  if (found == rateable.end()) {
    return {.server_answered = server_answers};
  }
  return {.ticket = ticket, .rateable = found->second};
}

tl::expected<void, std::string> FakeDesk::void_ticket(const std::string& ticket_id,
                                                      const std::string& reason) {
  told.push_back("void " + ticket_id + " " + reason);
  for (IssuedTicket& known : given) {
    known.voided = known.voided || known.id == ticket_id;
  }
  return {};
}

tl::expected<void, std::string> FakeDesk::rate(const std::string& ticket_id, int score,
                                               const std::vector<std::string>& reasons) {
  std::string line = "rate " + ticket_id + " " + std::to_string(score);
  for (const std::string& reason : reasons) {
    line += " " + reason;
  }
  told.push_back(line);
  return {};
}

tl::expected<void, std::string> FakeDesk::tell(const GuidanceOffered& offered) {
  std::string line = "offered " + offered.guidance + " " + offered.service.value();
  for (const Suggestion& option : offered.options) {
    line += " " + option.id;
  }
  told.push_back(line);
  return {};
}

tl::expected<void, std::string> FakeDesk::tell(const GuidanceTaken& taken) {
  told.push_back("taken " + taken.guidance + " " + taken.option);
  return {};
}

tl::expected<void, std::string> FakeDesk::tell(const GuidanceReturned& returned) {
  told.push_back("returned " + returned.guidance + " " + returned.ticket);
  return {};
}

tl::expected<void, std::string> FakeDesk::report(const std::string& part, const std::string& state,
                                                 const std::string& detail) {
  told.push_back("report " + part + " " + state + (detail.empty() ? "" : " " + detail));
  return {};
}

PrintResult FakePrinter::print(const Bitmap& page, const std::string& name) {
  if (fails) {
    return PrintResult::not_printed("no paper");
  }
  printed.push_back(name);
  last = page;
  return in_doubt ? PrintResult::unknown("silence") : PrintResult::printed();
}

bool KioskStage::print_page(const PrintJob& job) {
  const auto page = job.page();
  const PrintResult result =
      page ? printer.print(*page, job.name) : PrintResult::not_printed(page.error());
  if (job.ticket_id.empty()) {
    return true;
  }
  PrintProgress progress = PrintProgress::kUnknown;
  if (result.outcome == PrintOutcome::kPrinted) {
    progress = PrintProgress::kPrinted;
    EXPECT_TRUE(desk.set_paper(job.ticket_id, domain::PrintState::kPrinted));
  } else if (result.outcome == PrintOutcome::kNotPrinted) {
    progress = PrintProgress::kFailed;
    log.push_back("not printed " + job.name + ": " + result.why);
  }
  shell->post([this, id = job.ticket_id, progress] { scene->printed(id, progress); });
  return true;
}

KioskErrands::Parts KioskStage::errand_parts(bool hold_jobs) {
  const Executor at_once = [](const std::function<void()>& job) { job(); };
  const Executor later = [this](std::function<void()> job) { held_.push_back(std::move(job)); };
  return {
      .shell = *shell,
      .desk = desk,
      .issuing = hold_jobs ? later : at_once,
      .asking = hold_jobs ? later : at_once,
      .print_page = [this](const PrintJob& job) { return print_page(job); },
      .logo = source() / "assets" / "icons" / "bank.png",
      .phone_page = kPhonePage,
      .kiosk_number = "1",
      .pin_right = [this](const std::string& typed) { return typed == pin; },
      .set_volume = [this](int percent) { done.push_back("volume " + std::to_string(percent)); },
      .test_sound = [this] { done.push_back("test sound"); },
      .keep_out_of_service =
          [this](bool out) { done.push_back(out ? "out of service" : "in service"); },
      .leave = [this] { done.push_back("left"); },
      .log = [this](const std::string& line) { log.push_back(line); }};
}

KioskStage::KioskStage(StageSpec spec)
    : units_per_mm(spec.size.w / spec.width_mm), shell(open_shell(spec, now)) {
  errands = std::make_unique<KioskErrands>(errand_parts(spec.hold_jobs));
  scene = std::make_unique<KioskScene>(
      *shell, feed, *errands, clock,
      SceneSettings{
          .bank = "Meridian Bank",
          .phone_page = kPhonePage,
          .device = "kiosk-1",
          .letter = 'X',
          .staff_key = "Ctrl+Alt+S",
          .kiosk_number = "1",
          .logo = source() / "assets" / "icons" / "bank.png",
          .version = "1.0",
          .light = ui::light_theme(),
          .high_contrast = ui::high_contrast_theme(),
          .visit = {.first_language = spec.first_language, .attract_after = spec.attract_after},
          .new_id = [this] { return "guidance-" + std::to_string(++ids_); },
          .log = {}});
  errands->serve(*scene);
  robot = std::make_unique<ui::Robot>(*shell, *scene, now);
  robot->settle();
}

void KioskStage::run_jobs() {
  auto jobs_now = std::move(held_);
  held_.clear();
  for (const auto& job : jobs_now) {
    job();
  }
  robot->settle();
}

void KioskStage::refresh() {
  scene->feed_changed();
  robot->advance(ui::Moment{1100});
}

}  // namespace navbat::kiosk
