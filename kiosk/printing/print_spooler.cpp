#include "kiosk/printing/print_spooler.h"

#include <optional>
#include <utility>

namespace navbat::kiosk {
namespace {

PageState state_of(PrintOutcome outcome) {
  switch (outcome) {
    case PrintOutcome::kPrinted:
      return PageState::kPrinted;
    case PrintOutcome::kNotPrinted:
      return PageState::kFailed;
    case PrintOutcome::kUnknown:
      break;
  }
  return PageState::kUnknown;
}

}  // namespace

PrintSpooler::PrintSpooler(Parts parts)
    : parts_(std::move(parts)), thread_([this](const std::stop_token& stop) { loop(stop); }) {}

PrintSpooler::~PrintSpooler() {
  thread_.request_stop();
  thread_.join();
}

bool PrintSpooler::print(PrintJob job) {
  {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= printing::kMostWaitingJobs) {
      return false;
    }
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

PrinterReport PrintSpooler::report() const {
  const std::lock_guard lock(mutex_);
  return report_;
}

void PrintSpooler::loop(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::optional<PrintJob> job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, stop, parts_.status_every,
                        [this] { return first_look_ || !jobs_.empty(); });
      if (stop.stop_requested()) {
        return;
      }
      first_look_ = false;
      if (!jobs_.empty()) {
        job = std::move(jobs_.front());
        jobs_.pop_front();
      }
    }
    if (job) {
      do_job(*job, stop);
    } else {
      refresh(stop);
    }
  }
}

void PrintSpooler::do_job(const PrintJob& job, const std::stop_token& stop) {
  const PrintResult result = print_page(job, stop);
  if (result.outcome != PrintOutcome::kPrinted) {
    parts_.log("printing " + job.name + ": " +
               (result.outcome == PrintOutcome::kUnknown ? "unknown, " : "not printed, ") +
               result.why);
    refresh(stop);  // first, so that whoever hears of the failure can say its cause
  }
  parts_.listener.job_done(job, result);
}

PrintResult PrintSpooler::print_page(const PrintJob& job, const std::stop_token& stop) {
  const auto page = job.page();
  if (!page || parts_.printer == nullptr) {
    note(job, PageState::kFailed);
    return PrintResult::not_printed(page ? "no printer is configured" : page.error());
  }
  note(job, PageState::kSending);
  PrintResult result = parts_.printer->print(*page, job.name, stop);
  note(job, state_of(result.outcome));
  return result;
}

void PrintSpooler::note(const PrintJob& job, PageState state) {
  if (job.ticket_id.empty()) {
    return;
  }
  if (const auto noted = parts_.journal.set_state(job.ticket_id, state); !noted) {
    parts_.log("print journal of " + job.name + ": " + noted.error());
  }
}

void PrintSpooler::refresh(const std::stop_token& stop) {
  PrinterReport now{.health = PrinterHealth::kNone, .detail = {}};
  if (parts_.printer != nullptr) {
    const PrinterStatus status = parts_.printer->status(stop);
    if (stop.stop_requested()) {
      return;  // an answer that was cut short tells nothing
    }
    now = {.health = health_of(status), .detail = status.detail};
  }
  {
    const std::lock_guard lock(mutex_);
    if (now == report_) {
      return;
    }
    report_ = now;
  }
  parts_.log("printer: " + std::string(short_name(now.health)) +
             (now.detail.empty() ? "" : ", " + now.detail));
  parts_.listener.printer_changed(now);
}

}  // namespace navbat::kiosk
