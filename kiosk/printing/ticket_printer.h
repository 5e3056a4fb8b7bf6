#pragma once
// Where printed tickets go. One adapter a kind of printer.

#include <string>
#include <tl/expected.hpp>

#include "kiosk/printing/bitmap.h"

namespace navbat::kiosk {

class TicketPrinter {
 public:
  virtual ~TicketPrinter() = default;

  // Called on the printing thread; may block. `name` is unique for each ticket ("A042-018f…").
  // Returns when the paper is out, as far as the adapter can know; the error is one line for the
  // log.
  [[nodiscard]] virtual tl::expected<void, std::string> print(const Bitmap& ticket,
                                                              const std::string& name) = 0;
};

}  // namespace navbat::kiosk
