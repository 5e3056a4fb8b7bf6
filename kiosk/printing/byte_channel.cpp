#include "kiosk/printing/byte_channel.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace navbat::kiosk {
namespace {

std::string last_error() { return std::strerror(errno); }

bool try_again() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

void wait_for(int descriptor, short events, const Until& until) {
  pollfd look{.fd = descriptor, .events = events, .revents = 0};
  ::poll(&look, 1, until.slice_ms());
}

// A printer that goes away must end in an error here, not in SIGPIPE.
ssize_t put(int descriptor, std::span<const std::uint8_t> bytes) {
  const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  return sent < 0 && errno == ENOTSOCK ? ::write(descriptor, bytes.data(), bytes.size()) : sent;
}

}  // namespace

ByteChannel::~ByteChannel() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

ByteChannel::Written ByteChannel::write(std::span<const std::uint8_t> bytes,
                                        std::chrono::milliseconds stalled, const Until& until) {
  Written written;
  Until progress = until.at_most(stalled);
  while (written.bytes < bytes.size()) {
    const ssize_t taken = put(descriptor_, bytes.subspan(written.bytes));
    if (taken > 0) {
      written.bytes += static_cast<std::size_t>(taken);
      progress = until.at_most(stalled);
      continue;
    }
    if (taken < 0 && !try_again()) {
      written.error = last_error();
      return written;
    }
    if (progress.over()) {
      written.error = until.stop.stop_requested() ? "the program ends" : "takes no more bytes";
      return written;
    }
    wait_for(descriptor_, POLLOUT, progress);
  }
  return written;
}

tl::expected<std::size_t, std::string> ByteChannel::read(std::span<std::uint8_t> room,
                                                         const Until& until) {
  while (true) {
    const ssize_t got = ::read(descriptor_, room.data(), room.size());
    if (got > 0) {
      return static_cast<std::size_t>(got);
    }
    if (got < 0 && !try_again()) {
      return tl::unexpected(last_error());
    }
    if (got == 0) {
      int type = 0;
      socklen_t size = sizeof type;
      if (::getsockopt(descriptor_, SOL_SOCKET, SO_TYPE, &type, &size) == 0) {
        return tl::unexpected(std::string("closed by the printer"));
      }
      // An empty USB packet is no end; let time pass without asking again at once.
      ::poll(nullptr, 0, until.slice_ms());
    }
    if (until.over()) {
      return std::size_t{0};
    }
    wait_for(descriptor_, POLLIN, until);
  }
}

bool ByteChannel::delivered(const Until& until) const {
  while (true) {
    int left = 0;
    if (::ioctl(descriptor_, TIOCOUTQ, &left) != 0 || left == 0) {
      return true;
    }
    if (until.over()) {
      return false;
    }
    ::poll(nullptr, 0, std::min(until.slice_ms(), 20));
  }
}

}  // namespace navbat::kiosk
