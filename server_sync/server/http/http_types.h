#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The values that handlers see. Nothing of the HTTP library shows here.
namespace navbat::server::http {

enum class Method { kGet, kHead, kPost, kPut, kPatch, kDelete, kOptions, kOther };

/// The method's name as on the wire; "OTHER" for what this server does not know.
[[nodiscard]] std::string_view to_string(Method method);

/// Names compare without case, in the order they came. Small, so that looking one up is a scan.
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;

  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }
  /// Replaces every field of that name by this one.
  void set(std::string_view name, std::string value);
  /// The first field of that name. The view lives as long as the headers stay unchanged.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
  [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }

 private:
  std::vector<Field> fields_;
};

/// Decoded name and value pairs: query parameters, or the {parts} of a route.
class Parameters {
 public:
  void add(std::string name, std::string value) {
    items_.emplace_back(std::move(name), std::move(value));
  }
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// The value of a {part} that the route is known to have; empty when it has none.
  [[nodiscard]] std::string_view at(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& items() const {
    return items_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

/// One whole request. Path and query are percent-decoded and valid UTF-8 without control
/// characters.
struct Request {
  Method method = Method::kGet;
  std::string target;                 ///< as sent: path and query, still encoded
  std::vector<std::string> segments;  ///< decoded path; {"api", "v1"} for /api/v1, {} for /
  Parameters query;                   ///< decoded; '+' is a space
  Parameters path;                    ///< the route's {parts}
  Headers headers;
  std::string body;
  std::string peer;   ///< the client's address, without port
  std::string id;     ///< request id, in the log and in X-Request-Id
  std::string route;  ///< the route's pattern, e.g. "/api/v1/tickets/{id}"
};

/// An answer. Content-Length, Date, X-Request-Id and Connection are added when it is sent, and
/// `Cache-Control: no-store` unless the handler set another one.
struct Response {
  /// A shared body is sent without being copied (static files, a snapshot that many ask for).
  using Body = std::variant<std::string, std::shared_ptr<const std::string>>;

  int status = 200;
  Headers headers;
  Body body;

  [[nodiscard]] const std::string& body_text() const;
};

/// An answer of text with its media type.
[[nodiscard]] Response text_response(int status, std::string_view content_type, std::string body);
/// An answer without a body: 204, 304.
[[nodiscard]] Response empty_response(int status);

}  // namespace navbat::server::http
