#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server_sync/server/http/reply.h"

namespace navbat::server::http {

/// One thing that the server can be asked for.
struct Route {
  Method method = Method::kGet;
  /// "/api/v1/tickets/{id}". A {name} matches one non-empty segment, a last {name...} one or more.
  std::string pattern;
  Handler handler{};
  /// Largest body in bytes; without it the server's default.
  std::optional<std::size_t> body_bytes{};
};

/// Finds the handler for a method and a path. Literal segments win over {parts}. Built once before
/// the server starts, read by all its threads afterwards.
class Router {
 public:
  struct Found {
    const Route* route;
    Parameters path;
  };
  struct NotFound {};
  struct WrongMethod {
    std::string allow;  ///< value of the Allow header, e.g. "GET, HEAD"
  };
  using Match = std::variant<Found, NotFound, WrongMethod>;

  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  /// The same method and pattern twice is a bug. Returns the route as stored; it does not move.
  const Route& add(Route route);
  /// HEAD falls back to GET's route.
  [[nodiscard]] Match match(Method method, const std::vector<std::string>& segments) const;
  /// In the order they were added: for metrics, and for tests that go through all of them.
  [[nodiscard]] const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

 private:
  struct Node;
  struct Walk;

  std::unique_ptr<Node> root_;
  std::vector<std::unique_ptr<Route>> routes_;
};

}  // namespace navbat::server::http
