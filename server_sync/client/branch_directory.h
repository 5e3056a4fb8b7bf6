#pragma once

#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

#include "domain/ids.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/known_branch.h"
#include "server_sync/client/shared_store.h"

namespace navbat::client {

// Names, letters, colours and hours of the branch, kept on the device's disk so that it starts
// without its server. Thread-safe; transport and store outlive it.
class BranchDirectory {
 public:
  BranchDirectory(HttpTransport& transport, SharedStore& store, domain::BranchId branch)
      : transport_(transport), store_(store), branch_(std::move(branch)) {}

  // Reads what an earlier run kept. False when there is nothing usable.
  [[nodiscard]] bool load();

  // Asks the server, keeps the answer and makes it current. The error is one English line; what was
  // known before stays.
  [[nodiscard]] tl::expected<void, std::string> refresh(const std::stop_token& stop);

  // Null before anything is known.
  [[nodiscard]] std::shared_ptr<const KnownBranch> current() const;

 private:
  [[nodiscard]] tl::expected<void, std::string> accept(std::string_view json);

  HttpTransport& transport_;
  SharedStore& store_;
  const domain::BranchId branch_;
  mutable std::mutex mutex_;
  std::shared_ptr<const KnownBranch> known_;
  std::string known_json_;  // as it stands on disk
};

}  // namespace navbat::client
