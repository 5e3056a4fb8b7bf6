#pragma once
// The visit's errands, run where they may take their time: numbers, questions and paper each apart,
// so that a slow printer delays no number and a silent server no paper.

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/model/errands.h"
#include "kiosk/model/ports.h"
#include "kiosk/printing/paper_ticket.h"
#include "kiosk/printing/print_spooler.h"
#include "ui/app/shell.h"

namespace navbat::kiosk {

class KioskScene;

// Runs a job somewhere else, jobs of one executor in order. Tests run them on the spot.
using Executor = std::function<void(std::function<void()>)>;

class KioskErrands final : public Errands {
 public:
  struct Parts {
    ui::Shell& shell;
    TicketDesk& desk;
    Executor issuing;                          // numbers
    Executor asking;                           // questions, ratings, what is told
    std::function<bool(PrintJob)> print_page;  // false: too many wait
    std::filesystem::path logo;
    std::string phone_page;
    std::string kiosk_number;
    int paper_dots = kPaperDots;                            // width of the paper
    std::function<bool(const std::string& pin)> pin_right;  // slow on purpose
    std::function<void(int percent)> set_volume;
    std::function<void()> test_sound;
    std::function<void(bool)> keep_out_of_service;  // remembered over a restart
    std::function<void()> leave;
    std::function<void(const std::string&)> log;  // one line; any thread
  };

  explicit KioskErrands(Parts parts) : parts_(std::move(parts)) {}

  // Who is asked and told, on the UI thread; set before the first errand, outlives them all.
  void serve(KioskScene& scene) { scene_ = &scene; }

  void issue(const TicketWish& wish) override;
  void print(const IssuedTicket& ticket, const std::string& language, bool copy) override;
  void find_booking(const std::string& code) override;
  void find_ticket(const std::string& label_or_id) override;
  void rate(const std::string& ticket_id, int score,
            const std::vector<std::string>& reasons) override;
  void tell(const GuidanceOffered& offered) override;
  void tell(const GuidanceTaken& taken) override;
  void tell(const GuidanceReturned& returned) override;
  void check_pin(const std::string& pin) override;
  void load_tickets() override;
  void void_ticket(const std::string& ticket_id, const std::string& reason) override;
  void test_print() override;
  void test_sound() override;
  void set_volume(int percent) override;
  void set_out_of_service(bool out) override;
  void leave() override;

  // Looks for a ticket from before the start whose paper may be missing.
  void look_for_unprinted(domain::Timestamp since);
  // Loads fonts and lays out an empty ticket, so that the first customer's is quick.
  void warm_up();

 private:
  // A job whose outcome is only worth a line when it fails.
  void keep(const std::string& what, std::function<tl::expected<void, std::string>()> job);

  Parts parts_;
  KioskScene* scene_ = nullptr;
};

}  // namespace navbat::kiosk
