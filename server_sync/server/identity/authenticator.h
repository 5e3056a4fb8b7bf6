#pragma once
// From a bearer token or a session's cookie to the principal behind it.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "domain/time.h"
#include "server_sync/server/identity/principal.h"
#include "server_sync/server/limits.h"
#include "server_sync/store/identity_store.h"

namespace navbat::server {

// A view of the database for reading; may wait for another reader to end. Thread-safe.
using OpenView = std::function<store::Result<std::unique_ptr<store::ReadView>>()>;

// Thread-safe. What it knows it believes for IdentityLimits::cache_time; forget() is at once.
class Authenticator {
 public:
  // `touch` is told of a session's use, seldom enough to be written down each time.
  using Touch = std::function<void(const store::SecretHash&, domain::Timestamp)>;

  // All references outlive this object.
  Authenticator(store::IdentityStore& identities, OpenView open_view, const domain::Clock& clock,
                IdentityLimits limits, Touch touch);

  // A token that is known without the store: the demo's. Before the first request.
  void add_fixed(std::string_view token, Principal principal);

  // Nobody when the token is not known, revoked or run out; an error when the store cannot say.
  [[nodiscard]] store::Result<std::optional<Principal>> by_bearer(std::string_view token);
  [[nodiscard]] store::Result<std::optional<Principal>> by_cookie(std::string_view cookie);

  void forget(const store::SecretHash& token);

 private:
  struct Entry {
    Principal principal;
    domain::Timestamp read_at;
    bool is_fixed = false;
  };
  struct HashOfHash {
    std::size_t operator()(const store::SecretHash& hash) const noexcept;
  };

  [[nodiscard]] std::optional<Principal> known(const store::SecretHash& token, bool cookie);
  void remember(const store::SecretHash& token, const Principal& principal);
  [[nodiscard]] store::Result<std::optional<Principal>> read_session(
      const store::SecretHash& token);

  store::IdentityStore& identities_;
  const OpenView open_view_;
  const domain::Clock& clock_;
  const IdentityLimits limits_;
  const Touch touch_;
  std::mutex mutex_;
  // Keyed by hashes of secrets, so that looking one up tells nothing about others by its time.
  std::unordered_map<store::SecretHash, Entry, HashOfHash> entries_;  // guarded by mutex_
};

// What a session's row says.
[[nodiscard]] Principal to_principal(const store::SignedIn& signed_in);

}  // namespace navbat::server
