#pragma once
// A receipt printer for tests: listens like one on port 9100, answers like one, has a small buffer
// and a real head behind it, and fails to order. What it burnt can be looked at as dots.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/printing/bitmap.h"

namespace navbat::testing {

// What the printer is and does; may be changed at any time.
struct SinkManner {
  bool near_end = false;
  bool paper_out = false;
  bool cover_open = false;
  bool cutter_stuck = false;
  bool answers = true;     // false: takes bytes, never says anything
  bool knows_gs_r = true;  // confirms pages
  bool hangs = false;      // takes no bytes, says nothing
  std::optional<std::size_t> paper_out_after = std::nullopt;  // bytes of pages burnt
  std::optional<std::size_t> hangs_after = std::nullopt;      // likewise
  std::optional<std::size_t> closes_after =
      std::nullopt;                      // likewise; the connection, and it works again
  std::size_t buffer = 1U << 20U;        // bytes it takes in before they are burnt
  std::size_t bytes_a_tick = 1U << 20U;  // how fast it burns; a tick is 2 ms
};

class EscPosSink {
 public:
  // Listens on a free port of loopback; throws std::runtime_error when it cannot.
  explicit EscPosSink(SinkManner manner = {});
  ~EscPosSink();
  EscPosSink(const EscPosSink&) = delete;
  EscPosSink& operator=(const EscPosSink&) = delete;

  [[nodiscard]] std::string port() const { return std::to_string(port_); }
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + port(); }

  void set(const SinkManner& manner);
  // Whole pages: burnt and cut.
  [[nodiscard]] std::vector<kiosk::Bitmap> pages() const;
  [[nodiscard]] bool has_pages(std::size_t count) const { return pages().size() >= count; }
  // Rows of a page that is not cut yet.
  [[nodiscard]] int open_rows() const;
  // Bytes that are no command it knows.
  [[nodiscard]] std::size_t rubbish() const;
  [[nodiscard]] int connections() const;
  // Drops the connection, as a printer does that has idled.
  void drop_connection();

 private:
  void loop();
  void take_bytes();
  void receive(std::uint8_t byte);
  void burn();
  bool burn_one();
  void fail_to_order();
  void answer_status(std::uint8_t n);
  void say(std::uint8_t byte);
  void close_connection();
  [[nodiscard]] bool stopped() const;

  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> end_ = false;
  mutable std::mutex mutex_;  // of all below
  SinkManner manner_;
  int connection_ = -1;
  int connections_ = 0;
  std::vector<std::uint8_t> realtime_;  // the beginning of a command that is answered at once
  std::size_t realtime_length_ = 0;
  std::deque<std::uint8_t> buffer_;
  std::size_t burnt_ = 0;
  kiosk::Bitmap page_;
  std::size_t raster_left_ = 0;
  std::vector<kiosk::Bitmap> pages_;
  std::size_t rubbish_ = 0;
  std::thread thread_;  // last: it uses all above
};

// What a barcode reader sees on a page; empty when it sees nothing.
std::string read_code(const kiosk::Bitmap& page);

// Whether that is what was laid out, but for some dots that a printer may be sent in addition so
// that the raster reads as no command.
bool is_burnt(const kiosk::Bitmap& burnt, const kiosk::Bitmap& page);

// What a command of the shell prints.
std::string output_of(const std::string& command);

}  // namespace navbat::testing
