#pragma once
// The spooler between the desk that keeps its journal and the scene that shows what came of it.

#include <functional>
#include <memory>
#include <string>

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/model/ports.h"
#include "kiosk/printing/print_spooler.h"
#include "ui/app/shell.h"

namespace navbat::kiosk {

class PrintRoom final : private PrintJournal, private PrintListener {
 public:
  // All but `printer` outlive the room. A null printer: the branch does without paper.
  PrintRoom(std::unique_ptr<Printer> printer, TicketDesk& desk, ui::Shell& shell, KioskScene& scene,
            std::function<void(const std::string&)> log);

  // Any thread. False when too many pages wait.
  [[nodiscard]] bool print(PrintJob job) { return spooler_.print(std::move(job)); }

 private:
  tl::expected<void, std::string> set_state(const std::string& ticket_id, PageState state) override;
  void printer_changed(const PrinterReport& report) override;
  void job_done(const PrintJob& job, const PrintResult& result) override;

  TicketDesk& desk_;
  ui::Shell& shell_;
  KioskScene& scene_;
  const std::function<void(const std::string&)> log_;
  PrintSpooler spooler_;  // last: its thread uses all above
};

}  // namespace navbat::kiosk
