#pragma once
// One text that the bank keeps up to date, in a file or behind an address.

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "server_sync/client/http_transport.h"

namespace navbat::board {

// A transport to one web server, "https://www.bank.example": client::make_curl_transport in the
// program.
using MakeTransport =
    std::function<tl::expected<std::unique_ptr<client::HttpTransport>, std::string>(
        const std::string& base_url)>;

// Used by one thread.
class Document {
 public:
  struct Failure {
    std::string line;     // what is wrong and what was expected; names file or address
    bool silent = false;  // nobody answered: what is shown now may still be right
  };
  // The text; nothing when it is the one that was given last.
  using Text = tl::expected<std::optional<std::string>, Failure>;

  virtual ~Document() = default;
  // Takes a bounded time whatever file, disk or network do, and less once `stop` fires.
  [[nodiscard]] virtual Text read(const std::stop_token& stop) = 0;
  // The next text is given even when it is the same: the last one was of no use.
  virtual void forget() = 0;
};

// `where` is a file or an address. Nothing is opened before the first read().
[[nodiscard]] std::unique_ptr<Document> open_document(const std::string& where,
                                                      const MakeTransport& make_transport);

}  // namespace navbat::board
