#include "tests/support/chaos_proxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "tests/support/loopback_socket.h"

namespace navbat::testing {
namespace {

constexpr int kBacklog = 512;
constexpr std::chrono::milliseconds kLongestWait{200};
constexpr std::chrono::milliseconds kRepeatLives{5'000};

void prepare(int socket) {
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

void close_if_open(int& socket) {
  if (socket >= 0) ::close(socket);
  socket = -1;
}

// Everything that has arrived goes into the socket; false when the other side is gone.
bool pour(ChaosPipe& pipe, int socket, ChaosTime now) {
  for (std::string_view bytes = pipe.arrived(now); !bytes.empty(); bytes = pipe.arrived(now)) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0) return errno == EAGAIN;
    pipe.take(static_cast<std::size_t>(sent));
  }
  return true;
}

// What can be read now; empty and `open` false at the end.
std::string read_some(int socket, bool& open) {
  std::array<char, 65'536> buffer;
  const ssize_t got = ::recv(socket, buffer.data(), buffer.size(), 0);
  open = got > 0 || (got < 0 && errno == EAGAIN);
  return got > 0 ? std::string(buffer.data(), static_cast<std::size_t>(got)) : std::string();
}

}  // namespace

ChaosProxy::ChaosProxy(std::uint16_t upstream_port, std::uint64_t seed)
    : upstream_port_(upstream_port), chaos_(seed) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || ::bind(listener_, generic, size) != 0 ||
      ::listen(listener_, kBacklog) != 0 || ::getsockname(listener_, generic, &size) != 0 ||
      ::pipe2(wake_, O_CLOEXEC | O_NONBLOCK) != 0) {
    throw std::runtime_error("chaos proxy: no socket");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

ChaosProxy::~ChaosProxy() {
  stopping_ = true;
  static_cast<void>(::write(wake_[1], "x", 1));
  thread_.join();
  for (Link& link : links_) {
    close_if_open(link.client);
    close_if_open(link.server);
  }
  ::close(listener_);
  ::close(wake_[0]);
  ::close(wake_[1]);
}

std::string ChaosProxy::url() const { return "http://127.0.0.1:" + std::to_string(port_); }

ChaosCount ChaosProxy::count() const {
  const std::lock_guard lock(mutex_);
  return chaos_.count;
}

void ChaosProxy::set(std::optional<ChaosOdds> odds) {
  const std::lock_guard lock(mutex_);
  chaos_.set_odds(odds);
  for (Link& link : links_) {
    if (link.client >= 0) link.end = chaos_.end_of_life(std::chrono::steady_clock::now());
  }
}

void ChaosProxy::run() {
  std::vector<pollfd> ends;
  while (!stopping_) {
    ends.assign({{listener_, POLLIN, 0}, {wake_[0], POLLIN, 0}});
    int wait = 0;
    {
      const std::lock_guard lock(mutex_);
      for (const Link& link : links_) {
        ends.push_back({link.client, POLLIN, 0});
        ends.push_back({link.server, POLLIN, 0});
      }
      wait = wait_ms(std::chrono::steady_clock::now());
    }
    ::poll(ends.data(), ends.size(), wait);
    const std::lock_guard lock(mutex_);
    std::size_t at = 2;  // links that begin below stand behind those that were polled
    const std::size_t polled = ends.size();
    for (auto link = links_.begin(); at < polled; ++link, at += 2) {
      if (ends[at].revents != 0) read_client(*link);
      if (ends[at + 1].revents != 0) read_server(*link);
    }
    const ChaosTime now = std::chrono::steady_clock::now();
    for (Link& link : links_) write(link, now);
    remove_finished();
    if ((ends[0].revents & POLLIN) != 0) accept_one();
  }
}

int ChaosProxy::wait_ms(ChaosTime now) const {
  ChaosTime until = now + kLongestWait;
  for (const Link& link : links_) {
    until = std::min(until, link.end);
    until = std::min(until, link.traffic.up.next().value_or(until));
    until = std::min(until, link.traffic.down.next().value_or(until));
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - now);
  // A full socket also ends here: it is tried again in a moment.
  return static_cast<int>(std::max<std::int64_t>(1, left.count()));
}

void ChaosProxy::accept_one() {
  const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  const int server = connect_to(upstream_port_);
  if (server < 0) {
    ::close(client);
    return;
  }
  prepare(client);
  prepare(server);
  links_.emplace_back(chaos_, client, server, chaos_.end_of_life(std::chrono::steady_clock::now()));
}

void ChaosProxy::repeat(const std::string& request) {
  const int server = connect_to(upstream_port_);
  if (server < 0) return;
  prepare(server);
  const ChaosTime now = std::chrono::steady_clock::now();
  Link& link = links_.emplace_back(chaos_, -1, server, now + kRepeatLives);
  link.traffic.up.put(request, now + chaos_.delay());
}

void ChaosProxy::read_client(Link& link) {
  bool open = true;
  const std::string bytes = read_some(link.client, open);
  std::vector<std::string> again;
  link.traffic.take_request_bytes(bytes, std::chrono::steady_clock::now(), again);
  link.over = link.over || !open;
  for (const std::string& request : again) repeat(request);
}

void ChaosProxy::read_server(Link& link) {
  bool open = true;
  const std::string bytes = read_some(link.server, open);
  const ChaosTime now = std::chrono::steady_clock::now();
  if (link.client < 0) {
    link.over = true;  // the repeated command was answered
  } else if (!bytes.empty()) {
    link.traffic.take_reply_bytes(bytes, now);
  }
  if (!open) {
    link.traffic.down.put({}, now, true);
    close_if_open(link.server);
  }
}

void ChaosProxy::write(Link& link, ChaosTime now) {
  if (link.server >= 0) link.over = !pour(link.traffic.up, link.server, now) || link.over;
  if (link.client >= 0) link.over = !pour(link.traffic.down, link.client, now) || link.over;
  if (!link.over && link.client >= 0 && now >= link.end) ++chaos_.count.cut;
  link.over = link.over || link.traffic.down.ended(now) || now >= link.end;
}

void ChaosProxy::remove_finished() {
  for (auto link = links_.begin(); link != links_.end();) {
    if (!link->over) {
      ++link;
      continue;
    }
    close_if_open(link->client);
    close_if_open(link->server);
    link = links_.erase(link);
  }
}

}  // namespace navbat::testing
