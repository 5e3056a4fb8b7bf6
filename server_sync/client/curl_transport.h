#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "server_sync/client/http_transport.h"

namespace navbat::client {

struct CurlTransportOptions {
  std::string base_url;      // "http://192.168.0.10:8080" or "https://…", no path behind it
  std::string bearer_token;  // sent as Authorization with every request; empty: none
  std::string ca_file;       // PEM file of the authorities to trust; empty: the system's
  std::string user_agent = "navbat";
};

// The real network through libcurl: HTTP/1.1 with connections kept alive and reused across calls
// and threads, certificates always verified, redirects never followed, environment proxies ignored
// (a device talks to its own server and to nothing else), replies limited in size, no signals.
// The error is one line that says what the options should have been.
[[nodiscard]] tl::expected<std::unique_ptr<HttpTransport>, std::string> make_curl_transport(
    CurlTransportOptions options);

}  // namespace navbat::client
