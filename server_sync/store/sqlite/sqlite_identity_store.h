// The identity store on SQLite, in the same file as the branch store and so in the same
// transactions. Holds nothing itself; one object serves all threads.
#pragma once

#include "server_sync/store/identity_store.h"

namespace navbat::store::sqlite {

class SqliteIdentityStore final : public IdentityStore {
 public:
  [[nodiscard]] Status save_device(Transaction& transaction, const Device& device) override;
  [[nodiscard]] Result<std::optional<Device>> find_device(ReadView& view,
                                                          const SecretHash& token) override;
  [[nodiscard]] Result<std::vector<Device>> devices(ReadView& view,
                                                    const domain::BranchId& branch) override;
  [[nodiscard]] Result<bool> revoke_device(Transaction& transaction, const domain::NodeId& node,
                                           domain::Timestamp at) override;

  [[nodiscard]] Result<std::int64_t> add_user(Transaction& transaction, const User& user) override;
  [[nodiscard]] Status update_user(Transaction& transaction, const User& user) override;
  [[nodiscard]] Result<std::optional<User>> find_user(ReadView& view,
                                                      const domain::BranchId& branch,
                                                      std::string_view login) override;
  [[nodiscard]] Result<std::vector<User>> users(ReadView& view,
                                                const domain::BranchId& branch) override;

  [[nodiscard]] Status add_session(Transaction& transaction, const Session& session) override;
  [[nodiscard]] Result<std::optional<SignedIn>> find_session(ReadView& view,
                                                             const SecretHash& token,
                                                             domain::Timestamp now,
                                                             domain::Seconds idle) override;
  [[nodiscard]] Status touch_session(Transaction& transaction, const SecretHash& token,
                                     domain::Timestamp at) override;
  [[nodiscard]] Status end_session(Transaction& transaction, const SecretHash& token) override;
  [[nodiscard]] Status end_sessions_of(Transaction& transaction, std::int64_t user) override;
  [[nodiscard]] Result<std::int64_t> remove_stale_sessions(Transaction& transaction,
                                                           domain::Timestamp now,
                                                           domain::Seconds idle) override;

  [[nodiscard]] Status add_code(Transaction& transaction, const EnrolmentCode& code) override;
  [[nodiscard]] Result<std::optional<EnrolmentCode>> use_code(Transaction& transaction,
                                                              const SecretHash& code,
                                                              domain::Timestamp now) override;

  [[nodiscard]] Status append_audit(Transaction& transaction, const AuditEntry& entry) override;
  [[nodiscard]] Result<std::vector<AuditEntry>> audit(ReadView& view,
                                                      const domain::BranchId& branch,
                                                      std::size_t limit) override;
};

}  // namespace navbat::store::sqlite
