#pragma once
// Bytes to a printer and back: a socket, a device file or a serial line, never waiting longer than
// it is told.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "kiosk/printing/until.h"

namespace navbat::kiosk {

// Owns an open, non-blocking file descriptor. Errors are one line.
class ByteChannel {
 public:
  explicit ByteChannel(int descriptor) : descriptor_(descriptor) {}
  ~ByteChannel();
  ByteChannel(ByteChannel&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  ByteChannel& operator=(ByteChannel&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  struct Written {
    std::size_t bytes = 0;
    std::string error;  // empty when all of them were taken
  };
  // Gives up at `until`, and earlier when nothing is taken for `stalled`.
  Written write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds stalled,
                const Until& until);

  // What has come, at least one byte; 0 when nothing came until then. An error when the other side
  // has closed.
  tl::expected<std::size_t, std::string> read(std::span<std::uint8_t> room, const Until& until);

  // Waits until the other side's machine has everything that was written (a socket knows; for a
  // device or a line it is true at once).
  [[nodiscard]] bool delivered(const Until& until) const;

 private:
  int descriptor_;
};

using OpenChannel = std::function<tl::expected<ByteChannel, std::string>(const Until&)>;

// A name instead of a number as `host` is looked up each time, for as long as that takes.
tl::expected<ByteChannel, std::string> open_tcp(const std::string& host, const std::string& port,
                                                const Until& until);

// A device file ("/dev/usb/lp0"); `two_way` opens it for reading as well.
tl::expected<ByteChannel, std::string> open_device(const std::filesystem::path& file, bool two_way);

// A serial line: 8 bits, no parity, 1 stop bit; XON/XOFF, and RTS/CTS where the printer raises it.
tl::expected<ByteChannel, std::string> open_serial(const std::filesystem::path& file, int baud);

// Whether open_serial() knows this speed.
bool is_baud(int baud);

}  // namespace navbat::kiosk
