#include "server_sync/server/core/branch_host.h"

namespace navbat::server {

BranchHost::BranchHost(BranchSetup setup, store::WriteConnection& connection,
                       store::BranchStore& store, const domain::Clock& clock,
                       BranchObserver& observer)
    : connection_(connection),
      service_(std::move(setup), store, clock, observer),
      writer_(connection, hooks()) {}

store::GroupCommitWriter::Hooks BranchHost::hooks() {
  store::GroupCommitWriter::Hooks hooks;
  hooks.after_commit = [this] { service_.publish(); };
  hooks.on_rollback = [this] { return load(); };
  return hooks;
}

store::Status BranchHost::load() {
  auto view = connection_.begin();
  if (!view) return tl::unexpected(view.error());
  auto status = service_.rebuild(**view);
  connection_.rollback();
  return status;
}

void BranchHost::submit(CommandOrigin origin, Command command, Done done) {
  store::Job job = service_.make_job(std::move(origin), std::move(command), done);
  if (auto status = writer_.submit(std::move(job)); !status && done) {
    done(tl::unexpected(status.error()));
  }
}

void BranchHost::write(std::function<store::Status(store::Transaction&)> run,
                       std::function<void(const store::Status&)> done) {
  if (auto status = writer_.submit({std::move(run), done}); !status && done) done(status);
}

}  // namespace navbat::server
