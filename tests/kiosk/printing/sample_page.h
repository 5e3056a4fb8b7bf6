#pragma once
// Pages and printers for the tests of printing.

#include <cstdint>

#include "kiosk/printing/escpos_printer.h"
#include "tests/support/escpos_sink.h"

namespace navbat::kiosk {

// A page of dots without a pattern, but the same each time.
inline Bitmap speckled_page(int width, int height) {
  Bitmap page{.width = width, .height = height, .bits = {}};
  std::uint32_t state = 42;
  for (int byte = 0; byte < width / 8 * height; ++byte) {
    state = state * 1664525U + 1013904223U;
    page.bits.push_back(static_cast<std::uint8_t>(state >> 24U));
  }
  return page;
}

// Every row the same narrow stripe: no byte of it reads as a command.
inline Bitmap striped_page(int height) {
  Bitmap page{.width = 576, .height = height, .bits = {}};
  page.bits.assign(static_cast<std::size_t>(72 * height), 0x3C);
  return page;
}

// To the sink over TCP, with a test's patience instead of a lobby's.
inline EscPosPrinter::Options to_sink(const testing::EscPosSink& sink) {
  using std::chrono::milliseconds;
  EscPosPrinter::Options options;
  options.open = [port = sink.port()](const Until& until) {
    return open_tcp("127.0.0.1", port, until);
  };
  options.answer_within = milliseconds{400};
  options.answer_while_printing_within = milliseconds{600};
  options.stalled_after = milliseconds{400};
  options.confirmed_within = milliseconds{900};
  options.out_after = milliseconds{100};
  return options;
}

}  // namespace navbat::kiosk
