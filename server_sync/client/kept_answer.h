#pragma once

#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server_sync/client/http_transport.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// An answer of the server that is kept on the device's disk, so that the device knows it before,
// and without, hearing its server. Thread-safe; transport and store outlive it. Private to this
// module.
class KeptAnswer {
 public:
  // Takes in an answer's body, from disk or server. The error says what is wrong with it.
  using Accept = std::function<tl::expected<void, std::string>(std::string_view body)>;

  struct Failure {
    std::string detail;      // English, one line
    bool not_there = false;  // 403 or 404: this server has nothing of the kind for this device
  };

  // `name` is the fact's on disk and stands in messages.
  KeptAnswer(HttpTransport& transport, SharedStore& store, std::string name, Accept accept)
      : transport_(transport), store_(store), name_(std::move(name)), accept_(std::move(accept)) {}

  // Reads what an earlier run kept. False when there is nothing usable.
  [[nodiscard]] bool load();

  // Asks for `target`, has the answer accepted and keeps it when it is new. On failure everything
  // stays as it was.
  [[nodiscard]] tl::expected<void, Failure> refresh(const std::string& target,
                                                    const std::stop_token& stop,
                                                    milliseconds deadline = kRequestTimeout);

 private:
  [[nodiscard]] tl::unexpected<Failure> failed(std::string why, bool not_there = false) const;

  HttpTransport& transport_;
  SharedStore& store_;
  const std::string name_;
  const Accept accept_;
  std::mutex mutex_;
  std::string kept_;  // as it stands on disk
};

}  // namespace navbat::client
