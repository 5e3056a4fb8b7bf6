#pragma once
// Prints into a folder: one PNG or PDF a page. For demos, tests, previews, and branches without
// paper.

#include <filesystem>

#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

class FolderPrinter final : public Printer {
 public:
  enum class Format { kPng, kPdf };

  explicit FolderPrinter(std::filesystem::path folder, Format format = Format::kPng)
      : folder_(std::move(folder)), format_(format) {}

  PrinterStatus status(const std::stop_token& stop) override;
  // Writes FOLDER/NAME.png (or .pdf) whole or not at all.
  PrintResult print(const Bitmap& page, const std::string& name,
                    const std::stop_token& stop) override;

 private:
  std::filesystem::path folder_;
  Format format_;
};

}  // namespace navbat::kiosk
