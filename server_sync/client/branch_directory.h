#pragma once

#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>

#include "domain/ids.h"
#include "server_sync/client/kept_answer.h"
#include "server_sync/client/known_branch.h"

namespace navbat::client {

// Names, letters, colours and hours of the branch, kept on the device's disk so that it starts
// without its server. Thread-safe; transport and store outlive it.
class BranchDirectory {
 public:
  BranchDirectory(HttpTransport& transport, SharedStore& store, domain::BranchId branch);

  // Reads what an earlier run kept. False when there is nothing usable.
  [[nodiscard]] bool load() { return answer_.load(); }

  // Asks the server, keeps the answer and makes it current. What was known before stays on failure.
  [[nodiscard]] tl::expected<void, KeptAnswer::Failure> refresh(const std::stop_token& stop);

  // Null before anything is known.
  [[nodiscard]] std::shared_ptr<const KnownBranch> current() const;

 private:
  [[nodiscard]] tl::expected<void, std::string> accept(std::string_view json);

  const domain::BranchId branch_;
  KeptAnswer answer_;
  mutable std::mutex mutex_;
  std::shared_ptr<const KnownBranch> known_;
};

}  // namespace navbat::client
