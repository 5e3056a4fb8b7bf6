#pragma once
// Prints into a folder: one 1-bit PNG a ticket. For demos, tests and branches without paper.

#include <filesystem>

#include "kiosk/printing/ticket_printer.h"

namespace navbat::kiosk {

class PngPrinter final : public TicketPrinter {
 public:
  explicit PngPrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Writes FOLDER/NAME.png whole or not at all.
  tl::expected<void, std::string> print(const Bitmap& ticket, const std::string& name) override;

 private:
  std::filesystem::path folder_;
};

}  // namespace navbat::kiosk
