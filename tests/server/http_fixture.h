#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "server_sync/server/http/http_server.h"
#include "server_sync/server/http/problem.h"
#include "tests/server/raw_client.h"

namespace navbat::test {

namespace http = server::http;

/// 2026-11-22T15:00:00.250Z, for good.
class FixedClock final : public domain::Clock {
 public:
  [[nodiscard]] domain::Timestamp now() const override {
    return domain::from_unix_ms(1'795'359'600'250);
  }
};

/// Remembers what the server reported and lets a test wait for it.
class RecordingObserver : public http::ServerObserver {
 public:
  struct Seen {
    std::string id, route, principal;
    int status;
  };

  void on_request(const http::RequestRecord& record) override {
    change([&] {
      requests_.push_back({std::string(record.id), std::string(record.route),
                           std::string(record.principal), record.status});
    });
  }
  void on_connections(std::size_t open_now) override {
    change([&] { connections_ = open_now; });
  }
  void on_streams(std::size_t open_now) override {
    change([&] { streams_ = open_now; });
  }
  void on_stream_dropped(std::string_view why) override {
    change([&] { dropped_.emplace_back(why); });
  }
  void on_trouble(std::string_view what) override {
    change([&] { troubles_.emplace_back(what); });
  }

  bool wait_for_streams(std::size_t count) {
    return wait([&] { return streams_ == count; });
  }
  bool wait_for_connections(std::size_t count) {
    return wait([&] { return connections_ == count; });
  }
  bool wait_for_requests(std::size_t count) {
    return wait([&] { return requests_.size() >= count; });
  }
  bool wait_for_drop(std::string_view why) {
    return wait([&] { return !dropped_.empty() && dropped_.back() == why; });
  }
  std::vector<Seen> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  std::vector<std::string> troubles() {
    const std::lock_guard lock(mutex_);
    return troubles_;
  }

 private:
  void change(const std::function<void()>& how) {
    const std::lock_guard lock(mutex_);
    how();
    changed_.notify_all();
  }
  bool wait(const std::function<bool()>& until) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10), until);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Seen> requests_;
  std::vector<std::string> dropped_, troubles_;
  std::size_t connections_ = 0, streams_ = 0;
};

/// A server on a free port. Tests change `options`, add routes, then call start().
class HttpTest : public ::testing::Test {
 protected:
  HttpTest() {
    options.threads = 2;
    options.clock = &clock;
    options.limits.linger_time = std::chrono::milliseconds(200);
    add("GET", "/hello", [](const http::Request&, http::Reply reply) {
      reply.send(http::text_response(200, "text/plain", "hello"));
    });
    add("POST", "/echo", [](http::Request request, http::Reply reply) {
      reply.send(http::text_response(200, "text/plain", std::move(request.body)));
    });
  }
  ~HttpTest() override {
    if (server) server->stop(std::chrono::milliseconds(0));
  }

  void add(std::string_view method, std::string pattern, http::Handler handler,
           std::optional<std::size_t> body_bytes = {}) {
    router.add({.method = method == "GET" ? http::Method::kGet : http::Method::kPost,
                .pattern = std::move(pattern),
                .handler = std::move(handler),
                .body_bytes = body_bytes});
  }
  void listen() {
    auto made = http::HttpServer::listen(options);
    ASSERT_TRUE(made) << made.error();
    server = std::move(*made);
  }
  void start() {
    if (!server) listen();
    server->start(router, observer);
  }
  std::uint16_t port() const { return server->port(); }
  /// One request on a connection of its own.
  std::optional<RawClient::Response> ask(std::string_view bytes) const {
    return RawClient(port()).ask(bytes);
  }
  int status_of(std::string_view bytes) const {
    const auto response = ask(bytes);
    return response ? response->status : 0;
  }

  FixedClock clock;
  http::HttpServerOptions options;
  http::Router router;
  RecordingObserver observer;
  std::unique_ptr<http::HttpServer> server;
};

}  // namespace navbat::test
