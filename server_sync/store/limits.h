// Every limit of the storage module, in one place, with its unit and the reason for its value.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace navbat::store::limits {

/// Jobs in one transaction of the group-commit writer. Measured: batches of 512 reach the flat part
/// of the curve; a larger one only makes the first of the batch wait longer.
inline constexpr std::size_t kBatchJobs = 512;

/// Jobs that may wait for the writer. At 10,000 jobs a second this is most of a second: beyond it a
/// client does better to hear "try again" than to wait.
inline constexpr std::size_t kQueuedJobs = 8192;

/// How long SQLite waits for a lock that another program holds. Nobody but an operator's shell ever
/// takes one; longer than this and the writer would look dead.
inline constexpr std::chrono::milliseconds kBusyTimeout{5000};

/// Pages in the write-ahead log before the writer copies them into the database. 4,000 pages are
/// 16 MiB: seldom enough not to matter, small enough to replay in a moment after a power cut.
inline constexpr int kCheckpointPages = 4000;

/// Pages at which the writer waits for readers to let the log be reset, so that one slow report
/// after another cannot make it grow without end (256 MiB).
inline constexpr int kLogPagesUrgent = 65536;

/// Bytes of write-ahead log kept on disk after a reset.
inline constexpr std::int64_t kLogBytesKept = 64LL * 1024 * 1024;

/// Page cache of the writer and of each reader, in KiB.
inline constexpr int kWriterCacheKib = 32 * 1024;
inline constexpr int kReaderCacheKib = 8 * 1024;

/// Page size of a new database, in bytes: the sector size of today's disks.
inline constexpr int kPageBytes = 4096;

/// Reports that may read at the same time; each holds a connection.
inline constexpr std::size_t kReaders = 8;

/// Largest text or blob accepted in one column, in bytes. The server's limit on a request's body is
/// smaller; this one is the backstop.
inline constexpr int kValueBytes = 4 * 1024 * 1024;

}  // namespace navbat::store::limits
