#pragma once
// Pages on their way to paper: one thread that prints them in order, keeps the journal around
// every page and watches the printer's health. Whatever a printer does, nothing else waits for it.
//
// A page is never printed twice by itself. After a failure or a doubt it is staff, or the customer
// at the restarted kiosk, who ask for the same ticket again.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <tl/expected.hpp>

#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/limits.h"
#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

// How far a ticket's page has come. A ticket that was committed and has no state yet is waiting.
enum class PageState { kSending, kPrinted, kUnknown, kFailed };

// The durable record of pages; written by the spooler's thread.
class PrintJournal {
 public:
  virtual ~PrintJournal() = default;

  // Durable when it returns. kSending is written before the first byte goes out, so after a crash
  // "sending" means that nobody knows. The error is one line: it is logged, and the page still
  // comes out, because the customer waits for it; the worst is a second paper of the same ticket.
  [[nodiscard]] virtual tl::expected<void, std::string> set_state(const std::string& ticket_id,
                                                                  PageState state) = 0;
};

struct PrintJob {
  std::string ticket_id;  // empty for a page that is no ticket (a test page): not journalled
  std::string name;       // unique; file name of a PNG or PDF, title of a CUPS job
  // Lays the page out, on the spooler's thread. The error is one line.
  std::function<tl::expected<Bitmap, std::string>()> page;
};

struct PrinterReport {
  PrinterHealth health = PrinterHealth::kUnknown;
  std::string detail;  // English, one line for staff; empty when all is well

  bool operator==(const PrinterReport&) const = default;
};

// Told on the spooler's thread; must not block and must not destroy the spooler.
class PrintListener {
 public:
  virtual ~PrintListener() = default;

  // Health or detail differ from the last time. Comes before the job_done of a page that failed
  // for it.
  virtual void printer_changed(const PrinterReport& report) = 0;

  // Once for every accepted job, except for those that wait when the spooler ends.
  virtual void job_done(const PrintJob& job, const PrintResult& result) = 0;
};

class PrintSpooler {
 public:
  struct Parts {
    std::unique_ptr<Printer> printer;  // null: the branch does without paper
    PrintJournal& journal;             // outlive the spooler
    PrintListener& listener;
    std::function<void(const std::string&)> log;  // one line; any thread
    std::chrono::milliseconds status_every = printing::kStatusEvery;
  };

  // Starts the thread, which first asks the printer how it is.
  explicit PrintSpooler(Parts parts);
  // Ends within about half a second; a page on its way is journalled as unknown, waiting ones stay
  // as they are.
  ~PrintSpooler();
  PrintSpooler(const PrintSpooler&) = delete;
  PrintSpooler& operator=(const PrintSpooler&) = delete;

  // Any thread, never blocks. False when too many pages wait already: the job is dropped, and
  // job_done is not called.
  [[nodiscard]] bool print(PrintJob job);

  // The latest known; any thread.
  [[nodiscard]] PrinterReport report() const;

 private:
  void loop(const std::stop_token& stop);
  void do_job(const PrintJob& job, const std::stop_token& stop);
  PrintResult print_page(const PrintJob& job, const std::stop_token& stop);
  void note(const PrintJob& job, PageState state);
  void refresh(const std::stop_token& stop);

  Parts parts_;
  mutable std::mutex mutex_;  // of all below
  std::condition_variable_any changed_;
  std::deque<PrintJob> jobs_;
  PrinterReport report_;
  bool first_look_ = true;  // the printer has not been asked yet
  std::jthread thread_;     // last: it uses all above
};

}  // namespace navbat::kiosk
