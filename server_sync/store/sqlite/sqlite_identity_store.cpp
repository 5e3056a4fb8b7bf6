#include "server_sync/store/sqlite/sqlite_identity_store.h"

#include "server_sync/store/sqlite/columns.h"
#include "server_sync/store/sqlite/connection.h"

namespace navbat::store::sqlite {
namespace {

constexpr std::string_view kSaveDevice = R"sql(
INSERT INTO devices(node, branch, kind, name, token, enrolled_ms, revoked_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT(node) DO UPDATE SET branch = excluded.branch, kind = excluded.kind,
  name = excluded.name, token = excluded.token, enrolled_ms = excluded.enrolled_ms,
  revoked_ms = excluded.revoked_ms)sql";

constexpr std::string_view kFindDevice = R"sql(
SELECT node, branch, kind, name, token, enrolled_ms, revoked_ms
FROM devices WHERE token = ?1 AND revoked_ms IS NULL)sql";

constexpr std::string_view kDevices = R"sql(
SELECT node, branch, kind, name, token, enrolled_ms, revoked_ms
FROM devices WHERE branch = ?1 ORDER BY node)sql";

constexpr std::string_view kRevokeDevice =
    "UPDATE devices SET revoked_ms = ?2 WHERE node = ?1 AND revoked_ms IS NULL";

constexpr std::string_view kAddUser = R"sql(
INSERT INTO users(branch, login, name, role, counter, password, blocked_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id)sql";

constexpr std::string_view kUpdateUser = R"sql(
UPDATE users SET name = ?2, role = ?3, counter = ?4, password = ?5, blocked_ms = ?6
WHERE id = ?1)sql";

constexpr std::string_view kFindUser = R"sql(
SELECT id, branch, login, name, role, counter, password, blocked_ms
FROM users WHERE branch = ?1 AND login = ?2)sql";

constexpr std::string_view kUsers = R"sql(
SELECT id, branch, login, name, role, counter, password, blocked_ms
FROM users WHERE branch = ?1 ORDER BY login)sql";

constexpr std::string_view kAddSession = R"sql(
INSERT INTO sessions(token, user, counter, csrf, created_ms, used_ms, ends_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql";

constexpr std::string_view kFindSession = R"sql(
SELECT s.token, s.user, s.counter, s.csrf, s.created_ms, s.used_ms, s.ends_ms,
  u.id, u.branch, u.login, u.name, u.role, u.counter, u.password, u.blocked_ms
FROM sessions AS s JOIN users AS u ON u.id = s.user
WHERE s.token = ?1 AND s.ends_ms > ?2 AND s.used_ms > ?3 AND u.blocked_ms IS NULL)sql";

constexpr std::string_view kTouchSession =
    "UPDATE sessions SET used_ms = max(used_ms, ?2) WHERE token = ?1";

constexpr std::string_view kAddCode = R"sql(
INSERT INTO enrolment_codes(code, branch, kind, name, made_by, expires_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view kUseCode = R"sql(
UPDATE enrolment_codes SET used_ms = ?2
WHERE code = ?1 AND used_ms IS NULL AND expires_ms > ?2
RETURNING code, branch, kind, name, made_by, expires_ms)sql";

constexpr std::string_view kAppendAudit = R"sql(
INSERT INTO audit(at_ms, branch, actor, action, subject, detail)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view kAudit = R"sql(
SELECT at_ms, branch, actor, action, subject, detail
FROM audit WHERE branch = ?1 ORDER BY id DESC LIMIT ?2)sql";

Device take_device(Row& row) {
  Device device;
  device.node = take_name<domain::NodeId>(row);
  device.branch = take_name<domain::BranchId>(row);
  device.kind = row.take<std::string>();
  device.name = row.take<std::string>();
  device.token = row.take<SecretHash>();
  device.enrolled_at = take_instant(row);
  device.revoked_at = take_maybe_instant(row);
  return device;
}

User take_user(Row& row) {
  User user;
  user.id = row.take<std::int64_t>();
  user.branch = take_name<domain::BranchId>(row);
  user.login = row.take<std::string>();
  user.name = row.take<std::string>();
  user.role = row.take<std::string>();
  user.counter = take_maybe_name<domain::CounterId>(row);
  user.password = row.take<std::string>();
  user.blocked_at = take_maybe_instant(row);
  return user;
}

SignedIn take_signed_in(Row& row) {
  SignedIn found;
  found.session.token = row.take<SecretHash>();
  found.session.user = row.take<std::int64_t>();
  found.session.counter = take_maybe_name<domain::CounterId>(row);
  found.session.csrf = row.take<std::string>();
  found.session.created_at = take_instant(row);
  found.session.used_at = take_instant(row);
  found.session.ends_at = take_instant(row);
  found.user = take_user(row);
  return found;
}

EnrolmentCode take_code(Row& row) {
  EnrolmentCode code;
  code.code = row.take<SecretHash>();
  code.branch = take_name<domain::BranchId>(row);
  code.kind = row.take<std::string>();
  code.name = row.take<std::string>();
  code.made_by = row.take<std::string>();
  code.expires_at = take_instant(row);
  return code;
}

AuditEntry take_audit(Row& row) {
  AuditEntry entry;
  entry.at = take_instant(row);
  entry.branch = take_name<domain::BranchId>(row);
  entry.actor = row.take<std::string>();
  entry.action = row.take<std::string>();
  entry.subject = row.take<std::string>();
  entry.detail = row.take<std::string>();
  return entry;
}

