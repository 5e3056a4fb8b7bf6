#include "kiosk/printing/make_printer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "kiosk/printing/cups_printer.h"
#include "kiosk/printing/escpos_printer.h"
#include "kiosk/printing/folder_printer.h"

namespace navbat::kiosk {
namespace {

// The narrowest and widest receipt paper that is sold (58 mm to 112 mm at 203 dpi).
constexpr int kLeastDots = 320;
constexpr int kMostDots = 832;

constexpr std::string_view kRawPort = "9100";

constexpr std::array kKinds{
    std::pair{"none", PrinterKind::kNone}, std::pair{"escpos", PrinterKind::kEscPos},
    std::pair{"cups", PrinterKind::kCups}, std::pair{"png", PrinterKind::kPng},
    std::pair{"pdf", PrinterKind::kPdf}};

struct HostAndPort {
  std::string host;
  std::string port;
};

bool is_port(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value > 0 && value < 65536;
}

// "host", "host:port", "[::1]:port".
std::optional<HostAndPort> parse_address(std::string_view text) {
  if (text.empty() || text.find_first_of(" \t/") != std::string_view::npos) {
    return std::nullopt;
  }
  HostAndPort parts{.host = std::string(text), .port = std::string(kRawPort)};
  const std::size_t bracket = text.rfind(']');
  const std::size_t colon = text.rfind(':');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
    parts.host = text.substr(0, colon);
    parts.port = text.substr(colon + 1);
  }
  if (parts.host.starts_with('[') && parts.host.ends_with(']')) {
    parts.host = parts.host.substr(1, parts.host.size() - 2);
  } else if (parts.host.find(':') != std::string::npos) {
    return std::nullopt;
  }
  return parts.host.empty() || !is_port(parts.port) ? std::nullopt : std::optional(parts);
}

tl::expected<void, SettingsFault> fault(std::string key, std::string expected) {
  return tl::unexpected(SettingsFault{std::move(key), std::move(expected)});
}

tl::expected<void, SettingsFault> check_escpos(const PrinterSettings& settings) {
  if (settings.address.empty() == settings.device.empty()) {
    return fault("address", "either address or device for kind \"escpos\"");
  }
  if (!settings.address.empty() && !parse_address(settings.address)) {
    return fault("address", "host or host:port, like \"192.168.1.50:9100\"");
  }
  if (settings.baud != 0 && (settings.device.empty() || !is_baud(settings.baud))) {
    return fault("baud", "4800, 9600, 19200, 38400, 57600, 115200, 230400 or 460800, with device");
  }
  return {};
}

OpenChannel channel_of(const PrinterSettings& settings) {
  if (const auto address = parse_address(settings.address)) {
    return
        [parts = *address](const Until& until) { return open_tcp(parts.host, parts.port, until); };
  }
  if (settings.baud != 0) {
    return [file = settings.device, baud = settings.baud](const Until&) {
      return open_serial(file, baud);
    };
  }
  return [file = settings.device, two_way = settings.status](const Until&) {
    return open_device(file, two_way);
  };
}

}  // namespace

tl::expected<PrinterKind, SettingsFault> parse_printer_kind(const std::string& text) {
  const auto* const found = std::find_if(kKinds.begin(), kKinds.end(),
                                         [&](const auto& kind) { return kind.first == text; });
  if (found == kKinds.end()) {
    return tl::unexpected(
        SettingsFault{"kind", "\"escpos\", \"cups\", \"png\", \"pdf\" or \"none\""});
  }
  return found->second;
}

tl::expected<void, SettingsFault> check(const PrinterSettings& settings) {
  if (settings.dots < kLeastDots || settings.dots > kMostDots || settings.dots % 8 != 0) {
    return fault("dots", "a multiple of 8 from 320 to 832; 576 for paper of 80 mm");
  }
  if (settings.kind == PrinterKind::kEscPos) {
    return check_escpos(settings);
  }
  if (settings.kind == PrinterKind::kCups && settings.queue.empty()) {
    return fault("queue", "the name of a queue that lpstat -e lists");
  }
  const bool folder = settings.kind == PrinterKind::kPng || settings.kind == PrinterKind::kPdf;
  if (folder && settings.folder.empty()) {
    return fault("folder", "a folder for the pages");
  }
  return {};
}

std::unique_ptr<Printer> make_printer(const PrinterSettings& settings) {
  switch (settings.kind) {
    case PrinterKind::kNone:
      return nullptr;
    case PrinterKind::kEscPos:
      return std::make_unique<EscPosPrinter>(EscPosPrinter::Options{
          .open = channel_of(settings), .two_way = settings.status, .baud = settings.baud});
    case PrinterKind::kCups:
      return std::make_unique<CupsPrinter>(
          CupsPrinter::Options{.server = settings.server, .queue = settings.queue});
    case PrinterKind::kPng:
      return std::make_unique<FolderPrinter>(settings.folder, FolderPrinter::Format::kPng);
    case PrinterKind::kPdf:
      return std::make_unique<FolderPrinter>(settings.folder, FolderPrinter::Format::kPdf);
  }
  return nullptr;
}

}  // namespace navbat::kiosk
