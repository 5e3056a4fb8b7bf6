#include "tests/support/faulty_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>

#include "tests/support/loopback_socket.h"

namespace navbat::testing {
namespace {

bool write_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

FaultyProxy::FaultyProxy(std::uint16_t upstream_port) : upstream_port_(upstream_port) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || ::bind(listener_, generic, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, generic, &size) != 0) {
    throw std::runtime_error("faulty proxy: no socket");
  }
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { accept_all(); });
}

FaultyProxy::~FaultyProxy() {
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  cut_all();
  for (std::thread& thread : threads_) thread.join();
  for (const int socket : sockets_) ::close(socket);
  ::close(listener_);
}

std::string FaultyProxy::url() const { return "http://127.0.0.1:" + std::to_string(port_); }

void FaultyProxy::set(Fault fault) {
  const Fault before = fault_.exchange(fault);
  if (before != Fault::kNone || fault == Fault::kRefuse) cut_all();
}

void FaultyProxy::cut_all() {
  const std::lock_guard lock(mutex_);
  for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

void FaultyProxy::accept_all() {
  for (;;) {
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    const int server = fault_ == Fault::kRefuse ? -1 : connect_to(upstream_port_);
    if (server < 0) {
      ::close(client);
      continue;
    }
    const std::lock_guard lock(mutex_);
    sockets_.push_back(client);
    sockets_.push_back(server);
    threads_.emplace_back([this, client, server] { carry({client, server}); });
  }
}

// Until either side ends. Sockets are closed by the destructor alone, so that cut_all() never meets
// a number that means something else by now.
void FaultyProxy::carry(Pair pair) {
  std::array<char, 16'384> buffer{};
  std::array<pollfd, 2> ends{{{pair.client, POLLIN, 0}, {pair.server, POLLIN, 0}}};
  for (bool open = true; open;) {
    if (::poll(ends.data(), ends.size(), -1) < 0) break;
    for (std::size_t from = 0; from < 2 && open; ++from) {
      if ((ends[from].revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
      const ssize_t got = ::recv(ends[from].fd, buffer.data(), buffer.size(), 0);
      if (got <= 0) {
        open = false;
        break;
      }
      const bool is_up = from == 0;
      const Fault fault = fault_;
      if (fault == Fault::kSilence || (fault == Fault::kLoseReplies && !is_up)) continue;
      open = write_all(ends[1 - from].fd, {buffer.data(), static_cast<std::size_t>(got)});
      if (is_up) carried_up_ += static_cast<std::uint64_t>(got);
    }
  }
  ::shutdown(pair.client, SHUT_RDWR);
  ::shutdown(pair.server, SHUT_RDWR);
}

}  // namespace navbat::testing