// The rows of a query as a vector.
template <class Item, class... Values>
Result<std::vector<Item>> all_rows(Database& database, std::string_view sql, Item (*take)(Row&),
                                   const Values&... values) {
  std::vector<Item> items;
  const Status read = database.each_row(
      sql, [&](Row& row) { items.push_back(take(row)); }, values...);
  if (!read) return tl::unexpected(read.error());
  return items;
}

}  // namespace

Status SqliteIdentityStore::save_device(Transaction& transaction, const Device& device) {
  return database_of(transaction)
      .run(kSaveDevice, to_column(device.node), to_column(device.branch), device.kind, device.name,
           device.token, to_column(device.enrolled_at), to_column(device.revoked_at));
}

Result<std::optional<Device>> SqliteIdentityStore::find_device(ReadView& view,
                                                               const SecretHash& token) {
  return database_of(view).one_row(kFindDevice, take_device, token);
}

Result<std::vector<Device>> SqliteIdentityStore::devices(ReadView& view,
                                                         const domain::BranchId& branch) {
  return all_rows(database_of(view), kDevices, take_device, to_column(branch));
}

Result<bool> SqliteIdentityStore::revoke_device(Transaction& transaction,
                                                const domain::NodeId& node, domain::Timestamp at) {
  Database& database = database_of(transaction);
  const Status revoked = database.run(kRevokeDevice, to_column(node), to_column(at));
  if (!revoked) return tl::unexpected(revoked.error());
  return database.changes() == 1;
}

Result<std::int64_t> SqliteIdentityStore::add_user(Transaction& transaction, const User& user) {
  const auto id = database_of(transaction)
                      .one_row(
                          kAddUser, [](Row& row) { return row.take<std::int64_t>(); },
                          to_column(user.branch), user.login, user.name, user.role,
                          to_column(user.counter), user.password, to_column(user.blocked_at));
  if (!id) return tl::unexpected(id.error());
  return id->value_or(0);
}

Status SqliteIdentityStore::update_user(Transaction& transaction, const User& user) {
  return database_of(transaction)
      .run(kUpdateUser, user.id, user.name, user.role, to_column(user.counter), user.password,
           to_column(user.blocked_at));
}

Result<std::optional<User>> SqliteIdentityStore::find_user(ReadView& view,
                                                           const domain::BranchId& branch,
                                                           std::string_view login) {
  return database_of(view).one_row(kFindUser, take_user, to_column(branch), login);
}

Result<std::vector<User>> SqliteIdentityStore::users(ReadView& view,
                                                     const domain::BranchId& branch) {
  return all_rows(database_of(view), kUsers, take_user, to_column(branch));
}

Status SqliteIdentityStore::add_session(Transaction& transaction, const Session& session) {
  return database_of(transaction)
      .run(kAddSession, session.token, session.user, to_column(session.counter), session.csrf,
           to_column(session.created_at), to_column(session.used_at), to_column(session.ends_at));
}

Result<std::optional<SignedIn>> SqliteIdentityStore::find_session(ReadView& view,
                                                                  const SecretHash& token,
                                                                  domain::Timestamp now,
                                                                  domain::Seconds idle) {
  return database_of(view).one_row(kFindSession, take_signed_in, token, to_column(now),
                                   to_column(now - idle));
}

Status SqliteIdentityStore::touch_session(Transaction& transaction, const SecretHash& token,
                                          domain::Timestamp at) {
  return database_of(transaction).run(kTouchSession, token, to_column(at));
}

Status SqliteIdentityStore::end_session(Transaction& transaction, const SecretHash& token) {
  return database_of(transaction).run("DELETE FROM sessions WHERE token = ?1", token);
}

Status SqliteIdentityStore::end_sessions_of(Transaction& transaction, std::int64_t user) {
  return database_of(transaction).run("DELETE FROM sessions WHERE user = ?1", user);
}

Result<std::int64_t> SqliteIdentityStore::remove_stale_sessions(Transaction& transaction,
                                                                domain::Timestamp now,
                                                                domain::Seconds idle) {
  Database& database = database_of(transaction);
  const Status removed = database.run("DELETE FROM sessions WHERE ends_ms <= ?1 OR used_ms <= ?2",
                                      to_column(now), to_column(now - idle));
  if (!removed) return tl::unexpected(removed.error());
  return database.changes();
}

Status SqliteIdentityStore::add_code(Transaction& transaction, const EnrolmentCode& code) {
  return database_of(transaction)
      .run(kAddCode, code.code, to_column(code.branch), code.kind, code.name, code.made_by,
           to_column(code.expires_at));
}

Result<std::optional<EnrolmentCode>> SqliteIdentityStore::use_code(Transaction& transaction,
                                                                   const SecretHash& code,
                                                                   domain::Timestamp now) {
  return database_of(transaction).one_row(kUseCode, take_code, code, to_column(now));
}

Status SqliteIdentityStore::append_audit(Transaction& transaction, const AuditEntry& entry) {
  return database_of(transaction)
      .run(kAppendAudit, to_column(entry.at), to_column(entry.branch), entry.actor, entry.action,
           entry.subject, entry.detail);
}

Result<std::vector<AuditEntry>> SqliteIdentityStore::audit(ReadView& view,
                                                           const domain::BranchId& branch,
                                                           std::size_t limit) {
  return all_rows(database_of(view), kAudit, take_audit, to_column(branch), limit);
}

}  // namespace navbat::store::sqlite
