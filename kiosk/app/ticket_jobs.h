#pragma once
// The two things of a visit that may take long, done off the UI thread: getting a number, printing
// it.

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/model/ports.h"
#include "kiosk/printing/paper_ticket.h"
#include "kiosk/printing/printer.h"
#include "ui/app/shell.h"

namespace navbat::kiosk {

// Runs a job somewhere else, jobs of one executor in order. Tests run them on the spot.
using Executor = std::function<void(std::function<void()>)>;

class TicketJobs {
 public:
  struct Parts {
    ui::Shell& shell;
    TicketDesk& desk;
    Printer& printer;
    Executor issuing;  // apart, so that a slow printer delays no number
    Executor printing;
    std::filesystem::path logo;
    std::string phone_page;
    std::string kiosk_number;
    std::function<void(const std::string&)> log;  // one line; any thread
  };

  explicit TicketJobs(Parts parts) : parts_(std::move(parts)) {}

  // What a navigator calls. `scene` is asked and told on the UI thread and outlives the jobs.
  Navigator::Jobs for_scene(std::function<KioskScene&()> scene);

  // Loads fonts and lays out an empty ticket, so that the first customer's is quick.
  void warm_up();

 private:
  void issue(const std::function<KioskScene&()>& scene, const domain::ServiceId& service,
             const std::string& language);
  void print(const std::function<KioskScene&()>& scene, const IssuedTicket& ticket,
             const std::string& language);

  Parts parts_;
};

}  // namespace navbat::kiosk
