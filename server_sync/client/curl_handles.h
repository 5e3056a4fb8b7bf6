#pragma once

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

// RAII around libcurl. Private to this module: curl_transport.h shows none of it.
namespace navbat::client {

struct CurlEasyDeleter {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CurlMultiDeleter {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct CurlListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using CurlEasy = std::unique_ptr<CURL, CurlEasyDeleter>;
using CurlMulti = std::unique_ptr<CURLM, CurlMultiDeleter>;

// A list of header lines, owned.
class CurlHeaderList {
 public:
  // False when out of memory; the list is then as before.
  [[nodiscard]] bool add(const std::string& line) {
    curl_slist* longer = curl_slist_append(list_.get(), line.c_str());
    if (longer == nullptr) return false;
    static_cast<void>(list_.release());
    list_.reset(longer);
    return true;
  }
  [[nodiscard]] curl_slist* get() const { return list_.get(); }

 private:
  std::unique_ptr<curl_slist, CurlListDeleter> list_;
};

// One exchange at a time. The multi handle is what a cancelling thread can wake, and it keeps the
// connection for the next exchange.
struct CurlConnection {
  CurlConnection();
  CurlMulti multi;  // declared first: destroyed after the easy handle that it may refer to
  CurlEasy easy;
};

// Connections at rest. Thread-safe.
class CurlConnectionPool {
 public:
  explicit CurlConnectionPool(std::size_t max_idle) : max_idle_(max_idle) {}

  // An idle connection, the one used last first (the likeliest to be still open), or a new one.
  [[nodiscard]] std::unique_ptr<CurlConnection> take();
  void put_back(std::unique_ptr<CurlConnection> connection);

 private:
  std::size_t max_idle_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<CurlConnection>> idle_;
};

}  // namespace navbat::client
