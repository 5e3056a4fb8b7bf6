#pragma once
// A whole kiosk on a stage: real screens and navigation on virtual time, with a branch, a desk and
// a printer that do as they are told.

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/app/ticket_jobs.h"
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
  void on_change(std::function<void()>) override {}

  std::optional<BranchFacts> facts_ = sample_facts();
  std::optional<LiveQueue> queue_ = sample_queue();
  std::function<std::optional<domain::Milliseconds>()> age_ = [] {
    return domain::Milliseconds{0};
  };
};

class FakeDesk final : public TicketDesk {
 public:
  tl::expected<IssuedTicket, std::string> take(const domain::ServiceId& service,
                                               const std::string& language) override {
    asked.push_back(service.value() + " " + language);
    if (fails) {
      return tl::unexpected(std::string("disk full"));
    }
    IssuedTicket made = ticket;
    made.service = service;
    return made;
  }
  void printed(const std::string& ticket_id) override { on_paper.push_back(ticket_id); }

  IssuedTicket ticket = sample_ticket();
  std::vector<std::string> on_paper;
  bool fails = false;
  std::vector<std::string> asked;
};

class FakePrinter final : public Printer {
 public:
  PrinterStatus status(const std::stop_token&) override {
    PrinterStatus status;
    status.reachable = true;
    status.paper = fails ? PaperLevel::kOut : PaperLevel::kOk;
    return status;
  }
  PrintResult print(const Bitmap& bitmap, const std::string& name,
                    const std::stop_token&) override {
    if (fails) {
      return PrintResult::not_printed("no paper");
    }
    printed.push_back(name);
    last = bitmap;
    return PrintResult::printed();
  }
  bool fails = false;
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
  bool headless = true;
  bool hold_jobs = false;  // issuing waits until run_jobs()
  std::string first_language = "uz";
};

class KioskStage {
 public:
  explicit KioskStage(StageSpec spec = {});

  // Runs what hold_jobs kept back.
  void run_jobs();
  // Draws again, as the feed's news would.
  void refresh();

  ui::Moment now{0};
  FakeFeed feed;
  FakeDesk desk;
  FakePrinter printer;
  StageClock clock{now};
  std::vector<std::string> log;
  std::unique_ptr<ui::Shell> shell;
  std::unique_ptr<TicketJobs> jobs;
  std::unique_ptr<KioskScene> scene;
  std::unique_ptr<ui::Robot> robot;

  const ui::Probe& sees() const { return shell->probe(); }

 private:
  std::vector<std::function<void()>> held_;
};

}  // namespace navbat::kiosk
