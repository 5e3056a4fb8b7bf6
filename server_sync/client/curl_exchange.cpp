#include "server_sync/client/curl_exchange.h"

#include <algorithm>
#include <charconv>

#include "server_sync/client/limits.h"

namespace navbat::client {
namespace {

using std::chrono::milliseconds;

constexpr int kOk = 200;

// Only an upper end of one wait; limits and wake-ups end it earlier.
constexpr milliseconds kMaxPoll{60'000};

// A line break in a name or value would let it speak for a header of its own.
bool is_header_safe(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool is_sendable(const HttpRequest& request) {
  const bool target_is_safe =
      request.target.starts_with('/') && std::all_of(request.target.begin(), request.target.end(),
                                                     [](char c) { return c > ' ' && c < '\x7F'; });
  return target_is_safe &&
         std::all_of(request.headers.begin(), request.headers.end(), [](const HttpHeader& header) {
           return !header.name.empty() && is_header_safe(header.name) &&
                  is_header_safe(header.value);
         });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

int status_of(std::string_view status_line) {
  const std::size_t space = status_line.find(' ');
  int status = 0;
  if (space != std::string_view::npos) {
    const std::string_view digits = status_line.substr(space + 1, 3);
    std::from_chars(digits.data(), digits.data() + digits.size(), status);
  }
  return status;
}

// Adds the easy handle to the multi handle for the length of one exchange. Removing it in the
// middle of one closes the connection; after a complete one the connection stays for reuse.
class Attached {
 public:
  explicit Attached(CurlConnection& connection) : connection_(connection) {
    added_ = curl_multi_add_handle(connection.multi.get(), connection.easy.get()) == CURLM_OK;
  }
  ~Attached() {
    if (added_) curl_multi_remove_handle(connection_.multi.get(), connection_.easy.get());
  }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;
  [[nodiscard]] bool ok() const { return added_; }

 private:
  CurlConnection& connection_;
  bool added_ = false;
};

std::optional<CURLcode> finished(CURLM* multi) {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
    if (message->msg == CURLMSG_DONE) return message->data.result;
  }
  return std::nullopt;
}

}  // namespace

tl::expected<HttpResponse, TransportError> CurlExchange::run(const HttpRequest& request,
                                                             Limits limits,
                                                             const std::stop_token& stop) {
  if (auto error = prepare(request, limits)) return tl::unexpected(std::move(*error));
  if (auto error = transfer(limits, stop)) return tl::unexpected(std::move(*error));
  return std::move(response_);
}

std::optional<TransportError> CurlExchange::prepare(const HttpRequest& request, Limits limits) {
  if (!is_sendable(request)) {
    return TransportError{TransportFault::kBadRequest,
                          "expected a target that begins with '/' and headers of one line"};
  }
  CURL* easy = connection_.easy.get();
  curl_easy_reset(easy);  // keeps the connection
  bool ok = add_headers(request);
  const auto set = [&](CURLoption option, auto value) {
    ok = curl_easy_setopt(easy, option, value) == CURLE_OK && ok;
  };
  const std::string url = options_.base_url + request.target;
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_HTTPHEADER, header_list_.get());
  set(CURLOPT_USERAGENT, options_.user_agent.c_str());
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  if (request.method == HttpMethod::kPost) {
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.data());  // not copied: the request outlives the exchange
  }
  const milliseconds connect = std::min(kConnectTimeout, limits.total.value_or(kConnectTimeout));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(1, connect.count())));
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options_.ca_file.empty()) set(CURLOPT_CAINFO, options_.ca_file.c_str());
  set(CURLOPT_NOSIGNAL, 1L);
  // Without it, a cancelled exchange would wait for a name server that does not answer.
  set(CURLOPT_QUICK_EXIT, 1L);
  set(CURLOPT_TCP_KEEPALIVE, 1L);
  set(CURLOPT_HEADERFUNCTION, &CurlExchange::header_callback);
  set(CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(CURLOPT_WRITEFUNCTION, &CurlExchange::body_callback);
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_ERRORBUFFER, static_cast<char*>(error_text_));
  if (ok) return std::nullopt;
  return TransportError{TransportFault::kBadRequest,
                        "libcurl refused an option or is out of memory"};
}

bool CurlExchange::add_headers(const HttpRequest& request) {
  bool ok = header_list_.add("Expect:");  // no pause for "100 Continue" before a large batch
  if (!options_.bearer_token.empty()) {
    ok = header_list_.add("Authorization: Bearer " + options_.bearer_token) && ok;
  }
  for (const HttpHeader& header : request.headers) {
    ok = header_list_.add(header.name + ": " + header.value) && ok;
  }
  return ok;
}

