#include "kiosk/printing/cups_status.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace navbat::kiosk::cups {
namespace {

using namespace std::string_view_literals;

// A reason as its keyword, without how bad somebody thinks it is.
std::string_view keyword(std::string_view reason) {
  for (const auto ending : {"-report"sv, "-warning"sv, "-error"sv}) {
    if (reason.ends_with(ending)) {
      return reason.substr(0, reason.size() - ending.size());
    }
  }
  return reason;
}

template <std::size_t N>
bool any_of(const Queue& queue, const std::array<std::string_view, N>& words) {
  return std::any_of(queue.reasons.begin(), queue.reasons.end(), [&](const std::string& reason) {
    return std::find(words.begin(), words.end(), keyword(reason)) != words.end();
  });
}

constexpr std::array kPaperOut{"media-empty"sv, "media-needed"sv, "input-tray-missing"sv};
constexpr std::array kPaperLow{"media-low"sv};
constexpr std::array kCoverOpen{"cover-open"sv, "door-open"sv, "interlock-open"sv};
constexpr std::array kOffline{"offline"sv, "timed-out"sv, "shutdown"sv};
constexpr std::array kBroken{
    "media-jam"sv,       "fuser-over-temp"sv,     "marker-supply-empty"sv,
    "spool-area-full"sv, "output-area-full"sv,    "trimmer-jam"sv,
    "toner-empty"sv,     "cups-missing-filter"sv, "cups-insecure-filter"sv};

std::string joined(const Queue& queue) {
  std::string all = queue.message;
  for (const std::string& reason : queue.reasons) {
    all += (all.empty() ? "" : ", ") + reason;
  }
  return all;
}

}  // namespace

PrinterStatus read_status(const Queue& queue) {
  PrinterStatus status;
  status.reachable = !any_of(queue, kOffline);
  status.cover_open = any_of(queue, kCoverOpen);
  status.paper = any_of(queue, kPaperOut)   ? PaperLevel::kOut
                 : any_of(queue, kPaperLow) ? PaperLevel::kNearEnd
                                            : PaperLevel::kUnknown;
  status.error = queue.stopped || !queue.accepting || any_of(queue, kBroken);
  if (!status.reachable) {
    status.detail = "the printer is offline";
  } else if (status.cover_open) {
    status.detail = "the printer's cover is open";
  } else if (status.paper == PaperLevel::kOut) {
    status.detail = "the printer is out of paper";
  } else if (!queue.accepting) {
    status.detail = "the queue takes no jobs";
  } else if (queue.stopped) {
    status.detail = "the queue is stopped";
  } else if (status.error) {
    status.detail = "the printer has a fault";
  } else if (status.paper == PaperLevel::kNearEnd) {
    status.detail = "the paper ends soon";
  }
  if (const std::string why = joined(queue); !status.detail.empty() && !why.empty()) {
    status.detail += " (" + why + ")";
  }
  return status;
}

bool is_connecting(const Queue& queue) {
  // CUPS's own backends take the reason back too early and go on with these words, where the
  // machine speaks English. Elsewhere such a page ends with its time limit.
  constexpr std::array kWords{"Connecting to printer."sv, "The printer is not responding."sv,
                              "The printer is in use."sv,
                              "The printer is unreachable at this time."sv,
                              "The printer may not exist or is unavailable at this time."sv};
  return any_of(queue, std::array{"connecting-to-device"sv}) ||
         std::find(kWords.begin(), kWords.end(), queue.message) != kWords.end();
}

}  // namespace navbat::kiosk::cups
