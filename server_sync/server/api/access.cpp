#include "server_sync/server/api/access.h"

#include <algorithm>

namespace navbat::server {
namespace {

using http::Method;

constexpr std::uint8_t kKiosk = bit(Role::kKiosk);
constexpr std::uint8_t kBoard = bit(Role::kBoard);
constexpr std::uint8_t kManagers = bit(Role::kManager) | bit(Role::kAdmin);
constexpr std::uint8_t kStaff = bit(Role::kTeller) | kManagers;
constexpr std::uint8_t kEverybody = kKiosk | kBoard | kStaff;

constexpr AccessRule open_to_all(Method method, std::string_view pattern) {
  return {.method = method, .pattern = pattern, .roles = 0, .is_public = true};
}
constexpr AccessRule only(Method method, std::string_view pattern, std::uint8_t roles) {
  return {.method = method, .pattern = pattern, .roles = roles};
}
constexpr AccessRule signed_in(Method method, std::string_view pattern) {
  return {.method = method,
          .pattern = pattern,
          .roles = kStaff,
          .is_public = false,
          .session_only = true};
}

constexpr AccessRule kTable[] = {
    open_to_all(Method::kGet, "/branches"),
    open_to_all(Method::kGet, "/branches/{branch}"),
    only(Method::kPost, "/branches/{branch}/tickets", kKiosk | kManagers),
    only(Method::kGet, "/branches/{branch}/tickets", kKiosk | kStaff),
    only(Method::kGet, "/branches/{branch}/queue", kEverybody),
    only(Method::kGet, "/branches/{branch}/events", kEverybody),
    only(Method::kGet, "/branches/{branch}/wait-times", kManagers),
    only(Method::kGet, "/branches/{branch}/usual-waits", kKiosk | kBoard | kManagers),
    only(Method::kPost, "/branches/{branch}/appointments", kManagers),
    only(Method::kGet, "/branches/{branch}/appointments", kKiosk | kManagers),
    only(Method::kDelete, "/branches/{branch}/appointments/{code}", kManagers),
    only(Method::kPost, "/branches/{branch}/notices", kManagers),
    only(Method::kDelete, "/branches/{branch}/notices/{id}", kManagers),
    only(Method::kGet, "/branches/{branch}/devices", kManagers),
    only(Method::kPost, "/branches/{branch}/enrolment-codes", kManagers),
    only(Method::kPost, "/branches/{branch}/counters/{counter}/call", kStaff),
    only(Method::kPost, "/branches/{branch}/counters/{counter}/open", kStaff),
    only(Method::kPost, "/branches/{branch}/counters/{counter}/close", kStaff),
    only(Method::kPost, "/branches/{branch}/counters/{counter}/pause", kStaff),
    only(Method::kPost, "/branches/{branch}/counters/{counter}/resume", kStaff),
    open_to_all(Method::kGet, "/tickets/{id}"),
    only(Method::kPost, "/tickets/{id}/recall", kStaff),
    only(Method::kPost, "/tickets/{id}/start", kStaff),
    only(Method::kPost, "/tickets/{id}/finish", kStaff),
    only(Method::kPost, "/tickets/{id}/no-show", kStaff),
    only(Method::kPost, "/tickets/{id}/hold", kStaff),
    only(Method::kPost, "/tickets/{id}/resume", kStaff),
    only(Method::kPost, "/tickets/{id}/transfer", kStaff),
    only(Method::kPost, "/tickets/{id}/cancel", kKiosk | kStaff),
    only(Method::kPost, "/tickets/{id}/feedback", kKiosk | kStaff),
    only(Method::kPost, "/sync", kKiosk | kBoard),
    open_to_all(Method::kPost, "/sessions"),
    signed_in(Method::kGet, "/sessions/current"),
    signed_in(Method::kDelete, "/sessions/current"),
    open_to_all(Method::kPost, "/devices/enrol"),
    open_to_all(Method::kGet, "/openapi.yaml"),
    open_to_all(Method::kGet, "/healthz"),
    open_to_all(Method::kGet, "/readyz"),
    open_to_all(Method::kGet, "/metrics"),
};

}  // namespace

std::span<const AccessRule> access_table() { return kTable; }

const AccessRule* find_rule(Method method, std::string_view pattern) {
  const auto found = std::ranges::find_if(kTable, [&](const AccessRule& rule) {
    return rule.method == method && rule.pattern == pattern;
  });
  return found == std::end(kTable) ? nullptr : &*found;
}

}  // namespace navbat::server
