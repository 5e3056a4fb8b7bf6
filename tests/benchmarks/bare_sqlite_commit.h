#pragma once
// What SQLite alone can do on this disk, now: the limit that benchmarks of server and kiosk are
// compared with, measured in the same run.
//
// Plain C API, prepared statements, the same tables, settings and rows for each ticket as the
// programs write (values of typical length), and nothing else: no thread, queue, domain or network.

#include <string>

namespace navbat::benchmarks {

struct CommitRate {
  int tickets = 0;
  double tickets_per_s = 0;
  double p50_ms = 0;  // of one commit, with what is written in it
  double p99_ms = 0;
  double cpu_us =
      0;  // processor time of a ticket, all threads: steadier than the rate on a busy machine
};

/// A server's rows: the event, the head of the log, the ticket, the answer; `batch` tickets in each
/// commit (1: a commit each). `directory` exists and is not used twice. Throws std::runtime_error
/// when SQLite fails.
[[nodiscard]] CommitRate bare_server_commits(const std::string& directory, int tickets, int batch);

/// A kiosk's rows: the ticket, its number, the outbox and its progress; a commit each.
[[nodiscard]] CommitRate bare_device_commits(const std::string& directory, int tickets);

/// Processor time that this process has used so far, in seconds.
[[nodiscard]] double cpu_seconds();

/// One line for people: "bare SQLite, batches of 64: 12,345 tickets/s, p50 …".
[[nodiscard]] std::string to_line(const std::string& what, const CommitRate& rate);

}  // namespace navbat::benchmarks
