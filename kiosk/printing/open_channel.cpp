#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include "kiosk/printing/byte_channel.h"

namespace navbat::kiosk {
namespace {

using Addresses = std::unique_ptr<addrinfo, void (*)(addrinfo*)>;

struct Speed {
  int baud;
  speed_t code;
};
constexpr std::array kSpeeds{Speed{4800, B4800},     Speed{9600, B9600},    Speed{19200, B19200},
                             Speed{38400, B38400},   Speed{57600, B57600},  Speed{115200, B115200},
                             Speed{230400, B230400}, Speed{460800, B460800}};

std::optional<speed_t> speed_code(int baud) {
  for (const Speed& speed : kSpeeds) {
    if (speed.baud == baud) {
      return speed.code;
    }
  }
  return std::nullopt;
}

void set_option(int descriptor, int level, int name, int value) {
  // Comfort only: without it a dead peer is noticed later.
  static_cast<void>(::setsockopt(descriptor, level, name, &value, sizeof value));
}

// 0 when connected, else the error number.
int finish_connecting(int descriptor, const Until& until) {
  while (true) {
    pollfd look{.fd = descriptor, .events = POLLOUT, .revents = 0};
    if (::poll(&look, 1, until.slice_ms()) > 0) {
      int error = 0;
      socklen_t size = sizeof error;
      ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
      return error;
    }
    if (until.over()) {
      return ETIMEDOUT;
    }
  }
}

tl::expected<ByteChannel, int> connect_to(const addrinfo& address, const Until& until) {
  const int descriptor = ::socket(
      address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
  if (descriptor < 0) {
    return tl::unexpected(errno);
  }
  ByteChannel channel(descriptor);
  if (::connect(descriptor, address.ai_addr, address.ai_addrlen) != 0) {
    const int error = errno == EINPROGRESS ? finish_connecting(descriptor, until) : errno;
    if (error != 0) {
      return tl::unexpected(error);
    }
  }
  set_option(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
  set_option(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
  return channel;
}

std::string cannot_open(const std::filesystem::path& file) {
  return file.string() + ": " + std::strerror(errno);
}

}  // namespace

tl::expected<ByteChannel, std::string> open_tcp(const std::string& host, const std::string& port,
                                                const Until& until) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (const int error = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found); error != 0) {
    return tl::unexpected(host + ": " + ::gai_strerror(error));
  }
  const Addresses addresses(found, ::freeaddrinfo);
  int error = EHOSTUNREACH;
  for (const addrinfo* each = addresses.get(); each != nullptr; each = each->ai_next) {
    auto channel = connect_to(*each, until);
    if (channel) {
      return std::move(*channel);
    }
    error = channel.error();
  }
  return tl::unexpected(host + ":" + port + ": " + std::strerror(error));
}

tl::expected<ByteChannel, std::string> open_device(const std::filesystem::path& file,
                                                   bool two_way) {
  const int descriptor =
      ::open(file.c_str(), (two_way ? O_RDWR : O_WRONLY) | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) {
    return tl::unexpected(cannot_open(file));
  }
  return ByteChannel(descriptor);
}

tl::expected<ByteChannel, std::string> open_serial(const std::filesystem::path& file, int baud) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) {
    return tl::unexpected(cannot_open(file));
  }
  ByteChannel channel(descriptor);
  termios line{};
  const auto speed = speed_code(baud);
  if (!speed || ::tcgetattr(descriptor, &line) != 0) {
    return tl::unexpected(file.string() + ": not a serial line");
  }
  ::cfmakeraw(&line);
  ::cfsetspeed(&line, *speed);
  // A status byte is never XON or XOFF, so minding them harms no printer that has another way.
  line.c_iflag |= IXON;
  line.c_cflag |= CLOCAL | CREAD;
  int lines = 0;
  if (::ioctl(descriptor, TIOCMGET, &lines) == 0 && (lines & TIOCM_CTS) != 0) {
    line.c_cflag |= CRTSCTS;
  }
  if (::tcsetattr(descriptor, TCSANOW, &line) != 0) {
    return tl::unexpected(cannot_open(file));
  }
  return channel;
}

bool is_baud(int baud) { return speed_code(baud).has_value(); }

}  // namespace navbat::kiosk
