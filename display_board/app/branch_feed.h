#pragma once
// Where the board's news come from: the device's client in the program, a script in tests.

#include <memory>
#include <vector>

#include "server_sync/client/branch_news.h"
#include "server_sync/client/device_client.h"
#include "server_sync/client/known_branch.h"
#include "server_sync/client/link_status.h"

namespace navbat::board {

// Used by the UI thread; nothing here waits.
class BranchFeed {
 public:
  virtual ~BranchFeed() = default;
  virtual std::vector<client::BranchNews> drain() = 0;  // since the last call, oldest first
  virtual client::LinkStatus link() = 0;
  virtual std::shared_ptr<const client::KnownBranch> branch() = 0;  // null until it is known
};

class ClientFeed final : public BranchFeed {
 public:
  // `client` outlives the feed.
  explicit ClientFeed(client::DeviceClient& client) : client_(client) {}

  std::vector<client::BranchNews> drain() override { return client_.drain(); }
  client::LinkStatus link() override { return client_.link(); }
  std::shared_ptr<const client::KnownBranch> branch() override { return client_.branch(); }

 private:
  client::DeviceClient& client_;
};

}  // namespace navbat::board
