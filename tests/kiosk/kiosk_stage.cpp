#include "tests/kiosk/kiosk_stage.h"

#include <cstdlib>
#include <filesystem>

namespace navbat::kiosk {
namespace {

std::filesystem::path source() { return std::getenv("NAVBAT_SOURCE"); }

Translated texts(const char* uz, const char* cyrl, const char* ru, const char* en, const char* az,
                 const char* tr, const char* pl) {
  return Translated(
      {{"uz", uz}, {"uz-Cyrl", cyrl}, {"ru", ru}, {"en", en}, {"az", az}, {"tr", tr}, {"pl", pl}});
}

ServiceOffer offer(const char* id, const char* icon, unsigned color, int target_min,
                   Translated name) {
  return {.id = domain::ServiceId(id),
          .icon = icon,
          .color = ui::rgb(color),
          .target_wait = std::chrono::minutes(target_min),
          .name = std::move(name)};
}

std::unique_ptr<ui::Shell> open_shell(const StageSpec& spec, const ui::Moment& now) {
  ui::ShellSpec shell;
  shell.window.title = "Navbat";
  shell.window.design = spec.size;
  shell.window.scale = 1;
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
          offer("cash", "payments", 0x0FA28F, 10,
                texts("Kassa", "Касса", "Касса", "Cash desk", "Kassa", "Vezne", "Kasa")),
          offer("payments", "swap_horiz", 0x2E6BE6, 10,
                texts("Toʻlov va oʻtkazmalar", "Тўлов ва ўтказмалар", "Платежи и переводы",
                      "Payments and transfers", "Ödəniş və köçürmələr", "Ödeme ve havale",
                      "Płatności i przelewy")),
          offer("cards", "credit_card", 0x6C46E0, 15,
                texts("Kartalar", "Карталар", "Карты", "Cards", "Kartlar", "Kartlar", "Karty")),
          offer("loans", "real_estate_agent", 0xE07B0C, 20,
                texts("Kredit va ipoteka", "Кредит ва ипотека", "Кредиты и ипотека",
                      "Loans and mortgages", "Kredit və ipoteka", "Kredi ve ipotek",
                      "Kredyty i hipoteki")),
          offer("deposits", "savings", 0xDD3F66, 15,
                texts("Omonatlar", "Омонатлар", "Вклады", "Savings and deposits", "Əmanətlər",
                      "Mevduat", "Lokaty i oszczędności")),
          offer("business", "business_center", 0x22345E, 15,
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

KioskStage::KioskStage(StageSpec spec) : shell(open_shell(spec, now)) {
  const std::string phone_page = "https://queue.meridian.example/t/";
  const Executor at_once = [](const std::function<void()>& job) { job(); };
  const Executor later = [this](std::function<void()> job) { held_.push_back(std::move(job)); };
  jobs = std::make_unique<TicketJobs>(
      TicketJobs::Parts{.shell = *shell,
                        .desk = desk,
                        .printer = printer,
                        .issuing = spec.hold_jobs ? later : at_once,
                        .printing = spec.hold_jobs ? later : at_once,
                        .logo = source() / "assets" / "icons" / "bank.png",
                        .phone_page = phone_page,
                        .kiosk_number = "1",
                        .log = [this](const std::string& line) { log.push_back(line); }});
  scene = std::make_unique<KioskScene>(*shell, feed, clock,
                                       SceneSettings{.bank = "Meridian Bank",
                                                     .phone_page = phone_page,
                                                     .light = ui::light_theme(),
                                                     .high_contrast = ui::high_contrast_theme(),
                                                     .log = {}},
                                       jobs->for_scene([this]() -> KioskScene& { return *scene; }));
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
