#pragma once
// A whole kiosk on a stage: real screens and navigation on virtual time, with a branch, a desk and
// a printer that do as they are told.

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/kiosk_errands.h"
#include "kiosk/app/kiosk_scene.h"
#include "ui/app/shell.h"
#include "ui/testing/robot.h"

namespace navbat::kiosk {

inline const std::vector<std::string> kLanguages{"uz", "uz-Cyrl", "ru", "en", "az", "tr", "pl"};

// The demo branch with names in all languages.
BranchFacts sample_facts();
// Every kind of wait: none, short, long, no estimate, nobody waiting.
LiveQueue sample_queue();
// A042, four ahead, about 15–25 min, nine in ten under 30.
IssuedTicket sample_ticket();

class FakeFeed final : public BranchFeed {
 public:
  std::optional<BranchFacts> facts() const override { return facts_; }
  std::optional<LiveQueue> queue() const override { return queue_; }
  std::optional<domain::Milliseconds> age() const override { return age_ ? age_() : std::nullopt; }
  OwnWaits own_waits() const override { return own_waits_; }
  Openings openings() const override { return openings_; }
  Outlook outlook() const override { return outlook_; }
  LinkHealth link() const override { return link_; }
  void on_change(std::function<void()>) override {}

  std::optional<BranchFacts> facts_ = sample_facts();
  std::optional<LiveQueue> queue_ = sample_queue();
  std::function<std::optional<domain::Milliseconds>()> age_ = [] {
    return domain::Milliseconds{0};
  };
  OwnWaits own_waits_;
  Openings openings_;
  Outlook outlook_;
  LinkHealth link_{.online = true, .last_contact = {}, .waiting_to_send = 0};
};

// Keeps what it was told as lines that read like the domain.
class FakeDesk final : public TicketDesk {
 public:
  tl::expected<IssuedTicket, NoTicket> take(const TicketWish& wish) override;
  tl::expected<void, std::string> set_paper(const std::string& ticket_id,
                                            domain::PrintState state) override;
  std::vector<IssuedTicket> unprinted(domain::Timestamp) override { return without_paper; }
  std::vector<IssuedTicket> latest(std::size_t) override { return given; }
  tl::expected<Booking, NoTicket> find_booking(const std::string& code) override;
  Found find_ticket(const std::string& label_or_id) override;
  tl::expected<void, std::string> void_ticket(const std::string& ticket_id,
                                              const std::string& reason) override;
  tl::expected<void, std::string> rate(const std::string& ticket_id, int score,
                                       const std::vector<std::string>& reasons) override;
  tl::expected<void, std::string> tell(const GuidanceOffered& offered) override;
  tl::expected<void, std::string> tell(const GuidanceTaken& taken) override;
  tl::expected<void, std::string> tell(const GuidanceReturned& returned) override;
  tl::expected<void, std::string> report(const std::string& part, const std::string& state,
                                         const std::string& detail) override;

  IssuedTicket ticket = sample_ticket();
  bool fails = false;
  Refusal refusal = Refusal::kTrouble;               // why, when it fails
  std::optional<Refusal> fails_to_issue{};           // only take() fails, and why
  std::optional<domain::Timestamp> refused_until{};  // told with it
  std::map<std::string, Booking> bookings;           // by code
  std::map<std::string, Rateable> rateable;          // by label or id; others are not known
  bool server_answers = true;
  std::vector<IssuedTicket> without_paper;  // from before the start
  std::vector<IssuedTicket> given;          // newest first

  std::vector<std::string> asked;     // "cards uz", "cash en elderly +998… 123456"
  std::vector<std::string> on_paper;  // ids
  std::vector<std::string> told;      // everything else: "void ID reason", "rate ID 4 speed"
};

// A printer that takes no time.
class FakePrinter {
 public:
  PrintResult print(const Bitmap& page, const std::string& name);

  bool fails = false;
  bool in_doubt = false;
  Bitmap last;
  std::vector<std::string> printed;
};

// 2026-03-17 14:32:10 in Tashkent, moving with the stage's time.
class StageClock final : public domain::Clock {
 public:
  explicit StageClock(const ui::Moment& now) : now_(now) {}
  domain::Timestamp now() const override {
    return domain::parse_rfc3339("2026-03-17T09:32:10.000Z").value() + now_;
  }

 private:
  const ui::Moment& now_;
};

struct StageSpec {
  ui::Size size{1080, 1920};
  float width_mm = 267.7F;
  float scale = 1;  // pixels per unit of the size
  bool headless = true;
  bool hold_jobs = false;  // issuing waits until run_jobs()
  std::string first_language = "uz";
  std::optional<ui::Moment> attract_after{};
};

// One at a time: Dear ImGui has one context.
class KioskStage {
 public:
  explicit KioskStage(StageSpec spec = {});

  // Runs what hold_jobs kept back.
  void run_jobs();
  // Draws again, as the feed's news would.
  void refresh();

  const float units_per_mm;  // of the real screen

  ui::Moment now{0};
  FakeFeed feed;
  FakeDesk desk;
  FakePrinter printer;
  StageClock clock{now};
  std::vector<std::string> log;
  std::string pin = "2580";       // the right one
  std::vector<std::string> done;  // "test sound", "volume 70", "out of service", "left"
  std::unique_ptr<ui::Shell> shell;
  std::unique_ptr<KioskErrands> errands;
  std::unique_ptr<KioskScene> scene;
  std::unique_ptr<ui::Robot> robot;

  const ui::Probe& sees() const { return shell->probe(); }

 private:
  KioskErrands::Parts errand_parts(bool hold_jobs);
  bool print_page(const PrintJob& job);

  std::vector<std::function<void()>> held_;
  int ids_ = 0;
};

}  // namespace navbat::kiosk
