#include "kiosk/printing/cups_printer.h"

#include <poll.h>

#include <cstdio>

#include "kiosk/printing/cups_status.h"
#include "kiosk/printing/escpos_commands.h"
#include "kiosk/printing/page_file.h"

namespace navbat::kiosk {
namespace {

// "custom_72x110.5mm_72x110.5mm": PWG 5101.1 self-describing.
std::string media_name(const Bitmap& page) {
  std::array<char, 64> size{};
  std::snprintf(size.data(), size.size(), "%gx%gmm", page.width / kDotsPerMm,
                page.height / kDotsPerMm);
  const std::string text = size.data();
  return "custom_" + text + "_" + text;
}

void pause(const Until& until) {
  const Until look = until.at_most(printing::kCupsLookEvery);
  while (!look.over()) {
    ::poll(nullptr, 0, look.slice_ms());
  }
}

}  // namespace

PrinterStatus CupsPrinter::status(const std::stop_token& stop) {
  const auto queue = client_.queue(Until::within(printing::kCupsAnswerWithin, stop));
  if (queue) {
    return cups::read_status(*queue);
  }
  PrinterStatus status;
  status.detail = queue.error();
  return status;
}

PrintResult CupsPrinter::print(const Bitmap& page, const std::string& name,
                               const std::stop_token& stop) {
  const auto until = Until::within(options_.job_within, stop);
  const auto queue = client_.queue(until);
  if (!queue) {
    return PrintResult::not_printed(queue.error());
  }
  const PrinterStatus before = cups::read_status(*queue);
  if (!can_print(health_of(before))) {
    return PrintResult::not_printed(before.detail);
  }
  const auto job = send(page, name, *queue, until);
  if (!job) {
    // The request may have been taken although its answer was lost.
    return PrintResult::unknown(job.error());
  }
  return follow(*job, until);
}

tl::expected<int, std::string> CupsPrinter::send(const Bitmap& page, const std::string& name,
                                                 const cups::Queue& queue,
                                                 const Until& until) const {
  if (queue.raw) {
    const auto bytes = escpos::page(page);
    return client_.send(
        {.bytes = bytes, .format = "application/vnd.cups-raw", .title = name, .options = {}},
        until);
  }
  const auto pdf = as_pdf(page);
  if (!pdf) {
    return tl::unexpected(pdf.error());
  }
  cups::Document document{.bytes = *pdf,
                          .format = "application/pdf",
                          .title = name,
                          .options = {{"print-scaling", "auto-fit"}}};
  if (page.width / kDotsPerMm <= queue.most_width_mm &&
      page.height / kDotsPerMm <= queue.most_height_mm) {
    document.options["media"] = media_name(page);
  }
  return client_.send(document, until);
}

PrintResult CupsPrinter::follow(int job, const Until& until) const {
  auto connected_at = Until::Steady::now();
  while (true) {
    const auto state = client_.job(job, until);
    if (state == cups::JobState::kCompleted) {
      return PrintResult::printed();
    }
    if (state == cups::JobState::kAborted || state == cups::JobState::kCancelled) {
      return PrintResult::not_printed("the printing system gave the page up");
    }
    if (until.over()) {
      return give_up(
          job, PrintResult::unknown(until.stop.stop_requested() ? "the program ends"
                                                                : "the page did not end in time"));
    }
    if (const auto queue = client_.queue(until)) {
      const PrinterStatus status = cups::read_status(*queue);
      if (!can_print(health_of(status))) {
        return give_up(job, PrintResult::not_printed(status.detail));
      }
      if (!cups::is_connecting(*queue)) {
        connected_at = Until::Steady::now();
      } else if (Until::Steady::now() - connected_at > options_.connecting_within) {
        return give_up(job, PrintResult::not_printed("the printer does not answer"));
      }
    }
    pause(until);
  }
}

PrintResult CupsPrinter::give_up(int job, PrintResult result) const {
  // Even when the program ends: half a second for an order that keeps paper from coming later.
  const auto until = Until::within(printing::kCupsCancelWithin, {});
  if (const auto cancelled = client_.cancel(job, until); !cancelled) {
    result.why += "; its job could not be cancelled: " + cancelled.error();
  }
  return result;
}

}  // namespace navbat::kiosk
