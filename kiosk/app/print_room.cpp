#include "kiosk/app/print_room.h"

#include <utility>

namespace navbat::kiosk {
namespace {

domain::PrintState paper_state(PageState state) {
  switch (state) {
    case PageState::kSending:
      return domain::PrintState::kSending;
    case PageState::kPrinted:
      return domain::PrintState::kPrinted;
    case PageState::kFailed:
      return domain::PrintState::kFailed;
    case PageState::kUnknown:
      break;
  }
  return domain::PrintState::kUnknown;
}

PrintProgress progress_of(PrintOutcome outcome) {
  switch (outcome) {
    case PrintOutcome::kPrinted:
      return PrintProgress::kPrinted;
    case PrintOutcome::kNotPrinted:
      return PrintProgress::kFailed;
    case PrintOutcome::kUnknown:
      break;
  }
  return PrintProgress::kUnknown;
}

}  // namespace

PrintRoom::PrintRoom(std::unique_ptr<Printer> printer, TicketDesk& desk, ui::Shell& shell,
                     KioskScene& scene, std::function<void(const std::string&)> log)
    : desk_(desk),
      shell_(shell),
      scene_(scene),
      log_(std::move(log)),
      spooler_({.printer = std::move(printer), .journal = *this, .listener = *this, .log = log_}) {}

tl::expected<void, std::string> PrintRoom::set_state(const std::string& ticket_id,
                                                     PageState state) {
  return desk_.set_paper(ticket_id, paper_state(state));
}

void PrintRoom::printer_changed(const PrinterReport& report) {
  const auto told = desk_.report("printer", std::string(short_name(report.health)), report.detail);
  if (!told) {
    log_("the printer's state was not reported: " + told.error());
  }
  shell_.post([this, report] { scene_.printer_is(report.health, report.detail); });
}

void PrintRoom::job_done(const PrintJob& job, const PrintResult& result) {
  if (job.ticket_id.empty()) {
    return;
  }
  shell_.post([this, id = job.ticket_id, progress = progress_of(result.outcome)] {
    scene_.printed(id, progress);
  });
}

}  // namespace navbat::kiosk
