#include "kiosk/printing/folder_printer.h"

#include <unistd.h>

#include "kiosk/printing/page_file.h"

namespace navbat::kiosk {
namespace {

// Empty when pages can be written there.
std::string trouble_with(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return folder.string() + ": cannot be written; expected a writable folder";
  }
  return {};
}

}  // namespace

PrinterStatus FolderPrinter::status(const std::stop_token&) {
  PrinterStatus status;
  status.detail = trouble_with(folder_);
  status.reachable = status.detail.empty();
  return status;
}

PrintResult FolderPrinter::print(const Bitmap& page, const std::string& name,
                                 const std::stop_token&) {
  if (std::string trouble = trouble_with(folder_); !trouble.empty()) {
    return PrintResult::not_printed(std::move(trouble));
  }
  const bool png = format_ == Format::kPng;
  const auto file = folder_ / (name + (png ? ".png" : ".pdf"));
  auto draft = file;
  draft += ".part";
  std::error_code error;
  if (const auto written = png ? write_png(page, draft) : write_pdf(page, draft); !written) {
    std::filesystem::remove(draft, error);
    return PrintResult::not_printed(written.error());
  }
  std::filesystem::rename(draft, file, error);
  if (error) {
    return PrintResult::not_printed(file.string() + ": " + error.message());
  }
  return PrintResult::printed();
}

}  // namespace navbat::kiosk
