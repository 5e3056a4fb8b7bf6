// The tables of a device's database, "device.db", and how they came to be.

#include <array>

#include "server_sync/store/sqlite/sqlite_device_store.h"

namespace navbat::store::sqlite {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE facts(
  name  TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets(
  id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  day             INTEGER NOT NULL,
  series          TEXT    NOT NULL,
  number          INTEGER NOT NULL CHECK (number > 0),
  service         TEXT    NOT NULL,
  language        TEXT    NOT NULL,
  issued_ms       INTEGER NOT NULL,
  promise_low_s   INTEGER,
  promise_high_s  INTEGER,
  promise_limit_s INTEGER,
  promised_ms     INTEGER,
  offline         INTEGER NOT NULL CHECK (offline IN (0, 1)),
  printed         INTEGER NOT NULL CHECK (printed IN (0, 1)),
  PRIMARY KEY (day, series, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_not_printed ON tickets(issued_ms) WHERE printed = 0;

-- The last number of each of this device's own series; kept apart from the tickets, so that
-- forgetting old ones never gives a number twice.
CREATE TABLE numbers(
  day    INTEGER NOT NULL,
  series TEXT    NOT NULL,
  last   INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (day, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox(
  seq     INTEGER PRIMARY KEY CHECK (seq > 0),
  at_ms   INTEGER NOT NULL,
  type    TEXT    NOT NULL,
  payload BLOB    NOT NULL
) STRICT;

CREATE TABLE progress(
  only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
  last_seq  INTEGER NOT NULL CHECK (last_seq >= 0),
  acked_seq INTEGER NOT NULL CHECK (acked_seq BETWEEN 0 AND last_seq)
) STRICT;
INSERT INTO progress(only_row, last_seq, acked_seq) VALUES (1, 0, 0);
)sql";

// A paper is more than there or not: it may be under way, lost in doubt, or certain to have failed.
// Whatever was not printed before this step counts as never sent.
constexpr const char* kPaperAndBookings = R"sql(
DROP INDEX tickets_not_printed;
ALTER TABLE tickets ADD COLUMN print_state TEXT NOT NULL DEFAULT 'waiting'
  CHECK (print_state IN ('waiting', 'sending', 'printed', 'unknown', 'failed'));
ALTER TABLE tickets ADD COLUMN copies INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0);
ALTER TABLE tickets ADD COLUMN voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1));
ALTER TABLE tickets ADD COLUMN booking TEXT;
ALTER TABLE tickets ADD COLUMN appointment_ms INTEGER;
UPDATE tickets SET print_state = 'printed', copies = 1 WHERE printed = 1;
ALTER TABLE tickets DROP COLUMN printed;
CREATE INDEX tickets_without_paper ON tickets(issued_ms)
  WHERE print_state <> 'printed' AND voided = 0;
CREATE INDEX tickets_of_bookings ON tickets(booking) WHERE booking IS NOT NULL;
)sql";

constexpr std::array<Migration, 2> kMigrations{{
    {1, "tickets that this device issued, its outbox, its numbers", kTables},
    {2, "what became of each paper, voided tickets, bookings", kPaperAndBookings},
}};

// "NvDv" in the file's header.
constexpr Schema kSchema{"device database", 0x4e764476, kMigrations};

}  // namespace

const Schema& device_schema() { return kSchema; }

}  // namespace navbat::store::sqlite
