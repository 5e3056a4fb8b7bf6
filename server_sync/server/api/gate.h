#pragma once
// The door of every API route: recognises who asks, checks the access table, then lets the handler
// run.

#include <functional>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "server_sync/server/api/access.h"
#include "server_sync/server/api/api_context.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/http/router.h"

namespace navbat::server {

// A request that may be carried out.
struct Call {
  http::Request request;
  http::Reply reply;
  Principal principal;  // Empty id on public routes.

  void refuse(const http::Problem& problem) {
    reply.send(http::problem_response(problem, request.id));
  }
};

using ApiHandler = std::function<void(Call)>;

class Gate {
 public:
  // Both outlive the gate, and the gate the router.
  Gate(http::Router& router, ApiContext& context) : router_(router), context_(context) {}

  // `pattern` is below /api/v1 and stands in the access table.
  void add(http::Method method, std::string pattern, ApiHandler handler,
           std::optional<std::size_t> body_bytes = {});

 private:
  void pass(const AccessRule& rule, const ApiHandler& handler, http::Request request,
            http::Reply reply) const;
  [[nodiscard]] tl::expected<Principal, http::Problem> authenticate(
      const AccessRule& rule, const http::Request& request) const;
  [[nodiscard]] std::optional<http::Problem> authorise(const AccessRule& rule,
                                                       const Principal& principal,
                                                       const http::Request& request) const;

  http::Router& router_;
  ApiContext& context_;
};

// Of the request's Cookie field, if it has that cookie.
[[nodiscard]] std::optional<std::string_view> find_cookie(const http::Request& request,
                                                          std::string_view name);

// Whether a browser says that another site's page made this request.
[[nodiscard]] bool is_cross_site(const http::Request& request);

inline constexpr std::string_view kSessionCookie = "__Host-navbat";

}  // namespace navbat::server
