#include "kiosk/printing/escpos_printer.h"

#include <array>
#include <utility>

#include "kiosk/printing/escpos_status.h"

namespace navbat::kiosk {
namespace {

PrinterStatus offline(std::string detail) {
  PrinterStatus status;
  status.detail = std::move(detail);
  return status;
}

}  // namespace

PrinterStatus EscPosPrinter::status(const std::stop_token& stop) {
  if (options_.two_way) {
    return status_on_fresh_channel(stop);
  }
  // Nothing can be asked, but a missing device or an unreachable address is seen.
  PrinterStatus status;
  const auto opened = connect(Until::within(options_.connect_within, stop));
  status.reachable = opened.has_value();
  status.detail = opened ? "" : opened.error();
  channel_.reset();
  return status;
}

PrintResult EscPosPrinter::print(const Bitmap& page, const std::string& /*name*/,
                                 const std::stop_token& stop) {
  escpos::Bytes bytes = escpos::page(page);
  return options_.two_way ? print_two_way(bytes, stop) : print_one_way(bytes, stop);
}

EscPosPrinter::Said EscPosPrinter::connect(const Until& until) {
  if (channel_) {
    return {};
  }
  auto opened = options_.open(until.at_most(options_.connect_within));
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  channel_.emplace(std::move(*opened));
  return {};
}

PrinterStatus EscPosPrinter::status_on_fresh_channel(const std::stop_token& stop) {
  // A connection that idled may have been closed by the printer: that is no fault, so once more.
  const bool kept = channel_.has_value();
  for (int attempt = kept ? 0 : 1; attempt < 2; ++attempt) {
    const auto until = Until::within(printing::kPageWithin, stop);
    if (const auto opened = connect(until); !opened) {
      return offline(opened.error());
    }
    auto status = ask(options_.answer_within, until);
    if (status) {
      return *status;
    }
    channel_.reset();
    if (attempt == 1 || stop.stop_requested()) {
      return offline(status.error());
    }
  }
  return offline("no answer");
}

// One question at a time: the answers do not say which question they belong to.
tl::expected<PrinterStatus, std::string> EscPosPrinter::ask(std::chrono::milliseconds answer_within,
                                                            const Until& until) {
  escpos::StatusBytes bytes{};
  // What is there already answers an older question.
  const auto now = until.at_most(std::chrono::milliseconds{0});
  if (const auto read = take_in(now); !read) {
    return tl::unexpected(read.error());
  }
  for (int n = 1; n <= 4; ++n) {
    status_byte_.reset();
    const auto written =
        channel_->write(escpos::ask_status(n), answer_within, until.at_most(answer_within));
    if (!written.error.empty()) {
      return tl::unexpected(written.error);
    }
    const auto byte = answer(until.at_most(answer_within));
    if (!byte) {
      return tl::unexpected(byte.error());
    }
    bytes[static_cast<std::size_t>(n - 1)] = *byte;
  }
  return escpos::read_status(bytes);
}

tl::expected<std::uint8_t, std::string> EscPosPrinter::answer(const Until& until) {
  while (!status_byte_) {
    if (const auto read = take_in(until); !read) {
      return tl::unexpected(read.error());
    }
    if (!status_byte_ && until.over()) {
      return tl::unexpected(std::string("the printer does not answer"));
    }
  }
  return *status_byte_;
}

// Waits for bytes and sorts them.
EscPosPrinter::Said EscPosPrinter::take_in(const Until& until) {
  std::array<std::uint8_t, 64> room{};
  const auto got = channel_->read(room, until);
  if (!got) {
    return tl::unexpected(got.error());
  }
  for (std::size_t at = 0; at < *got; ++at) {
    if (escpos::answers_status(room[at])) {
      status_byte_ = room[at];
    } else if (escpos::answers_when_done(room[at])) {
      done_ = true;
    }
  }
  return {};
}

Until EscPosPrinter::page_until(std::size_t bytes, const std::stop_token& stop) const {
  auto limit = printing::kPageWithin;
  if (options_.baud > 0) {
    // Ten bits on the line for every byte.
    limit += std::chrono::milliseconds{static_cast<std::int64_t>(bytes) * 10'000 / options_.baud};
  }
  return Until::within(limit, stop);
}

PrintResult EscPosPrinter::print_one_way(const escpos::Bytes& bytes, const std::stop_token& stop) {
  const Until until = page_until(bytes.size(), stop);
  if (const auto opened = connect(until); !opened) {
    return PrintResult::not_printed(opened.error());
  }
  const auto written = channel_->write(bytes, options_.stalled_after, until);
  const bool all = written.error.empty() && channel_->delivered(until);
  channel_.reset();
  if (all) {
    return PrintResult::printed();
  }
  const std::string why = written.error.empty() ? "takes no more bytes" : written.error;
  return written.bytes == 0 ? PrintResult::not_printed(why) : PrintResult::unknown(why);
}

PrintResult EscPosPrinter::print_two_way(const escpos::Bytes& bytes, const std::stop_token& stop) {
  const PrinterStatus before = status_on_fresh_channel(stop);
  if (!can_print(health_of(before))) {
    return PrintResult::not_printed(before.detail);
  }
  done_ = false;
  escpos::Bytes all = bytes;
  const auto question = escpos::ask_when_done();
  all.insert(all.end(), question.begin(), question.end());
  const Until until = page_until(all.size(), stop);
  const auto written = channel_->write(all, options_.stalled_after, until);
  if (written.error.empty()) {
    return follow(until);
  }
  return written.bytes == 0 ? PrintResult::not_printed(written.error)
                            : judge_broken(written.error, stop);
}

// All bytes are on their way: until the printer confirms them, has trouble, or says nothing.
PrintResult EscPosPrinter::follow(const Until& until) {
  const Until confirmed = until.at_most(confirms_ ? options_.confirmed_within : options_.out_after);
  while (true) {
    const Until look = confirmed.at_most(printing::kLookWhilePrintingEvery);
    while (!done_ && !look.over()) {
      if (const auto read = take_in(look); !read) {
        return judge_broken(read.error(), until.stop);
      }
    }
    if (done_) {
      confirms_ = true;
      return PrintResult::printed();
    }
    const auto status = ask(options_.answer_while_printing_within, until);
    if (!status) {
      return judge_broken(status.error(), until.stop);
    }
    if (done_) {
      continue;
    }
    if (!can_print(health_of(*status))) {
      static_cast<void>(channel_->write(escpos::clear_buffers(), options_.answer_within, until));
      channel_.reset();
      return PrintResult::not_printed(status->detail);
    }
    if (confirmed.over()) {
      confirms_ = false;
      return PrintResult::printed();
    }
  }
}

// The channel failed with a page on its way. A new one may tell why; if it tells of nothing,
// nobody knows how much came out.
PrintResult EscPosPrinter::judge_broken(const std::string& what, const std::stop_token& stop) {
  channel_.reset();
  if (!stop.stop_requested()) {
    const PrinterStatus after = status_on_fresh_channel(stop);
    if (after.reachable && !can_print(health_of(after))) {
      return PrintResult::not_printed(after.detail);
    }
  }
  return PrintResult::unknown(what);
}

}  // namespace navbat::kiosk
