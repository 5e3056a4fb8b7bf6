#include "tests/support/escpos_sink.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "kiosk/printing/page_file.h"
#include "tests/support/temp_dir.h"

namespace navbat::testing {
namespace {

constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kGs = 0x1D;
constexpr std::uint8_t kDle = 0x10;
constexpr int kTickMs = 2;

}  // namespace

EscPosSink::EscPosSink(SinkManner manner) : manner_(manner) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* general = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || ::bind(listener_, general, size) != 0 || ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, general, &size) != 0) {
    throw std::runtime_error("no port for a printer");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { loop(); });
}

EscPosSink::~EscPosSink() {
  end_ = true;
  thread_.join();
  close_connection();
  ::close(listener_);
}

void EscPosSink::set(const SinkManner& manner) {
  const std::lock_guard lock(mutex_);
  manner_ = manner;
  burnt_ = 0;
}

std::vector<kiosk::Bitmap> EscPosSink::pages() const {
  const std::lock_guard lock(mutex_);
  return pages_;
}

int EscPosSink::open_rows() const {
  const std::lock_guard lock(mutex_);
  return page_.height;
}

std::size_t EscPosSink::rubbish() const {
  const std::lock_guard lock(mutex_);
  return rubbish_;
}

int EscPosSink::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

void EscPosSink::drop_connection() {
  const std::lock_guard lock(mutex_);
  close_connection();
}

void EscPosSink::close_connection() {
  if (connection_ >= 0) {
    ::close(connection_);
  }
  connection_ = -1;
  realtime_.clear();
}

// One connection at a time, as such printers do; others wait in the listener's queue.
void EscPosSink::loop() {
  while (!end_) {
    int watched = listener_;
    {
      const std::lock_guard lock(mutex_);
      const bool takes = !manner_.hangs && buffer_.size() < manner_.buffer;
      watched = connection_ < 0 ? listener_ : takes ? connection_ : -1;
    }
    pollfd look{.fd = watched, .events = POLLIN, .revents = 0};
    const bool ready = ::poll(&look, 1, kTickMs) > 0;
    const std::lock_guard lock(mutex_);
    if (ready && watched == listener_) {
      connection_ = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
      ++connections_;
    } else if (ready && watched == connection_) {
      take_bytes();
    }
    burn();
  }
}

void EscPosSink::take_bytes() {
  std::array<std::uint8_t, 1024> room{};
  const ssize_t got = ::recv(connection_, room.data(), room.size(), 0);
  if (got <= 0) {
    close_connection();
    return;
  }
  for (ssize_t at = 0; at < got; ++at) {
    receive(room[static_cast<std::size_t>(at)]);
  }
}

// Commands that begin with DLE are seen when they arrive, wherever they stand.
void EscPosSink::receive(std::uint8_t byte) {
  realtime_.push_back(byte);
  if (realtime_.size() == 1 && byte == kDle) {
    return;
  }
  if (realtime_.size() == 2 && (byte == 0x04 || byte == 0x05 || byte == 0x14)) {
    realtime_length_ = byte == 0x14 ? 10 : 3;
    return;
  }
  if (realtime_.size() > 2) {
    if (realtime_.size() < realtime_length_) {
      return;
    }
    if (realtime_[1] == 0x04) {
      answer_status(byte);
    } else if (realtime_[1] == 0x14 && realtime_[2] == 8) {
      buffer_.clear();
      raster_left_ = 0;
      page_ = {};
    }
    realtime_.clear();
    return;
  }
  // No command after all. A second DLE may begin one.
  if (realtime_.size() == 2 && byte == kDle) {
    buffer_.push_back(kDle);
    realtime_.pop_back();
    return;
  }
  buffer_.insert(buffer_.end(), realtime_.begin(), realtime_.end());
  realtime_.clear();
}

bool EscPosSink::stopped() const {
  return manner_.hangs || manner_.paper_out || manner_.cover_open || manner_.cutter_stuck;
}

void EscPosSink::burn() {
  for (std::size_t step = 0; step < manner_.bytes_a_tick && !stopped() && burn_one(); ++step) {
    fail_to_order();
  }
}

