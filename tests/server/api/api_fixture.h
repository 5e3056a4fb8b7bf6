#pragma once
// The whole server in the test's process: real sockets, real store in a temporary folder, the
// demo's configuration, and a clock that the test moves.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include "server_sync/server/app/server_app.h"
#include "tests/server/raw_client.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_clock.h"

namespace navbat::server {

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // Names in lower case.
  std::string body;

  [[nodiscard]] boost::json::object json() const;
  // A text member; empty when there is none.
  [[nodiscard]] std::string text(const char* member) const;
  // The last part of a problem's type.
  [[nodiscard]] std::string kind() const;
};

struct Ask {
  std::string method = "POST";
  std::string path{};   // Below /api/v1.
  std::string token{};  // Bearer; none when empty.
  std::string body{};
  std::string headers{};  // More of them, each with its line end.
};

class ApiTest : public ::testing::Test {
 protected:
  static constexpr const char* kKiosk = "demo-kiosk";
  static constexpr const char* kBoard = "demo-board";
  static constexpr const char* kManager = "demo-manager";
  static constexpr const char* kAdmin = "test-admin";
  static constexpr const char* kPassword = "navbat-demo";

  ApiTest();

  void start();
  void restart();
  [[nodiscard]] std::uint16_t port() const { return app_->port(); }

  HttpAnswer ask(const Ask& ask);
  HttpAnswer get(const std::string& path, const std::string& token = "");
  HttpAnswer post(const std::string& path, const std::string& token, const std::string& body = "",
                  const std::string& headers = "");

  // A ticket of its own id; the answer.
  HttpAnswer issue(unsigned n, const std::string& service = "cash",
                   const std::string& headers = "");
  [[nodiscard]] static std::string ticket_id(unsigned n);
  [[nodiscard]] static std::string new_ticket(unsigned n, const std::string& service = "cash");
  HttpAnswer call(const std::string& counter);
  std::int64_t version();

  struct Cookie {
    std::string cookie;  // As header, with its line end.
    std::string csrf;    // The same.
  };
  HttpAnswer try_sign_in(const std::string& login, const std::string& password);
  Cookie sign_in(const std::string& login);

  testing::TempDir dir_;
  testing::TestClock clock_{*domain::parse_rfc3339("2026-11-20T05:00:00Z")};
  ServerConfig config_;
  DeviceLimits device_limits_;  // A change works from restart() on.
  std::ostringstream log_;
  std::unique_ptr<ServerApp> app_;
};

}  // namespace navbat::server
