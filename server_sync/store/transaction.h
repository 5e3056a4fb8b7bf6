// What a store reads from and writes to, without naming the database behind it.
//
// A store's functions take one of these as their first argument: a ReadView for reading, a
// Transaction for writing. SQLite's are in sqlite/; PostgreSQL's can stand beside them.
#pragma once

#include "server_sync/store/error.h"

namespace navbat::store {

/// A consistent view of the database. Not thread-safe: one thread at a time.
class ReadView {
 public:
  ReadView(const ReadView&) = delete;
  ReadView& operator=(const ReadView&) = delete;
  virtual ~ReadView() = default;

 protected:
  ReadView() = default;
};

/// A write transaction under way; it also reads what it has written itself. Whoever is handed one
/// may write with it until it returns, and cannot end it.
class Transaction : public ReadView {
 protected:
  Transaction() = default;
};

/// The one connection that writes to a database, as the group-commit writer drives it. Used by one
/// thread at a time. Begin and commit (or rollback) come in pairs.
class WriteConnection {
 public:
  WriteConnection() = default;
  WriteConnection(const WriteConnection&) = delete;
  WriteConnection& operator=(const WriteConnection&) = delete;
  virtual ~WriteConnection() = default;

  /// Starts a transaction that excludes every other writer. Valid until commit() or rollback().
  [[nodiscard]] virtual Result<Transaction*> begin() = 0;

  /// Returns only after the transaction is on stable storage. After an error it may or may not be:
  /// call recover() and look.
  [[nodiscard]] virtual Status commit() = 0;

  /// Undoes the transaction; never fails in a way that matters, because recover() follows a doubt.
  virtual void rollback() = 0;

  /// After any failure: closes, opens again, verifies, and leaves nothing behind that was written
  /// but never safely synced. Nothing may be written before this succeeds.
  [[nodiscard]] virtual Status recover() = 0;

  /// Housekeeping between transactions, after answers have gone out (SQLite: the checkpoint).
  [[nodiscard]] virtual Status maintain() = 0;
};

}  // namespace navbat::store
