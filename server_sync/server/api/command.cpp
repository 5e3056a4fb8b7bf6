#include "server_sync/server/api/command.h"

#include "server_sync/server/api/body.h"
#include "server_sync/server/http/text.h"

namespace navbat::server {
namespace {

constexpr std::size_t kKeyLength = 128;

tl::expected<std::string, http::Problem> idempotency_key(const http::Request& request) {
  const auto count = request.headers.count("Idempotency-Key");
  if (count == 0) return std::string{};
  const auto key = *request.headers.find("Idempotency-Key");
  if (count > 1 || !http::is_visible_ascii(key, kKeyLength)) {
    return tl::make_unexpected(
        bad_member("Idempotency-Key", "one key of 1 to 128 visible ASCII characters"));
  }
  return std::string{key};
}

}  // namespace

http::Response json_response(int status, std::string body) {
  return http::text_response(status, "application/json", std::move(body));
}

http::Problem storage_problem(const store::Error& error) {
  const bool overloaded = error.code == store::ErrorCode::kOverloaded;
  return {.status = 503,
          .kind = overloaded ? "overloaded" : "storage",
          .detail = overloaded ? "The server has more to write than it can."
                               : "The server cannot write now; nothing was changed.",
          .expected = "the same request a little later"};
}

http::Response to_response(const store::Result<Answer>& result, std::string_view request_id) {
  if (!result) {
    http::Response response = http::problem_response(storage_problem(result.error()), request_id);
    response.headers.add("Retry-After", "1");
    return response;
  }
  if (result->status == 204) return http::empty_response(204);
  return http::text_response(
      result->status, result->status >= 400 ? "application/problem+json" : "application/json",
      result->body);
}

http::Response reports_busy(std::string_view request_id) {
  http::Response busy = http::problem_response(
      {.status = 503, .kind = "overloaded", .detail = "Too many reports wait already."},
      request_id);
  busy.headers.add("Retry-After", "5");
  return busy;
}

void submit(ApiContext& context, Call call, Command command) {
  if (call.principal.session && !call.request.body.empty() && !says_json(call.request)) {
    return call.refuse({.status = 415,
                        .kind = "media-type",
                        .detail = "The body does not say that it is JSON.",
                        .expected = "Content-Type: application/json"});
  }
  auto key = idempotency_key(call.request);
  if (!key) return call.refuse(key.error());
  CommandOrigin origin{.actor = call.principal.id,
                       .scope = call.principal.scope(),
                       .key = std::move(*key),
                       .request_hash = {}};
  if (!origin.key.empty()) {
    origin.request_hash = hex_digest(std::string{http::to_string(call.request.method)} + " " +
                                     call.request.target + "\n" + call.request.body);
  }
  context.host.submit(
      std::move(origin), std::move(command),
      [reply = share(std::move(call.reply)), id = call.request.id](
          const store::Result<Answer>& result) { reply->send(to_response(result, id)); });
}

void query(ApiContext& context, Call call, Command command) {
  context.host.query(
      std::move(command),
      [reply = share(std::move(call.reply)), id = call.request.id](
          const store::Result<Answer>& result) { reply->send(to_response(result, id)); });
}

tl::expected<domain::TicketId, http::Problem> ticket_of(const http::Request& request) {
  if (const auto id = domain::TicketId::parse(request.path.at("id"))) return *id;
  return tl::make_unexpected(
      bad_member("id", "a UUIDv7 such as 019aaf3e-7d7c-7c11-9d0e-0c3a8b1f2a55"));
}

}  // namespace navbat::server
