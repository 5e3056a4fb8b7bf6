#include "server_sync/server/identity/authenticator.h"

#include <cstring>

#include "server_sync/server/identity/secrets.h"

namespace navbat::server {
namespace {

std::optional<Principal> to_principal(const store::Device& device) {
  const auto role = parse_role(device.kind);
  // Branch servers have a role of their own once they relay to a hub.
  if (role != Role::kKiosk && role != Role::kBoard) return std::nullopt;
  return Principal{.id = device.node.value(),
                   .role = *role,
                   .branch = device.branch,
                   .counter = std::nullopt,
                   .node = device.node,
                   .session = std::nullopt};
}

}  // namespace

Principal to_principal(const store::SignedIn& signed_in) {
  return {.id = signed_in.user.login,
          .role = parse_role(signed_in.user.role).value_or(Role::kBoard),
          .branch = signed_in.user.branch,
          .counter = signed_in.session.counter,
          .node = std::nullopt,
          .session = Principal::Session{signed_in.session.token, signed_in.session.csrf}};
}

std::size_t Authenticator::HashOfHash::operator()(const store::SecretHash& hash) const noexcept {
  std::size_t value = 0;
  std::memcpy(&value, hash.data(), sizeof value);
  return value;
}

Authenticator::Authenticator(store::IdentityStore& identities, OpenView open_view,
                             const domain::Clock& clock, IdentityLimits limits, Touch touch)
    : identities_(identities),
      open_view_(std::move(open_view)),
      clock_(clock),
      limits_(limits),
      touch_(std::move(touch)) {}

void Authenticator::add_fixed(std::string_view token, Principal principal) {
  const std::lock_guard lock{mutex_};
  entries_.insert_or_assign(hash_secret(token),
                            Entry{std::move(principal), clock_.now(), /*is_fixed=*/true});
}

std::optional<Principal> Authenticator::known(const store::SecretHash& token, bool cookie) {
  const std::lock_guard lock{mutex_};
  const auto found = entries_.find(token);
  if (found == entries_.end()) return std::nullopt;
  const Entry& entry = found->second;
  // A cookie is no bearer token and the other way round.
  if (entry.principal.session.has_value() != cookie) return std::nullopt;
  if (!entry.is_fixed && clock_.now() - entry.read_at >= limits_.cache_time) return std::nullopt;
  return entry.principal;
}

void Authenticator::remember(const store::SecretHash& token, const Principal& principal) {
  const std::lock_guard lock{mutex_};
  if (entries_.size() >= limits_.cache_entries) {
    std::erase_if(entries_, [](const auto& entry) { return !entry.second.is_fixed; });
  }
  entries_.insert_or_assign(token, Entry{principal, clock_.now(), /*is_fixed=*/false});
}

void Authenticator::forget(const store::SecretHash& token) {
  const std::lock_guard lock{mutex_};
  entries_.erase(token);
}

store::Result<std::optional<Principal>> Authenticator::by_bearer(std::string_view token) {
  const store::SecretHash hash = hash_secret(token);
  if (auto principal = known(hash, /*cookie=*/false)) return principal;
  const auto view = open_view_();
  if (!view) return tl::unexpected(view.error());
  const auto device = identities_.find_device(**view, hash);
  if (!device) return tl::unexpected(device.error());
  if (!*device) return std::nullopt;
  auto principal = to_principal(**device);
  if (principal) remember(hash, *principal);
  return principal;
}

store::Result<std::optional<Principal>> Authenticator::by_cookie(std::string_view cookie) {
  const store::SecretHash hash = hash_secret(cookie);
  if (auto principal = known(hash, /*cookie=*/true)) return principal;
  return read_session(hash);
}

store::Result<std::optional<Principal>> Authenticator::read_session(
    const store::SecretHash& token) {
  const domain::Timestamp now = clock_.now();
  const auto view = open_view_();
  if (!view) return tl::unexpected(view.error());
  const auto found = identities_.find_session(**view, token, now, limits_.session_idle);
  if (!found) return tl::unexpected(found.error());
  if (!*found || !parse_role((*found)->user.role)) return std::nullopt;
  Principal principal = to_principal(**found);
  remember(token, principal);
  if (now - (*found)->session.used_at >= limits_.session_touch) touch_(token, now);
  return principal;
}

}  // namespace navbat::server