std::optional<TransportError> CurlExchange::transfer(Limits limits, const std::stop_token& stop) {
  const Steady::time_point begin = Steady::now();
  last_byte_ = begin;
  CURLM* multi = connection_.multi.get();
  const Attached attached(connection_);
  if (!attached.ok()) return TransportError{TransportFault::kBroken, "libcurl: cannot start"};
  const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
  for (;;) {
    if (stop.stop_requested()) return TransportError{TransportFault::kCancelled, "cancelled"};
    int running = 0;
    if (curl_multi_perform(multi, &running) != CURLM_OK) {
      return TransportError{TransportFault::kBroken, "libcurl: cannot go on"};
    }
    if (const auto code = finished(multi)) return outcome(*code);
    const Steady::time_point now = Steady::now();
    Steady::time_point until = now + kMaxPoll;
    if (limits.total) until = std::min(until, begin + *limits.total);
    if (limits.silence) until = std::min(until, last_byte_ + *limits.silence);
    const auto left = std::chrono::ceil<milliseconds>(until - now);
    if (left <= milliseconds::zero()) {
      return TransportError{TransportFault::kTimedOut, "no complete reply in time"};
    }
    if (curl_multi_poll(multi, nullptr, 0, static_cast<int>(left.count()), nullptr) != CURLM_OK) {
      return TransportError{TransportFault::kBroken, "libcurl: cannot wait"};
    }
  }
}

std::optional<TransportError> CurlExchange::outcome(CURLcode code) const {
  if (code == CURLE_OK || receiver_has_enough_) return std::nullopt;
  if (too_large_) {
    return TransportError{TransportFault::kTooLarge, "the reply exceeds the size limits"};
  }
  std::string detail = error_text_[0] != '\0' ? error_text_ : curl_easy_strerror(code);
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return TransportError{TransportFault::kUnreachable, std::move(detail)};
    case CURLE_OPERATION_TIMEDOUT:
      return TransportError{TransportFault::kTimedOut, std::move(detail)};
    case CURLE_URL_MALFORMAT:
      return TransportError{TransportFault::kBadRequest, std::move(detail)};
    default:
      return TransportError{TransportFault::kBroken, std::move(detail)};
  }
}

bool CurlExchange::on_header_line(std::string_view line) {
  last_byte_ = Steady::now();
  header_bytes_ += line.size();
  if (header_bytes_ > kMaxHeaderBytes) {
    too_large_ = true;
    return false;
  }
  if (line.starts_with("HTTP/")) {
    // A later status line replaces an interim one (1xx) and its headers.
    response_ = HttpResponse{};
    response_.status = status_of(line);
    return true;
  }
  line = trimmed(line);
  if (line.empty()) {
    // The end of the head; a chunked body may end with such a line again.
    const bool opens = receiver_ != nullptr && response_.status == kOk && !opened_;
    opened_ = opened_ || opens;
    if (opens && !receiver_->on_open(response_)) receiver_has_enough_ = true;
    return !receiver_has_enough_;
  }
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    response_.headers.push_back({std::string(trimmed(line.substr(0, colon))),
                                 std::string(trimmed(line.substr(colon + 1)))});
  }
  return true;
}

bool CurlExchange::on_body(std::string_view bytes) {
  if (receiver_ != nullptr && response_.status == kOk) {
    if (!receiver_->on_chunk(bytes)) receiver_has_enough_ = true;
    last_byte_ = Steady::now();  // after the receiver: its own time is not the network's silence
    return !receiver_has_enough_;
  }
  last_byte_ = Steady::now();
  if (response_.body.size() + bytes.size() > kMaxResponseBytes) {
    too_large_ = true;
    return false;
  }
  response_.body += bytes;
  return true;
}

std::size_t CurlExchange::header_callback(char* data, std::size_t size, std::size_t count,
                                          void* self) {
  const std::string_view line(data, size * count);
  return static_cast<CurlExchange*>(self)->on_header_line(line) ? line.size() : 0;
}

std::size_t CurlExchange::body_callback(char* data, std::size_t size, std::size_t count,
                                        void* self) {
  const std::string_view bytes(data, size * count);
  return static_cast<CurlExchange*>(self)->on_body(bytes) ? bytes.size() : 0;
}

}  // namespace navbat::client
