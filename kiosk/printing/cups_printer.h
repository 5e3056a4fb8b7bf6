#pragma once
// Any printer that the machine's printing system has a queue for. A raw queue gets ESC/POS bytes,
// every other a PDF page of the ticket's size, which its driver turns into dots.

#include <string>

#include "kiosk/printing/cups_client.h"
#include "kiosk/printing/limits.h"
#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

class CupsPrinter final : public Printer {
 public:
  struct Options {
    std::string server;  // as cups::Client
    std::string queue;
    std::chrono::milliseconds job_within = printing::kCupsJobWithin;
    std::chrono::milliseconds connecting_within = printing::kStalledAfter;
  };

  explicit CupsPrinter(Options options)
      : options_(std::move(options)), client_(options_.server, options_.queue) {}

  PrinterStatus status(const std::stop_token& stop) override;
  // Follows the job to its end. One that does not end is cancelled, so that it cannot come out in
  // front of the next customer.
  PrintResult print(const Bitmap& page, const std::string& name,
                    const std::stop_token& stop) override;

 private:
  tl::expected<int, std::string> send(const Bitmap& page, const std::string& name,
                                      const cups::Queue& queue, const Until& until) const;
  PrintResult follow(int job, const Until& until) const;
  PrintResult give_up(int job, PrintResult result) const;

  Options options_;
  cups::Client client_;
};

}  // namespace navbat::kiosk
