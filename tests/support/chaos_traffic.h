#pragma once
// What a bad network does to one HTTP connection, decided by a seeded chance. No sockets: bytes in,
// dated bytes out. Requests are told apart, and the events of an event stream.

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace navbat::testing {

using ChaosTime = std::chrono::steady_clock::time_point;

// How often each fault happens, from 0 to 1.
struct ChaosOdds {
  double slow = 0.1;  // a request, a piece of a reply, an event waits on its way …
  std::chrono::milliseconds slowest{800};  // … up to so long; what follows waits behind it
  double stall = 0.0002;                   // … or longer than anybody waits for it
  std::chrono::milliseconds stalled{9'000};
  double repeat_event = 0.1;     // an event of a stream comes twice
  double repeat_past = 0.05;     // after an event, one of the last few comes again
  double cut_in_event = 0.001;   // the connection ends in the middle of an event
  double lose_request = 0.02;    // a request never arrives, and its connection ends
  double lose_reply = 0.02;      // a request arrives, its connection ends instead of the reply
  double repeat_command = 0.15;  // a POST arrives twice, the second time on a connection of its own
  std::chrono::milliseconds longest_life{30'000};  // every connection ends before
};

// What was done, so that a test can see that the network was bad.
struct ChaosCount {
  int slowed = 0;
  int cut = 0;
  int repeated_events = 0;
  int repeated_commands = 0;
};

// Used by one thread.
class Chaos {
 public:
  explicit Chaos(std::uint64_t seed) : engine_(seed) {}

  void set_odds(std::optional<ChaosOdds> odds) { odds_ = odds; }  // nothing: a good network
  [[nodiscard]] const std::optional<ChaosOdds>& odds() const { return odds_; }
  [[nodiscard]] bool happens(double ChaosOdds::*fault);
  [[nodiscard]] std::size_t any_below(std::size_t limit);
  // How long something waits on its way.
  [[nodiscard]] std::chrono::milliseconds delay();
  [[nodiscard]] ChaosTime end_of_life(ChaosTime born);

  ChaosCount count;

 private:
  std::mt19937_64 engine_;
  std::optional<ChaosOdds> odds_;
};

// Bytes on their way, and when each part arrives. In order: nothing overtakes.
class ChaosPipe {
 public:
  void put(std::string bytes, ChaosTime arrives, bool then_ends = false);
  // What has arrived by now and was not yet taken; empty when nothing has.
  [[nodiscard]] std::string_view arrived(ChaosTime now);
  void take(std::size_t bytes);
  // The connection has ended here: everything before it was taken.
  [[nodiscard]] bool ended(ChaosTime now);
  // When there is something to do; nothing while it is empty.
  [[nodiscard]] std::optional<ChaosTime> next() const;

 private:
  struct Part {
    std::string bytes;
    ChaosTime arrives;
    bool then_ends = false;
  };
  std::deque<Part> parts_;
};

// One connection's two directions.
class ChaosTraffic {
 public:
  explicit ChaosTraffic(Chaos& chaos) : chaos_(chaos) {}  // outlives the traffic

  // From the client. POSTs that are to arrive once more, elsewhere, are added to `again`.
  void take_request_bytes(std::string_view bytes, ChaosTime now, std::vector<std::string>& again);
  // From the server.
  void take_reply_bytes(std::string_view bytes, ChaosTime now);

  ChaosPipe up;    // to the server
  ChaosPipe down;  // to the client

 private:
  void send_request(std::string request, ChaosTime now, std::vector<std::string>& again);
  void send_event(std::string event, ChaosTime now);
  [[nodiscard]] ChaosTime arrival(ChaosTime now);

  Chaos& chaos_;
  std::string request_;           // not yet complete
  std::string reply_;             // of a stream: an event that is not yet complete
  std::deque<std::string> past_;  // the last few events
  bool is_stream_ = false;
  bool no_reply_ = false;  // the next reply is lost
};

}  // namespace navbat::testing
