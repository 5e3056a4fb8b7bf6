#include "server_sync/server/core/notice_commands.h"

#include <boost/json.hpp>

#include "domain/commands.h"
#include "server_sync/protocol/notices.h"

namespace navbat::server {
namespace {

store::Status write_audit(BranchWork& work, store::IdentityStore& audit, const char* action,
                          const domain::Notice& notice) {
  const std::string detail =
      std::string{to_string(notice.kind)} + ": " + notice.texts.begin()->second;
  return audit.append_audit(work.transaction(), {work.now(), work.branch(), work.actor(), action,
                                                 notice.id.to_string(), detail});
}

}  // namespace

Command post_notice_command(store::IdentityStore& audit, domain::Notice notice) {
  return [&audit, notice = std::move(notice)](BranchWork& work) -> store::Result<Answer> {
    auto decision = domain::decide_post_notice(work.state(), notice, work.now());
    if (!decision) return to_answer(decision.error());
    if (decision->empty()) return Answer{200, protocol::encode(notice)};
    work.record(std::move(*decision));
    if (auto status = write_audit(work, audit, "notice_posted", notice); !status) {
      return tl::unexpected(status.error());
    }
    return Answer{201, protocol::encode(notice)};
  };
}

Command withdraw_notice_command(store::IdentityStore& audit, domain::NoticeId notice) {
  return [&audit, notice](BranchWork& work) -> store::Result<Answer> {
    auto decision = domain::decide_withdraw_notice(work.state(), notice, work.now());
    if (!decision) return to_answer(decision.error());
    if (!decision->empty()) {
      const domain::Notice withdrawn = *work.state().find_notice(notice);
      work.record(std::move(*decision));
      auto status = write_audit(work, audit, "notice_withdrawn", withdrawn);
      if (!status) return tl::unexpected(status.error());
    }
    return Answer{200, boost::json::serialize(boost::json::object{{"id", notice.to_string()}})};
  };
}

}  // namespace navbat::server
