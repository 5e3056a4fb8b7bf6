#include <algorithm>

#include "server_sync/protocol/notices.h"
#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/notice_commands.h"

namespace navbat::server {
namespace {

// A language that no board of this branch shows is a mistake, most likely of typing.
std::optional<http::Problem> find_foreign_language(const ApiContext& context,
                                                   const domain::Notice& notice) {
  const std::vector<std::string>& known = context.info.languages;
  for (const auto& [language, text] : notice.texts) {
    if (std::ranges::find(known, language.value()) != known.end()) continue;
    std::string expected = "the branch's languages:";
    for (const std::string& tag : known) expected += " " + tag;
    return bad_member("texts." + language.value(), std::move(expected));
  }
  return std::nullopt;
}

void post(ApiContext& context, Call call) {
  auto notice = protocol::decode_notice(call.request.body);
  if (!notice) return call.refuse(bad_member(notice.error()));
  if (const auto problem = find_foreign_language(context, *notice)) return call.refuse(*problem);
  submit(context, std::move(call), post_notice_command(context.identities, std::move(*notice)));
}

void withdraw(ApiContext& context, Call call) {
  const auto id = domain::NoticeId::parse(call.request.path.at("id"));
  if (!id) {
    return call.refuse(bad_member("id", "a UUIDv7 such as 019aaf3e-7d7c-7c11-9d0e-0c3a8b1f2a55"));
  }
  submit(context, std::move(call), withdraw_notice_command(context.identities, *id));
}

}  // namespace

void add_notice_routes(Gate& gate, ApiContext& context) {
  using http::Method;
  gate.add(Method::kPost, "/branches/{branch}/notices",
           [&context](Call call) { post(context, std::move(call)); });
  gate.add(Method::kDelete, "/branches/{branch}/notices/{id}",
           [&context](Call call) { withdraw(context, std::move(call)); });
}

}  // namespace navbat::server
