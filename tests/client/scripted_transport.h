#pragma once
// A network that does what the test says, call by call, and remembers what was asked of it.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server_sync/client/http_transport.h"

namespace navbat::client {

class ScriptedTransport : public HttpTransport {
 public:
  using Reply = tl::expected<HttpResponse, TransportError>;
  using SendStep = std::function<Reply(const HttpRequest&, std::chrono::milliseconds deadline)>;
  using StreamStep =
      std::function<Reply(const HttpRequest&, StreamReceiver&, const std::stop_token&)>;

  // The next call does this. Without a step left, send() does what `always_send` was given, or
  // finds nobody; stream() stays open without a byte until it is stopped.
  void next_send(SendStep step);
  void always_send(SendStep step);
  void next_stream(StreamStep step);

  [[nodiscard]] std::vector<HttpRequest> sent() const;
  [[nodiscard]] std::vector<HttpRequest> streams() const;
  // Waits until stream() was called that often; false after a long deadline.
  [[nodiscard]] bool wait_for_streams(std::size_t count) const;
  [[nodiscard]] bool wait_for_sent(std::size_t count) const;

  Reply send(const HttpRequest& request, std::chrono::milliseconds deadline,
             const std::stop_token& stop) override;
  Reply stream(const HttpRequest& request, std::chrono::milliseconds silence,
               StreamReceiver& receiver, const std::stop_token& stop) override;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable_any changed_;
  std::deque<SendStep> send_steps_;
  SendStep always_;
  std::deque<StreamStep> stream_steps_;
  std::vector<HttpRequest> sent_;
  std::vector<HttpRequest> streams_;
};

[[nodiscard]] ScriptedTransport::Reply fault(TransportFault fault);
[[nodiscard]] ScriptedTransport::Reply answer(int status, std::string body = {},
                                              std::vector<HttpHeader> headers = {});

// Steps.
[[nodiscard]] ScriptedTransport::StreamStep stream_chunks(std::vector<std::string> chunks);
// The same, and then nothing more until the stream is stopped.
[[nodiscard]] ScriptedTransport::StreamStep stream_chunks_and_stay(std::vector<std::string> chunks);

}  // namespace navbat::client
