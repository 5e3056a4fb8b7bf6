#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

// A server on 127.0.0.1 made of plain sockets, for tests of the real transport: the test decides
// every byte of every reply.
namespace navbat::client {

// One accepted connection, in the hands of the test's handler.
class LoopbackPeer {
 public:
  explicit LoopbackPeer(int socket) : socket_(socket) {}

  // Reads one request, head and body by its Content-Length; empty when the client has gone.
  [[nodiscard]] std::string read_request();

  // False when the client has gone.
  bool write(std::string_view bytes);

  // A complete reply with Content-Length.
  bool reply(int status, std::string_view body, std::string_view extra_headers = {});

  // Blocks until the client closes its end or the server is destroyed.
  void wait_until_closed();

 private:
  int socket_;
  std::string unread_;
};

class LoopbackServer {
 public:
  // `handler` runs on a thread of its own for each connection, which is closed when it returns. The
  // number counts connections from 0.
  using Handler = std::function<void(LoopbackPeer&, int connection)>;

  explicit LoopbackServer(Handler handler);
  ~LoopbackServer();  // cuts all connections and joins all threads
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  [[nodiscard]] std::string url() const;
  [[nodiscard]] int connections() const { return connections_; }

 private:
  void accept_all();

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> connections_ = 0;
  std::mutex mutex_;
  std::vector<int> sockets_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace navbat::client
