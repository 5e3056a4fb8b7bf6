#include "server_sync/server/api/gate.h"

#include <cassert>

#include "server_sync/protocol/version.h"
#include "server_sync/server/http/text.h"
#include "server_sync/server/identity/secrets.h"

namespace navbat::server {
namespace {

using http::Problem;

bool is_unsafe(http::Method method) {
  return method != http::Method::kGet && method != http::Method::kHead;
}

Problem unauthorized(std::string detail) {
  return {.status = 401,
          .kind = "unauthorized",
          .detail = std::move(detail),
          .expected = "a device's bearer token, or a session"};
}

Problem forbidden(std::string kind, std::string detail, std::string expected) {
  return {.status = 403,
          .kind = std::move(kind),
          .detail = std::move(detail),
          .expected = std::move(expected)};
}

Problem cannot_tell() {
  return {.status = 503,
          .kind = "storage",
          .detail = "The server cannot look up who you are now.",
          .expected = "the same request a little later"};
}

std::string roles_of(const AccessRule& rule) {
  std::string roles;
  for (const Role role : kRoles) {
    if (!allows(rule, role)) continue;
    if (!roles.empty()) roles += ", ";
    roles += to_string(role);
  }
  return roles;
}

std::optional<Problem> check_csrf(const Principal& principal, const http::Request& request) {
  if (!is_unsafe(request.method)) return std::nullopt;
  if (is_cross_site(request)) {
    return forbidden("cross-site", "The request comes from another site's page.",
                     "a page of this server");
  }
  const auto token = request.headers.find("X-CSRF-Token");
  if (!token || !equal_in_constant_time(*token, principal.session->csrf)) {
    return forbidden("csrf", "The request does not repeat the session's CSRF token.",
                     "X-CSRF-Token as GET /sessions/current tells it");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> find_cookie(const http::Request& request, std::string_view name) {
  for (const auto& [field, value] : request.headers.fields()) {
    if (!http::equal_ignoring_case(field, "Cookie")) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto item = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(item.size() + 1, rest.size()));
      const auto pair = http::trim(item);
      if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
        return pair.substr(name.size() + 1);
      }
    }
  }
  return std::nullopt;
}

bool is_cross_site(const http::Request& request) {
  if (const auto origin = request.headers.find("Origin")) {
    const auto scheme = origin->find("://");
    const auto host = request.headers.find("Host").value_or("");
    return scheme == std::string_view::npos ||
           !http::equal_ignoring_case(origin->substr(scheme + 3), host);
  }
  const auto site = request.headers.find("Sec-Fetch-Site");
  return site && *site != "same-origin" && *site != "none";
}

void Gate::add(http::Method method, std::string pattern, ApiHandler handler,
               std::optional<std::size_t> body_bytes) {
  const AccessRule* rule = find_rule(method, pattern);
  assert(rule != nullptr && "every route stands in the access table");
  if (rule == nullptr) return;
  router_.add(
      {.method = method,
       .pattern = protocol::kBasePath + pattern,
       .handler =
           [this, rule, handler = std::move(handler)](http::Request request, http::Reply reply) {
             pass(*rule, handler, std::move(request), std::move(reply));
           },
       .body_bytes = body_bytes.value_or(context_.limits.command_body_bytes)});
}

void Gate::pass(const AccessRule& rule, const ApiHandler& handler, http::Request request,
                http::Reply reply) const {
  Principal principal;
  if (!rule.is_public) {
    auto known = authenticate(rule, request);
    if (!known) {
      http::Response response = http::problem_response(known.error(), request.id);
      if (response.status == 401) response.headers.add("WWW-Authenticate", "Bearer");
      return reply.send(std::move(response));
    }
    principal = std::move(*known);
    reply.set_principal(principal.id);
  }
  if (const auto problem = authorise(rule, principal, request)) {
    return reply.send(http::problem_response(*problem, request.id));
  }
  handler({std::move(request), std::move(reply), std::move(principal)});
}

tl::expected<Principal, Problem> Gate::authenticate(const AccessRule& rule,
                                                    const http::Request& request) const {
  if (request.headers.count("Authorization") > 0) {
    constexpr std::string_view kBearer = "Bearer ";
    const auto field = *request.headers.find("Authorization");
    if (request.headers.count("Authorization") > 1 || field.size() <= kBearer.size() ||
        !http::equal_ignoring_case(field.substr(0, kBearer.size()), kBearer)) {
      return tl::make_unexpected(unauthorized("The Authorization field is not one bearer token."));
    }
    auto found = context_.authenticator.by_bearer(http::trim(field.substr(kBearer.size())));
    if (!found) return tl::make_unexpected(cannot_tell());
    if (!*found) return tl::make_unexpected(unauthorized("The token is not known."));
    if (rule.session_only) {
      return tl::make_unexpected(unauthorized("A token has no session."));
    }
    return std::move(**found);
  }
  const auto cookie = find_cookie(request, kSessionCookie);
  if (!cookie) return tl::make_unexpected(unauthorized("Nobody is signed in."));
  auto found = context_.authenticator.by_cookie(*cookie);
  if (!found) return tl::make_unexpected(cannot_tell());
  if (!*found) return tl::make_unexpected(unauthorized("The session has ended."));
  if (auto problem = check_csrf(**found, request)) return tl::make_unexpected(std::move(*problem));
  return std::move(**found);
}

std::optional<Problem> Gate::authorise(const AccessRule& rule, const Principal& principal,
                                       const http::Request& request) const {
  if (!rule.is_public && !allows(rule, principal.role)) {
    return forbidden("role", "A " + std::string{to_string(principal.role)} + " may not do this.",
                     "one of: " + roles_of(rule));
  }
  const auto branch = request.path.find("branch");
  if (branch && *branch != context_.info.id.value()) {
    return Problem{.status = 404,
                   .kind = "unknown-branch",
                   .detail = "There is no such branch here.",
                   .expected = context_.info.id.value()};
  }
  if (rule.is_public) return std::nullopt;
  if (principal.branch != context_.info.id) {
    return forbidden("branch", "You belong to another branch.", principal.branch.value());
  }
  const auto counter = request.path.find("counter");
  if (counter && principal.role == Role::kTeller &&
      (!principal.counter || *counter != principal.counter->value())) {
    return forbidden("counter", "You are not signed in at this counter.",
                     principal.counter ? "counter " + principal.counter->value()
                                       : "signing in at a counter first");
  }
  return std::nullopt;
}

}  // namespace navbat::server
