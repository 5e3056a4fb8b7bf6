// Who may do what: devices, users, sessions, one-time codes, and the record of what people did.
//
// Secrets never come here in the clear: tokens and codes arrive as SHA-256 hashes, passwords as
// Argon2id strings, made by the caller. Writing functions are called on the writer's thread with
// the transaction under way; reading ones take any view. "Now" is always passed in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/store/error.h"
#include "server_sync/store/transaction.h"

namespace navbat::store {

/// SHA-256 of a bearer token, a session's cookie or an enrolment code.
using SecretHash = std::array<std::uint8_t, 32>;

/// A kiosk, board or branch server that has been let in.
struct Device {
  domain::NodeId node;
  domain::BranchId branch;
  std::string kind;  // "kiosk", "board", "server"
  std::string name;  // for people: "Entrance"
  SecretHash token{};
  domain::Timestamp enrolled_at{};
  std::optional<domain::Timestamp> revoked_at;
};

/// A teller, manager or administrator. The id is given by add_user().
struct User {
  std::int64_t id = 0;
  domain::BranchId branch;
  std::string login;  // unique in its branch; compared as given, so the caller folds case
  std::string name;
  std::string role;                             // "teller", "manager", "admin"
  std::optional<domain::CounterId> counter;     // the one a teller usually takes
  std::string password;                         // Argon2id, encoded with its parameters
  std::optional<domain::Timestamp> blocked_at;  // may not sign in since
};

/// A signed-in user. It ends when not used for the idle time, at its absolute end, or when ended.
struct Session {
  SecretHash token{};
  std::int64_t user = 0;
  std::optional<domain::CounterId> counter;
  std::string csrf;  // what unsafe requests must repeat
  domain::Timestamp created_at{};
  domain::Timestamp used_at{};  // last use, as precise as touch_session() was called
  domain::Timestamp ends_at{};  // absolute
};

/// The session together with whom it stands for.
struct SignedIn {
  Session session;
  User user;
};

/// Lets one device in, once.
struct EnrolmentCode {
  SecretHash code{};
  domain::BranchId branch;
  std::string kind;
  std::string name;
  std::string made_by;
  domain::Timestamp expires_at{};
};

/// What somebody did. Append-only.
struct AuditEntry {
  domain::Timestamp at{};
  domain::BranchId branch;
  std::string actor;    // "teller3", "device:kiosk-1", "system"
  std::string action;   // "session_created", "device_enrolled", "ticket_cancelled"
  std::string subject;  // what it was done to; may be empty
  std::string detail;   // for people; never a secret, never personal data of customers
};

class IdentityStore {
 public:
  IdentityStore() = default;
  IdentityStore(const IdentityStore&) = delete;
  IdentityStore& operator=(const IdentityStore&) = delete;
  virtual ~IdentityStore() = default;

  /// Adds the device, or gives a known node a new token, kind and name (a replaced device).
  [[nodiscard]] virtual Status save_device(Transaction& transaction, const Device& device) = 0;
  /// Devices that are not revoked only.
  [[nodiscard]] virtual Result<std::optional<Device>> find_device(ReadView& view,
                                                                  const SecretHash& token) = 0;
  /// All of a branch, revoked ones too, by node.
  [[nodiscard]] virtual Result<std::vector<Device>> devices(ReadView& view,
                                                            const domain::BranchId& branch) = 0;
  /// False when there is no such device or it was revoked before.
  [[nodiscard]] virtual Result<bool> revoke_device(Transaction& transaction,
                                                   const domain::NodeId& node,
                                                   domain::Timestamp at) = 0;

  /// The new user's id; kConstraint when the login is taken.
  [[nodiscard]] virtual Result<std::int64_t> add_user(Transaction& transaction,
                                                      const User& user) = 0;
  /// Everything but branch and login.
  [[nodiscard]] virtual Status update_user(Transaction& transaction, const User& user) = 0;
  [[nodiscard]] virtual Result<std::optional<User>> find_user(ReadView& view,
                                                              const domain::BranchId& branch,
                                                              std::string_view login) = 0;
  /// All of a branch, by login.
  [[nodiscard]] virtual Result<std::vector<User>> users(ReadView& view,
                                                        const domain::BranchId& branch) = 0;

  [[nodiscard]] virtual Status add_session(Transaction& transaction, const Session& session) = 0;
  /// Sessions that have not ended at `now`, were used within `idle`, and whose user is not blocked.
  [[nodiscard]] virtual Result<std::optional<SignedIn>> find_session(ReadView& view,
                                                                     const SecretHash& token,
                                                                     domain::Timestamp now,
                                                                     domain::Seconds idle) = 0;
  /// Notes a use; never moves it backwards.
  [[nodiscard]] virtual Status touch_session(Transaction& transaction, const SecretHash& token,
                                             domain::Timestamp at) = 0;
  [[nodiscard]] virtual Status end_session(Transaction& transaction, const SecretHash& token) = 0;
  /// Signs a user out everywhere: a new password, a blocked account.
  [[nodiscard]] virtual Status end_sessions_of(Transaction& transaction, std::int64_t user) = 0;
  /// Removes what ended before `now` or was idle longer than `idle`; the number removed.
  [[nodiscard]] virtual Result<std::int64_t> remove_stale_sessions(Transaction& transaction,
                                                                   domain::Timestamp now,
                                                                   domain::Seconds idle) = 0;

  [[nodiscard]] virtual Status add_code(Transaction& transaction, const EnrolmentCode& code) = 0;
  /// Uses a code up: what it stood for, or nothing when it is unknown, used or expired at `now`.
  [[nodiscard]] virtual Result<std::optional<EnrolmentCode>> use_code(Transaction& transaction,
                                                                      const SecretHash& code,
                                                                      domain::Timestamp now) = 0;

  [[nodiscard]] virtual Status append_audit(Transaction& transaction, const AuditEntry& entry) = 0;
  /// Newest first, at most `limit`.
  [[nodiscard]] virtual Result<std::vector<AuditEntry>> audit(ReadView& view,
                                                              const domain::BranchId& branch,
                                                              std::size_t limit) = 0;
};

}  // namespace navbat::store
