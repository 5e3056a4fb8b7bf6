#include "tests/client/scripted_transport.h"

#include <utility>

namespace navbat::client {
namespace {

constexpr std::chrono::seconds kHang{60};

bool hand_over(const std::vector<std::string>& chunks, StreamReceiver& receiver) {
  if (!receiver.on_open(HttpResponse{.status = 200, .headers = {}, .body = {}})) return false;
  for (const std::string& chunk : chunks) {
    if (!receiver.on_chunk(chunk)) return false;
  }
  return true;
}

void wait_for_stop(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait(lock, stop, [] { return false; });
}

}  // namespace

void ScriptedTransport::next_send(SendStep step) {
  const std::lock_guard lock(mutex_);
  send_steps_.push_back(std::move(step));
}

void ScriptedTransport::always_send(SendStep step) {
  const std::lock_guard lock(mutex_);
  always_ = std::move(step);
}

void ScriptedTransport::next_stream(StreamStep step) {
  const std::lock_guard lock(mutex_);
  stream_steps_.push_back(std::move(step));
}

std::vector<HttpRequest> ScriptedTransport::sent() const {
  const std::lock_guard lock(mutex_);
  return sent_;
}

std::vector<HttpRequest> ScriptedTransport::streams() const {
  const std::lock_guard lock(mutex_);
  return streams_;
}

bool ScriptedTransport::wait_for_streams(std::size_t count) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kHang, [&] { return streams_.size() >= count; });
}

bool ScriptedTransport::wait_for_sent(std::size_t count) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kHang, [&] { return sent_.size() >= count; });
}

ScriptedTransport::Reply ScriptedTransport::send(const HttpRequest& request,
                                                 std::chrono::milliseconds deadline,
                                                 const std::stop_token& stop) {
  SendStep step;
  {
    const std::lock_guard lock(mutex_);
    sent_.push_back(request);
    step = always_;
    if (!send_steps_.empty()) {
      step = std::move(send_steps_.front());
      send_steps_.pop_front();
    }
  }
  changed_.notify_all();
  if (stop.stop_requested()) return fault(TransportFault::kCancelled);
  return step ? step(request, deadline) : fault(TransportFault::kUnreachable);
}

ScriptedTransport::Reply ScriptedTransport::stream(const HttpRequest& request,
                                                   std::chrono::milliseconds,
                                                   StreamReceiver& receiver,
                                                   const std::stop_token& stop) {
  StreamStep step;
  {
    const std::lock_guard lock(mutex_);
    streams_.push_back(request);
    if (!stream_steps_.empty()) {
      step = std::move(stream_steps_.front());
      stream_steps_.pop_front();
    }
  }
  changed_.notify_all();
  if (step) return step(request, receiver, stop);
  wait_for_stop(stop);
  return fault(TransportFault::kCancelled);
}

ScriptedTransport::Reply fault(TransportFault fault) {
  return tl::unexpected(TransportError{fault, "scripted"});
}

ScriptedTransport::Reply answer(int status, std::string body, std::vector<HttpHeader> headers) {
  return HttpResponse{.status = status, .headers = std::move(headers), .body = std::move(body)};
}

ScriptedTransport::StreamStep stream_chunks(std::vector<std::string> chunks) {
  return [chunks = std::move(chunks)](const HttpRequest&, StreamReceiver& receiver,
                                      const std::stop_token&) {
    hand_over(chunks, receiver);
    return answer(200);
  };
}

ScriptedTransport::StreamStep stream_chunks_and_stay(std::vector<std::string> chunks) {
  return [chunks = std::move(chunks)](const HttpRequest&, StreamReceiver& receiver,
                                      const std::stop_token& stop) {
    if (!hand_over(chunks, receiver)) return answer(200);
    wait_for_stop(stop);
    return fault(TransportFault::kCancelled);
  };
}

}  // namespace navbat::client
