#include "server_sync/server/http/header_check.h"

#include <iterator>

#include "server_sync/server/http/text.h"

namespace navbat::server::http {
namespace {

Problem bad_request(std::string detail, std::string expected) {
  return {.status = 400,
          .kind = "malformed-request",
          .detail = std::move(detail),
          .expected = std::move(expected)};
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

std::optional<Problem> check_framing(const RequestHeader& header) {
  const auto lengths = header.count(bhttp::field::content_length);
  if (lengths > 1 ||
      view(header[bhttp::field::content_length]).find(',') != std::string_view::npos) {
    return bad_request("The request has several Content-Length values.", "one Content-Length");
  }
  const auto encodings = header.count(bhttp::field::transfer_encoding);
  if (encodings == 0) return std::nullopt;
  if (header.version() < 11) {
    return bad_request("The request has a Transfer-Encoding.", "none before HTTP/1.1");
  }
  if (encodings > 1 ||
      !equal_ignoring_case(trim(view(header[bhttp::field::transfer_encoding])), "chunked")) {
    return Problem{.status = 501,
                   .kind = "transfer-encoding",
                   .detail = "The transfer encoding is not supported.",
                   .expected = "chunked, or a Content-Length"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> check_header(const RequestHeader& header, const HttpLimits& limits) {
  if (header.target().size() > limits.target_bytes) {
    return Problem{.status = 414,
                   .kind = "target-too-long",
                   .detail = "The request target is too long.",
                   .expected = "at most " + std::to_string(limits.target_bytes) + " bytes"};
  }
  if (static_cast<std::size_t>(std::distance(header.begin(), header.end())) >
      limits.header_fields) {
    return Problem{.status = 431,
                   .kind = "header-too-large",
                   .detail = "The request has too many header fields.",
                   .expected = "at most " + std::to_string(limits.header_fields)};
  }
  const auto hosts = header.count(bhttp::field::host);
  if (hosts > 1 || (hosts == 0 && header.version() >= 11)) {
    return bad_request("The request has no Host, or several.", "one Host field");
  }
  if (auto problem = check_framing(header)) return problem;
  if (const auto expect = header.find(bhttp::field::expect);
      expect != header.end() && !equal_ignoring_case(view(expect->value()), "100-continue")) {
    return Problem{.status = 417,
                   .kind = "expectation",
                   .detail = "The expectation is not known.",
                   .expected = "100-continue"};
  }
  if (method_of(header) == Method::kOther) {
    return Problem{.status = 501,
                   .kind = "method",
                   .detail = "The method is not known.",
                   .expected = "GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS"};
  }
  return std::nullopt;
}

Problem parse_problem(ErrorCode error, bool has_target) {
  if (error == bhttp::error::header_limit && !has_target) {
    return {.status = 414, .kind = "target-too-long", .detail = "The request line is too long."};
  }
  if (error == bhttp::error::header_limit) {
    return {.status = 431, .kind = "header-too-large", .detail = "The header is too large."};
  }
  if (error == bhttp::error::body_limit) {
    return {.status = 413, .kind = "body-too-large", .detail = "The body is too large."};
  }
  return bad_request("The request is not HTTP/1.1: " + error.message() + ".",
                     "a request as RFC 9112 has it");
}

Method method_of(const RequestHeader& header) {
  switch (header.method()) {
    case bhttp::verb::get:
      return Method::kGet;
    case bhttp::verb::head:
      return Method::kHead;
    case bhttp::verb::post:
      return Method::kPost;
    case bhttp::verb::put:
      return Method::kPut;
    case bhttp::verb::patch:
      return Method::kPatch;
    case bhttp::verb::delete_:
      return Method::kDelete;
    case bhttp::verb::options:
      return Method::kOptions;
    default:
      return Method::kOther;
  }
}

Headers headers_of(const RequestHeader& header) {
  Headers headers;
  for (const auto& field : header) {
    headers.add(std::string(view(field.name_string())), std::string(view(field.value())));
  }
  return headers;
}

}  // namespace navbat::server::http
