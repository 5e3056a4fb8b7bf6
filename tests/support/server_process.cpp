#include "tests/support/server_process.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <stdexcept>
#include <thread>

#include "tests/support/http_connection.h"

namespace navbat::testing {
namespace {

constexpr std::chrono::milliseconds kReadyWithin{30'000};
constexpr std::chrono::milliseconds kStopWithin{30'000};
constexpr std::chrono::milliseconds kLook{5};

bool is_free(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets API.
  const int result = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  ::close(socket);
  return result == 0;
}

bool is_ready(std::uint16_t port) {
  try {
    HttpConnection connection{port, std::chrono::milliseconds{2'000}};
    return connection.request("GET", "/readyz", "").status == 200;
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace

std::uint16_t free_port() {
  constexpr int kFirst = 20'000;
  constexpr int kLast = 32'000;
  static std::mt19937 engine{std::random_device{}()};
  std::uniform_int_distribution<int> any{kFirst, kLast};
  while (true) {
    const auto port = static_cast<std::uint16_t>(any(engine));
    if (is_free(port)) return port;
  }
}

bool wait_until_ready(std::uint16_t port, ChildProcess& server, std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (server.running() && std::chrono::steady_clock::now() < deadline) {
    if (is_ready(port)) return true;
    std::this_thread::sleep_for(kLook);
  }
  return false;
}

std::optional<std::filesystem::path> fake_clock_library() {
  for (const auto& folder : std::filesystem::directory_iterator{"/usr/lib"}) {
    const auto file = folder.path() / "faketime" / "libfaketimeMT.so.1";
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return file;
  }
  return std::nullopt;
}

ServerProcess::ServerProcess(Options options) : options_(std::move(options)), port_(free_port()) {
  start();
}

std::vector<std::string> ServerProcess::arguments(std::uint16_t port,
                                                  const std::filesystem::path& data) const {
  std::vector<std::string> all;
  if (!options_.clock.empty()) {
    all = {"/usr/bin/env", "TZ=UTC", "FAKETIME=" + options_.clock,
           "LD_PRELOAD=" + fake_clock_library().value().string()};
  }
  all.insert(all.end(), {program("navbat-server").string(), "--config", options_.config.string(),
                         "--listen", "127.0.0.1:" + std::to_string(port), "--data", data.string()});
  all.insert(all.end(), options_.more.begin(), options_.more.end());
  return all;
}

void ServerProcess::start() {
  process_ = std::make_unique<ChildProcess>(
      arguments(port_, data()), options_.folder / "server.out", options_.folder / "server.err");
  if (!wait_until_ready(port_, *process_, kReadyWithin)) {
    throw std::runtime_error("navbat-server did not become ready:\n" + process_->out() +
                             process_->err());
  }
}

std::optional<int> ServerProcess::stop() {
  process_->signal(SIGTERM);
  return process_->wait(kStopWithin);
}

std::string ServerProcess::url() const { return "http://127.0.0.1:" + std::to_string(port_); }

}  // namespace navbat::testing
