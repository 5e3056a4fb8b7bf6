#pragma once

#include <chrono>
#include <cstddef>

namespace navbat::server {

/// Every limit and time-out of the server's HTTP side, in one place. The defaults are what a branch
/// and a small hub run with; the configuration may change them and tests make them short.
/// Sizes are in bytes, times carry their unit in the type.
struct HttpLimits {
  // --- one request -------------------------------------------------------------------------------
  /// Request line; longer is 414. Our longest real one is a wait-times query of about 200 bytes.
  std::size_t target_bytes = 4096;
  /// Request line and header fields together; more is 431. Browsers send 1 to 2 KiB.
  std::size_t header_bytes = 16 * 1024;
  /// Header fields in one request; more is 431.
  std::size_t header_fields = 64;
  /// Body of a route that does not set its own limit; more is 413. Commands are below 1 KiB.
  std::size_t body_bytes = 64 * 1024;

  // --- time --------------------------------------------------------------------------------------
  /// From the first byte of a request to the end of its header; then 408 (slow loris).
  std::chrono::milliseconds header_time{10'000};
  /// From the end of the header to the end of the body; then 408.
  std::chrono::milliseconds body_time{20'000};
  /// A kept-alive connection without a request is closed silently after this.
  std::chrono::milliseconds idle_time{60'000};
  /// A handler that has not answered by then: 503. Far above a slow group commit.
  std::chrono::milliseconds handler_time{30'000};
  /// One response, or one write to an event stream; a client that does not read is dropped.
  std::chrono::milliseconds write_time{30'000};
  /// After an answer that closes the connection, how long the rest of the client's request is read
  /// and thrown away, so that the answer is not lost to a reset.
  std::chrono::milliseconds linger_time{1'000};
  /// The listener rests this long when the system is out of descriptors or buffers.
  std::chrono::milliseconds accept_pause{100};

  // --- connections -------------------------------------------------------------------------------
  /// All connections, streams included; one more is refused with 503 and Retry-After.
  std::size_t connections = 12'000;
  /// Connections from one address; one more is refused with 429. Wide enough for a proxy's.
  std::size_t connections_per_address = 1'024;
  /// The same for this machine's own programs: a proxy in front brings everybody from one address.
  std::size_t connections_from_loopback = 12'000;
  /// Refusals answered politely at the same time; beyond these a refused connection is just closed.
  std::size_t refusals_in_flight = 64;

  // --- event streams -----------------------------------------------------------------------------
  /// Open streams; one more is refused with 503.
  std::size_t streams = 10'000;
  /// Frames published while one write to a stream is stuck; with one more the reader is dropped.
  std::size_t stream_queue = 64;
  /// Latest frames that a channel keeps for readers that come back; older ones come from the store.
  std::size_t stream_replay = 256;
  /// Frames given to the socket in one write.
  std::size_t stream_write_frames = 64;
  /// Frames asked from the store at once when a reader catches up.
  std::size_t stream_backlog_page = 256;
  /// A comment is sent when a stream was silent for this long: boards show age after 5 s.
  std::chrono::milliseconds heartbeat{2'000};
  /// Kernel send buffer of a stream: what a reader that does not read can hold there.
  std::size_t stream_socket_bytes = 64 * 1024;
  /// Browsers reconnect after a random delay in this range, so that a restart makes no storm.
  std::chrono::milliseconds reconnect_low{500};
  std::chrono::milliseconds reconnect_high{3'000};
};

/// Who may sign in how often, and for how long.
struct IdentityLimits {
  /// A session that was not used for this long ends: a teller who went to lunch.
  std::chrono::seconds session_idle{60 * 60};
  /// Every session ends after this: a working day with its overtime.
  std::chrono::seconds session_life{12 * 60 * 60};
  /// A session's use is written down at most this often.
  std::chrono::seconds session_touch{60};
  /// A known token is believed for this long before the store is asked again.
  std::chrono::seconds cache_time{10};
  /// Tokens remembered; beyond these all are forgotten and looked up again.
  std::size_t cache_entries = 10'000;

  /// An enrolment code works once, until then.
  std::chrono::seconds code_life{15 * 60};

  /// Tries at one login, then one more in every refill time. A right password gives its try back.
  unsigned login_tries = 5;
  std::chrono::seconds login_refill{30};
  /// Tries (sign-in and enrolment) from one address; offices share one.
  unsigned address_tries = 20;
  std::chrono::seconds address_refill{3};
  /// Logins and addresses remembered.
  std::size_t remembered_tries = 10'000;

  /// Passwords that wait to be checked; each takes about 60 ms and 64 MiB, one at a time. More:
  /// 503.
  std::size_t waiting_passwords = 32;
};

/// How devices are watched, and how much is remembered of them.
struct DeviceLimits {
  /// A board greets every 20 s: after two greetings that did not come, and some, it is dark.
  std::chrono::seconds board_silent{60};
  /// A kiosk greets every 5 min; the same.
  std::chrono::seconds kiosk_silent{11 * 60};
  /// Whether somebody fell silent or came back is looked at this often.
  std::chrono::milliseconds watch{5'000};
  /// A call that no board has told of by then counts as never shown: boards tell in batches.
  std::chrono::seconds told_within{60};
  /// Devices remembered; a branch has some dozen, and a token without a node may name any.
  std::size_t devices = 1'000;
  /// Parts remembered of each.
  std::size_t parts = 32;
  /// Calls of a day whose delays are reckoned: ten times what the busiest branch makes.
  std::size_t calls = 50'000;
};

/// The API's own limits.
struct ApiLimits {
  /// Body of POST /sync: 512 events of at most 2 KiB.
  std::size_t sync_body_bytes = 1024 * 1024;
  /// Body of any other command.
  std::size_t command_body_bytes = 16 * 1024;
  /// Reports that wait for their turn, one at a time. More: 503.
  std::size_t waiting_reports = 32;
  /// After SIGTERM, running requests may take this long.
  std::chrono::milliseconds drain{10'000};
};

}  // namespace navbat::server
