#include "server_sync/protocol/usual_waits.h"
#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/command.h"

namespace navbat::server {
namespace {

// So many earlier days of today's weekday make the figures …
constexpr std::size_t kDays = 8;
// … looked for among so many weeks, since holidays and closed days have no tickets.
constexpr int kWeeks = 26;

// The visits of the latest such days that had any.
store::Result<std::vector<domain::Visit>> earlier_visits(ApiContext& context,
                                                         const domain::BusinessDay& today) {
  auto view = context.open_view();
  if (!view) return tl::unexpected(view.error());
  std::vector<domain::Visit> visits;
  std::size_t days = 0;
  for (int week = 1; week <= kWeeks && days < kDays; ++week) {
    const domain::BusinessDay day = today.plus_days(-7 * week);
    auto found = context.branch_store.visits(**view, context.info.id, day, day);
    if (!found) return tl::unexpected(found.error());
    if (!found->empty()) ++days;
    visits.insert(visits.end(), found->begin(), found->end());
  }
  return visits;
}

http::Response answer(ApiContext& context, std::string_view request_id) {
  const domain::BranchCalendar& calendar = context.host.calendar();
  const domain::BusinessDay today = calendar.day_of(context.clock.now());
  const auto visits = earlier_visits(context, today);
  if (!visits) return http::problem_response(storage_problem(visits.error()), request_id);
  std::vector<domain::ServiceId> services;
  for (const domain::Service& service : context.host.config().services) {
    services.push_back(service.id);
  }
  return json_response(200, protocol::encode(protocol::UsualWaits{
                                today, domain::usual_waits(*visits, services, calendar)}));
}

// On the reports' thread: it reads thousands of visits.
void show(ApiContext& context, Call call) {
  const auto reply = share(std::move(call.reply));
  const std::string id = call.request.id;
  const bool accepted =
      context.reports.post([&context, reply, id] { reply->send(answer(context, id)); });
  if (!accepted) reply->send(reports_busy(id));
}

}  // namespace

void add_usual_wait_routes(Gate& gate, ApiContext& context) {
  gate.add(http::Method::kGet, "/branches/{branch}/usual-waits",
           [&context](Call call) { show(context, std::move(call)); });
}

}  // namespace navbat::server
