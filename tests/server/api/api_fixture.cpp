#include "tests/server/api/api_fixture.h"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "system/random_source.h"
#include "tests/support/child_process.h"

namespace navbat::server {
namespace {

// Argon2id at its cheapest: what it costs is not what these tests are about.
constexpr system::PasswordCost kCheap{1, 8192};

}  // namespace

boost::json::object HttpAnswer::json() const { return boost::json::parse(body).as_object(); }

std::string HttpAnswer::text(const char* member) const {
  const auto object = json();
  const auto* value = object.if_contains(member);
  return value != nullptr && value->is_string() ? std::string{value->as_string()} : std::string{};
}

std::string HttpAnswer::kind() const {
  const std::string type = text("type");
  return type.substr(type.rfind(':') + 1);
}

ApiTest::ApiTest() : config_(read_server_config(testing::tree_file("config/demo.toml"))) {
  config_.port = 0;
  config_.data = dir_.file("data");
  config_.web.clear();
  config_.demo_users.push_back({.token = kAdmin,
                                .login = "admin",
                                .password = kPassword,
                                .name = "Admin",
                                .role = "admin",
                                .counter = std::nullopt});
  start();
}

void ApiTest::start() {
  ServerParts parts{.clock = clock_,
                    .random = system::fill_random,
                    .logger = std::make_shared<spdlog::logger>(
                        "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_)),
                    .devices = device_limits_,
                    .password_cost = kCheap};
  parts.http.linger_time = std::chrono::milliseconds{50};
  auto started = ServerApp::start(config_, std::move(parts));
  ASSERT_TRUE(started.has_value()) << started.error();
  app_ = std::move(*started);
}

void ApiTest::restart() {
  app_.reset();
  start();
}

HttpAnswer ApiTest::ask(const Ask& ask) {
  std::string bytes = ask.method + " /api/v1" + ask.path + " HTTP/1.1\r\nHost: bank.test\r\n";
  if (!ask.token.empty()) bytes += "Authorization: Bearer " + ask.token + "\r\n";
  if (ask.method == "POST") bytes += "Content-Type: application/json\r\n";
  bytes += "Content-Length: " + std::to_string(ask.body.size()) + "\r\nConnection: close\r\n" +
           ask.headers + "\r\n" + ask.body;
  test::RawClient client{port()};
  const auto response = client.ask(bytes);
  if (!response) {
    ADD_FAILURE() << "no answer to " << ask.method << " " << ask.path;
    return {};
  }
  return {response->status, response->headers, response->body};
}

HttpAnswer ApiTest::get(const std::string& path, const std::string& token) {
  return ask({.method = "GET", .path = path, .token = token});
}

HttpAnswer ApiTest::post(const std::string& path, const std::string& token, const std::string& body,
                         const std::string& headers) {
  return ask({.path = path, .token = token, .body = body, .headers = headers});
}

std::string ApiTest::ticket_id(unsigned n) {
  char text[40];
  std::snprintf(text, sizeof text, "019a0000-0000-7000-8000-%012x", n);
  return text;
}

std::string ApiTest::new_ticket(unsigned n, const std::string& service) {
  return R"({"id":")" + ticket_id(n) + R"(","service":")" + service + R"(","language":"uz"})";
}

HttpAnswer ApiTest::issue(unsigned n, const std::string& service, const std::string& headers) {
  return post("/branches/demo/tickets", kKiosk, new_ticket(n, service), headers);
}

HttpAnswer ApiTest::call(const std::string& counter) {
  return post("/branches/demo/counters/" + counter + "/call", "demo-teller-" + counter);
}

std::int64_t ApiTest::version() {
  return get("/branches/demo/queue", kBoard).json().at("version").to_number<std::int64_t>();
}

HttpAnswer ApiTest::try_sign_in(const std::string& login, const std::string& password) {
  return post("/sessions", "",
              R"({"branch":"demo","login":")" + login + R"(","password":")" + password + R"("})");
}

ApiTest::Cookie ApiTest::sign_in(const std::string& login) {
  const HttpAnswer answer = try_sign_in(login, kPassword);
  EXPECT_EQ(answer.status, 201) << answer.body;
  const std::string cookie = answer.headers.at("set-cookie");
  return {.cookie = "Cookie: other=1; " + cookie.substr(0, cookie.find(';')) + "\r\n",
          .csrf = "X-CSRF-Token: " + answer.text("csrf_token") + "\r\n"};
}

}  // namespace navbat::server
