#pragma once
// The few questions and orders that the printing system (CUPS) gets, over IPP. Source: RFC 8010
// and 8011. Every call connects anew: a cupsd that is restarted is found again, and one call a few
// seconds costs nothing.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "kiosk/printing/until.h"

namespace navbat::kiosk::cups {

struct Queue {
  bool stopped = false;
  bool accepting = true;
  std::vector<std::string> reasons;  // "media-empty-error", "cover-open" …; without "none"
  std::string message;               // of the driver or the administrator
  bool raw = false;                  // bytes go to the device as they are
  // The largest page that its driver takes besides its listed ones, millimetres; 0: none.
  double most_width_mm = 0;
  double most_height_mm = 0;
};

enum class JobState { kPending, kHeld, kProcessing, kStopped, kCancelled, kAborted, kCompleted };

struct Document {
  std::span<const std::uint8_t> bytes;
  std::string format;  // "application/pdf"
  std::string title;
  std::map<std::string, std::string> options;  // job attributes: keywords
};

class Client {
 public:
  // `server` is "host", "host:port" or a socket's path; empty: what this machine is set to.
  Client(std::string server, std::string queue);

  // Errors are one line.
  tl::expected<Queue, std::string> queue(const Until& until) const;
  tl::expected<int, std::string> send(const Document& document, const Until& until) const;
  tl::expected<JobState, std::string> job(int id, const Until& until) const;
  tl::expected<void, std::string> cancel(int id, const Until& until) const;

 private:
  std::string server_;
  std::string queue_;
  std::string uri_;
  std::string resource_;
};

}  // namespace navbat::kiosk::cups