void EscPosSink::fail_to_order() {
  if (manner_.paper_out_after && burnt_ >= *manner_.paper_out_after) {
    manner_.paper_out_after.reset();
    manner_.paper_out = true;
  }
  if (manner_.hangs_after && burnt_ >= *manner_.hangs_after) {
    manner_.hangs_after.reset();
    manner_.hangs = true;
  }
  if (manner_.closes_after && burnt_ >= *manner_.closes_after) {
    manner_.closes_after.reset();
    close_connection();
    buffer_.clear();
    raster_left_ = 0;
    page_ = {};
  }
}

// One byte of a picture or one command. False when there is nothing whole to do.
bool EscPosSink::burn_one() {
  if (raster_left_ > 0) {
    if (buffer_.empty()) {
      return false;
    }
    page_.bits.push_back(buffer_.front());
    buffer_.pop_front();
    ++burnt_;
    --raster_left_;
    return true;
  }
  const auto at = [this](std::size_t index) {
    return index < buffer_.size() ? int{buffer_[index]} : -1;
  };
  std::size_t length = 0;
  if (at(0) == kEsc && at(1) == '@') {
    length = 2;
    page_ = {};
  } else if (at(0) == kGs && at(1) == 'a' && at(2) >= 0) {
    length = 3;
  } else if (at(0) == kGs && at(1) == 'r' && at(2) >= 0) {
    length = 3;
    if (manner_.knows_gs_r) {
      say(manner_.near_end ? 0x03 : 0x00);
    }
  } else if (at(0) == kGs && at(1) == 'V' && at(2) == 'B' && at(3) >= 0) {
    length = 4;
    pages_.push_back(std::exchange(page_, {}));
  } else if (at(0) == kGs && at(1) == 'v' && at(2) == '0' && at(7) >= 0) {
    length = 8;
    const int across = at(4) + 256 * at(5);
    const int rows = at(6) + 256 * at(7);
    page_.width = across * 8;
    page_.height += rows;
    raster_left_ = static_cast<std::size_t>(across) * static_cast<std::size_t>(rows);
  } else if (buffer_.size() >= 8 || (at(0) >= 0 && at(0) != kGs && at(0) != kEsc)) {
    length = 1;
    ++rubbish_;
  } else {
    return false;
  }
  buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(length));
  return true;
}

void EscPosSink::answer_status(std::uint8_t n) {
  constexpr unsigned kFixed = 0x12;
  unsigned byte = kFixed;
  if (n == 1) {
    byte |= stopped() ? 0x08U : 0U;
  } else if (n == 2) {
    byte |= (manner_.cover_open ? 0x04U : 0U) | (manner_.paper_out ? 0x20U : 0U) |
            (manner_.cutter_stuck ? 0x40U : 0U);
  } else if (n == 3) {
    byte |= manner_.cutter_stuck ? 0x08U : 0U;
  } else {
    byte |= (manner_.near_end || manner_.paper_out ? 0x0CU : 0U) | (manner_.paper_out ? 0x60U : 0U);
  }
  say(static_cast<std::uint8_t>(byte));
}

void EscPosSink::say(std::uint8_t byte) {
  if (manner_.answers && connection_ >= 0) {
    static_cast<void>(::send(connection_, &byte, 1, MSG_NOSIGNAL));
  }
}

std::string read_code(const kiosk::Bitmap& page) {
  const TempDir folder;
  const std::string file = folder.file("page.png");
  if (!kiosk::write_png(page, file)) {
    return {};
  }
  std::string text =
      output_of("zbarimg --quiet --raw -Sdisable -Sqrcode.enable " + file + " 2>/dev/null");
  while (text.ends_with('\n')) {
    text.pop_back();
  }
  return text;
}

bool is_burnt(const kiosk::Bitmap& burnt, const kiosk::Bitmap& page) {
  constexpr std::size_t kMostChanged = 20;  // bytes
  if (burnt.width != page.width || burnt.height != page.height) {
    return false;
  }
  std::size_t changed = 0;
  for (std::size_t at = 0; at < page.bits.size(); ++at) {
    if ((burnt.bits[at] & page.bits[at]) != page.bits[at]) {
      return false;
    }
    changed += burnt.bits[at] == page.bits[at] ? 0U : 1U;
  }
  return changed < kMostChanged;
}

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  std::array<char, 256> room{};
  while (pipe && std::fgets(room.data(), room.size(), pipe.get()) != nullptr) {
    text += room.data();
  }
  return text;
}

}  // namespace navbat::testing
