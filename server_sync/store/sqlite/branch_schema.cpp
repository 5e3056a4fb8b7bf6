#include "server_sync/store/sqlite/branch_schema.h"

#include <array>

namespace navbat::store::sqlite {
namespace {

// WITHOUT ROWID where the key is also the order of reading: events by branch and version, tickets
// by branch, day and number, so that a report over days reads neighbouring pages.
constexpr const char* kTables = R"sql(
CREATE TABLE branches(
  branch             TEXT    NOT NULL PRIMARY KEY,
  version            INTEGER NOT NULL CHECK (version >= 0),
  day                INTEGER,
  day_opened_version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the promise estimator learned; apart, because it is large and branches is written often.
CREATE TABLE learned(
  branch TEXT NOT NULL PRIMARY KEY REFERENCES branches(branch),
  saved  BLOB NOT NULL
) STRICT;

CREATE TABLE events(
  branch      TEXT    NOT NULL REFERENCES branches(branch),
  version     INTEGER NOT NULL CHECK (version > 0),
  day         INTEGER NOT NULL,
  at_ms       INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,
  type        TEXT    NOT NULL,
  ticket      BLOB    CHECK (ticket IS NULL OR length(ticket) = 16),
  actor       TEXT    NOT NULL,
  payload     BLOB    NOT NULL,
  PRIMARY KEY (branch, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE tickets(
  id              BLOB    NOT NULL CHECK (length(id) = 16),
  branch          TEXT    NOT NULL REFERENCES branches(branch),
  day             INTEGER NOT NULL,
  series          TEXT    NOT NULL,
  number          INTEGER NOT NULL CHECK (number > 0),
  service         TEXT    NOT NULL,
  language        TEXT    NOT NULL,
  state           TEXT    NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'on_hold',
                                                    'finished', 'no_show', 'cancelled')),
  priority        TEXT,
  appointment_ms  INTEGER,
  phone           TEXT    NOT NULL,
  origin          TEXT    NOT NULL,
  counter         TEXT,
  teller          TEXT,
  issued_ms       INTEGER NOT NULL,
  joined_ms       INTEGER NOT NULL,
  called_ms       INTEGER,
  started_ms      INTEGER,
  ended_ms        INTEGER,
  promise_low_s   INTEGER,
  promise_high_s  INTEGER,
  promise_limit_s INTEGER,
  promised_ms     INTEGER,
  recalls         INTEGER NOT NULL,
  transfers       INTEGER NOT NULL,
  overtaken       INTEGER NOT NULL,
  PRIMARY KEY (branch, day, series, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tickets_by_id ON tickets(id);
-- The backstop under the rules: a counter has one customer.
CREATE UNIQUE INDEX one_ticket_at_a_counter ON tickets(branch, counter)
  WHERE state IN ('called', 'serving');

-- A rowid table: answers are appended, only the index is touched at random.
CREATE TABLE answers(
  scope        TEXT    NOT NULL,
  key          TEXT    NOT NULL,
  request_hash BLOB    NOT NULL,
  status       INTEGER NOT NULL,
  body         BLOB    NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT;
CREATE TRIGGER answers_are_never_changed BEFORE UPDATE ON answers
BEGIN SELECT RAISE(ABORT, 'answers are kept for good'); END;
CREATE TRIGGER answers_are_never_deleted BEFORE DELETE ON answers
BEGIN SELECT RAISE(ABORT, 'answers are kept for good'); END;

CREATE TABLE nodes(
  node      TEXT    NOT NULL,
  epoch     TEXT    NOT NULL,
  acked_seq INTEGER NOT NULL CHECK (acked_seq >= 0),
  PRIMARY KEY (node, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside(
  node   TEXT    NOT NULL,
  epoch  TEXT    NOT NULL,
  seq    INTEGER NOT NULL,
  reason TEXT    NOT NULL,
  raw    BLOB    NOT NULL,
  at_ms  INTEGER NOT NULL,
  PRIMARY KEY (node, epoch, seq)
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kIdentities = R"sql(
CREATE TABLE devices(
  node        TEXT    NOT NULL PRIMARY KEY,
  branch      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  token       BLOB    NOT NULL UNIQUE CHECK (length(token) = 32),
  enrolled_ms INTEGER NOT NULL,
  revoked_ms  INTEGER
) STRICT;

CREATE TABLE users(
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  branch     TEXT    NOT NULL,
  login      TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  counter    TEXT,
  password   TEXT    NOT NULL,
  blocked_ms INTEGER,
  UNIQUE (branch, login)
) STRICT;

CREATE TABLE sessions(
  token      BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
  user       INTEGER NOT NULL REFERENCES users(id),
  counter    TEXT,
  csrf       TEXT    NOT NULL,
  created_ms INTEGER NOT NULL,
  used_ms    INTEGER NOT NULL,
  ends_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_user ON sessions(user);

CREATE TABLE enrolment_codes(
  code       BLOB    NOT NULL PRIMARY KEY CHECK (length(code) = 32),
  branch     TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  made_by    TEXT    NOT NULL,
  expires_ms INTEGER NOT NULL,
  used_ms    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE audit(
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms   INTEGER NOT NULL,
  branch  TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  action  TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  detail  TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_by_branch ON audit(branch, id);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
)sql";

// Made for weeks ahead, so they outlive the day whose events rebuild a branch's memory. A row
// follows from the events that name its code.
constexpr const char* kAppointments = R"sql(
CREATE TABLE appointments(
  branch  TEXT    NOT NULL REFERENCES branches(branch),
  code    TEXT    NOT NULL,
  service TEXT    NOT NULL,
  at_ms   INTEGER NOT NULL,
  state   TEXT    NOT NULL CHECK (state IN ('booked', 'checked_in', 'cancelled')),
  ticket  BLOB    CHECK (ticket IS NULL OR length(ticket) = 16),
  CHECK ((state = 'checked_in') = (ticket IS NOT NULL)),
  PRIMARY KEY (branch, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointments_by_time ON appointments(branch, at_ms);
)sql";

constexpr std::array<Migration, 3> kMigrations{{
    {1, "events, the tickets that follow from them, answers, progress of nodes", kTables},
    {2, "who may do what: devices, users, sessions, codes, audit", kIdentities},
    {3, "appointments and the tickets that used them", kAppointments},
}};

// "NvBr" in the file's header.
constexpr Schema kSchema{"branch database", 0x4e764272, kMigrations};

}  // namespace

const Schema& branch_schema() { return kSchema; }

}  // namespace navbat::store::sqlite
