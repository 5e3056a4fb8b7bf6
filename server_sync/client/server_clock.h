#pragma once
// The server's notion of true time on a device, so that an offline ticket joins the queue at the
// moment when the server would have issued it, whatever the device's own clock says.

#include <mutex>
#include <optional>

#include "domain/time.h"

namespace navbat::client {

// What survives a restart. Times before `latest_true` are over: a device whose clock says so is
// wrong (a dead battery, a reset), and must not reopen a day that has passed.
struct ClockMemory {
  domain::Milliseconds offset{0};  // true time − device time, as last measured
  std::optional<domain::Timestamp> latest_true;
};

// Thread-safe. `device` outlives it and never runs backwards within the process.
//
// Every reply that carries the server's time gives a sample: its time lies between sending and
// receiving, so offset = server_time − middle, wrong by at most half the round trip (Cristian
// 1989, "Probabilistic clock synchronization"). The sample of the shortest round trip among the
// recent ones is used.
class ServerClock {
 public:
  explicit ServerClock(const domain::Clock& device, const ClockMemory& memory = {});

  // A reply that was sent for at `sent` and received at `received` (device time) said that it is
  // `server_time`. Absurd samples (received before sent) are ignored.
  void observe(domain::Timestamp server_time, domain::Timestamp sent, domain::Timestamp received);

  // True time now, to the best of the device's knowledge. Before the server was heard in this
  // process: the device's time by the remembered offset, but never before the latest remembered
  // time and never further after it than a branch is ever closed; outside, time goes on from the
  // remembered one. A new sample may move it in either direction.
  [[nodiscard]] domain::Timestamp now() const;

  // `at`, a time of the device's clock in this process, as true time.
  [[nodiscard]] domain::Timestamp to_true(domain::Timestamp at) const;

  // Whether the server was heard in this process.
  [[nodiscard]] bool is_synchronised() const;

  // What to store for the next start.
  [[nodiscard]] ClockMemory memory() const;

 private:
  struct Sample {
    domain::Milliseconds offset;
    domain::Milliseconds round_trip;
    domain::Timestamp received;
  };

  // A sample may be replaced by a less exact one after this long: device clocks drift (50 ppm are
  // 3 ms a minute).
  static constexpr domain::Milliseconds kSampleLife = std::chrono::minutes{10};

  const domain::Clock& device_;
  mutable std::mutex mutex_;
  domain::Milliseconds offset_;
  std::optional<domain::Timestamp> latest_true_;
  std::optional<Sample> best_;
};

}  // namespace navbat::client
