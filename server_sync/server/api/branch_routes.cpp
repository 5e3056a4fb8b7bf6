#include <boost/json.hpp>

#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/branch_commands.h"

namespace navbat::server {
namespace {

std::string list_of_branches(const protocol::BranchInfo& info) {
  boost::json::object name;
  for (const auto& [language, text] : info.name) name[language] = text;
  const boost::json::object list{
      {"branches", {{{"id", info.id.value()}, {"name", name}, {"bank", info.bank}}}}};
  return boost::json::serialize(list);
}

// The same for everybody until the next start.
ApiHandler fixed(std::string text) {
  return [body = std::make_shared<const std::string>(std::move(text))](Call call) {
    http::Response response = json_response(200, {});
    response.body = body;
    call.reply.send(std::move(response));
  };
}

}  // namespace

void add_branch_routes(Gate& gate, ApiContext& context) {
  using http::Method;
  gate.add(Method::kGet, "/branches", fixed(list_of_branches(context.info)));
  gate.add(Method::kGet, "/branches/{branch}", fixed(protocol::encode(context.info)));
  gate.add(Method::kGet, "/branches/{branch}/queue",
           [&context](Call call) { query(context, std::move(call), queue_query()); });
}

}  // namespace navbat::server
