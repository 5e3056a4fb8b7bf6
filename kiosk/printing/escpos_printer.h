#pragma once
// A receipt printer that speaks ESC/POS, at the end of any byte channel.
//
// Two-way: asked for its status before every page, watched while it prints, and asked to confirm
// the page (GS r, answered when all before it is on paper). A printer that does not know GS r is
// found out with its first page; from then on a page counts as out when the printer stayed well for
// as long as printing takes. One-way: a page counts as out when the channel has taken all of it.

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "kiosk/printing/byte_channel.h"
#include "kiosk/printing/escpos_commands.h"
#include "kiosk/printing/limits.h"
#include "kiosk/printing/printer.h"

namespace navbat::kiosk {

class EscPosPrinter final : public Printer {
 public:
  struct Options {
    OpenChannel open;
    bool two_way = true;
    int baud = 0;  // of a serial line: pages take longer; 0: fast
    // Tests shorten these; limits.h says why they are so.
    std::chrono::milliseconds connect_within = printing::kConnectWithin;
    std::chrono::milliseconds answer_within = printing::kAnswerWithin;
    std::chrono::milliseconds answer_while_printing_within = printing::kAnswerWhilePrintingWithin;
    std::chrono::milliseconds stalled_after = printing::kStalledAfter;
    std::chrono::milliseconds confirmed_within = printing::kConfirmedWithin;
    std::chrono::milliseconds out_after = printing::kOutAfter;
  };

  explicit EscPosPrinter(Options options) : options_(std::move(options)) {}

  PrinterStatus status(const std::stop_token& stop) override;
  PrintResult print(const Bitmap& page, const std::string& name,
                    const std::stop_token& stop) override;

 private:
  using Said = tl::expected<void, std::string>;

  Said connect(const Until& until);
  // Asks all four questions; on a silent or broken channel once more on a new one.
  PrinterStatus status_on_fresh_channel(const std::stop_token& stop);
  tl::expected<PrinterStatus, std::string> ask(std::chrono::milliseconds answer_within,
                                               const Until& until);
  tl::expected<std::uint8_t, std::string> answer(const Until& until);
  Said take_in(const Until& until);
  PrintResult print_one_way(const escpos::Bytes& bytes, const std::stop_token& stop);
  PrintResult print_two_way(const escpos::Bytes& bytes, const std::stop_token& stop);
  PrintResult follow(const Until& until);
  PrintResult judge_broken(const std::string& what, const std::stop_token& stop);
  Until page_until(std::size_t bytes, const std::stop_token& stop) const;

  Options options_;
  std::optional<ByteChannel> channel_;
  bool done_ = false;                        // the answer to GS r has come
  bool confirms_ = true;                     // knows GS r, as far as seen
  std::optional<std::uint8_t> status_byte_;  // an answer to DLE EOT that nobody has taken yet
};

}  // namespace navbat::kiosk
