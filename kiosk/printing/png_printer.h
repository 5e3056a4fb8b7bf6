#pragma once
// Prints into a folder: one 1-bit PNG a page. For demos, tests, previews and branches without
// paper.

#include <filesystem>

#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

class PngPrinter final : public Printer {
 public:
  explicit PngPrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}

  PrinterStatus status(const std::stop_token& stop) override;
  // Writes FOLDER/NAME.png whole or not at all.
  PrintResult print(const Bitmap& page, const std::string& name,
                    const std::stop_token& stop) override;

 private:
  std::filesystem::path folder_;
};

}  // namespace navbat::kiosk
