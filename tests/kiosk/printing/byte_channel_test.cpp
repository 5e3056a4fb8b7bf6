#include "kiosk/printing/byte_channel.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "kiosk/printing/escpos_printer.h"
#include "tests/kiosk/printing/sample_page.h"
#include "tests/support/temp_dir.h"

namespace navbat::kiosk {
namespace {

using testing::TempDir;

// The printer's end of a serial line.
class Terminal {
 public:
  Terminal() : master_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    EXPECT_EQ(::grantpt(master_), 0);
    EXPECT_EQ(::unlockpt(master_), 0);
  }
  ~Terminal() { ::close(master_); }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  std::string path() const { return ::ptsname(master_); }
  std::vector<std::uint8_t> read(std::size_t size) const {
    std::vector<std::uint8_t> bytes;
    std::array<std::uint8_t, 4096> room{};
    while (bytes.size() < size) {
      const ssize_t got = ::read(master_, room.data(), room.size());
      if (got <= 0) {
        break;
      }
      bytes.insert(bytes.end(), room.begin(), room.begin() + got);
    }
    return bytes;
  }
  void write(const std::vector<std::uint8_t>& bytes) const {
    EXPECT_EQ(::write(master_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }

 private:
  int master_;
};

Until soon() { return Until::within(std::chrono::seconds{5}, {}); }

TEST(SerialChannel, CarriesEveryByteAsItIs) {
  const Terminal terminal;
  auto channel = open_serial(terminal.path(), 115200);
  ASSERT_TRUE(channel) << channel.error();
  std::vector<std::uint8_t> all(256);
  for (std::size_t at = 0; at < all.size(); ++at) {
    all[at] = static_cast<std::uint8_t>(at);
  }
  EXPECT_EQ(channel->write(all, std::chrono::seconds{5}, soon()).error, "");
  EXPECT_EQ(terminal.read(all.size()), all);
  terminal.write({0x12, 0x0D, 0x1E});
  std::vector<std::uint8_t> got;
  while (got.size() < 3) {
    std::array<std::uint8_t, 8> room{};
    const auto bytes = channel->read(room, soon());
    ASSERT_TRUE(bytes && *bytes > 0);
    got.insert(got.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(*bytes));
  }
  EXPECT_EQ(got, (std::vector<std::uint8_t>{0x12, 0x0D, 0x1E}));
}

TEST(SerialChannel, RefusesWhatIsNoSerialLine) {
  const TempDir folder;
  const std::string file = folder.file("no-line");
  ASSERT_GE(::close(::open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)), 0);
  const auto channel = open_serial(file, 9600);
  ASSERT_FALSE(channel);
  EXPECT_EQ(channel.error(), file + ": not a serial line");
}

TEST(SerialChannel, KnowsTheSpeedsOfReceiptPrinters) {
  EXPECT_TRUE(is_baud(9600));
  EXPECT_TRUE(is_baud(115200));
  EXPECT_FALSE(is_baud(9601));
  EXPECT_FALSE(is_baud(0));
}

TEST(DeviceChannel, PrintsOneWayThroughADeviceFile) {
  const TempDir folder;
  const std::string file = folder.file("lp0");
  ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
  const int reader = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  EscPosPrinter printer(
      {.open = [&](const Until&) { return open_device(file, false); }, .two_way = false});
  const Bitmap page = striped_page(100);
  EXPECT_EQ(health_of(printer.status({})), PrinterHealth::kReady);
  ASSERT_EQ(printer.print(page, "A042", {}).outcome, PrintOutcome::kPrinted);
  std::vector<std::uint8_t> got(100'000);
  const ssize_t size = ::read(reader, got.data(), got.size());
  ::close(reader);
  ASSERT_GT(size, 0);
  got.resize(static_cast<std::size_t>(size));
  EXPECT_EQ(got, escpos::page(page));
}

TEST(DeviceChannel, SaysWhichDeviceIsMissing) {
  EscPosPrinter printer(
      {.open = [](const Until&) { return open_device("/dev/no-such-lp", true); }});
  const PrinterStatus status = printer.status({});
  EXPECT_EQ(health_of(status), PrinterHealth::kOffline);
  EXPECT_EQ(status.detail, "/dev/no-such-lp: No such file or directory");
}

TEST(TcpChannel, GivesUpWhenNobodyTakesBytes) {
  testing::EscPosSink sink({.hangs = true});
  auto channel = open_tcp("127.0.0.1", sink.port(), soon());
  ASSERT_TRUE(channel) << channel.error();
  const std::vector<std::uint8_t> much(32U << 20U);
  const auto written = channel->write(much, std::chrono::milliseconds{200}, soon());
  EXPECT_EQ(written.error, "takes no more bytes");
  EXPECT_LT(written.bytes, much.size());
}

}  // namespace
}  // namespace navbat::kiosk
