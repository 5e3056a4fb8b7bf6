#include "server_sync/server/api/ticket_list_routes.h"

#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/ticket_queries.h"

namespace navbat::server {

void list_tickets(ApiContext& context, Call call) {
  const auto& query_of = call.request.query;
  const auto label = query_of.find("label");
  const auto origin = query_of.find("origin");
  const auto since = query_of.find("since");
  if (label && !origin && !since) {
    const auto number = domain::Label::parse(*label);
    if (!number) return call.refuse(bad_member("label", "a ticket number such as A042 or AX01"));
    return query(context, std::move(call), tickets_by_label_query(*number));
  }
  if (label || !origin || !domain::is_valid_name(*origin)) {
    return call.refuse(bad_member("origin", "?label=A042, or a device's name and &since=TIME"));
  }
  const auto from = domain::parse_rfc3339(since.value_or(""));
  if (!from) return call.refuse(bad_member("since", from.error()));
  domain::NodeId node{std::string{*origin}};
  query(context, std::move(call), tickets_by_origin_query(std::move(node), *from));
}

}  // namespace navbat::server
