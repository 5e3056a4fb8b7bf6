#pragma once
// What staff have the boards say.

#include "domain/notice.h"
#include "server_sync/server/core/branch_service.h"
#include "server_sync/store/identity_store.h"

namespace navbat::server {

// 201 with the notice, 200 when it was posted before. Who did it is written into the audit.
[[nodiscard]] Command post_notice_command(store::IdentityStore& audit, domain::Notice notice);
// 200 with the notice's id, also when it has ended before.
[[nodiscard]] Command withdraw_notice_command(store::IdentityStore& audit, domain::NoticeId notice);

}  // namespace navbat::server
