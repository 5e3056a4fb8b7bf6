#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/report/wait_report.h"

namespace navbat::server {
namespace {

enum class Format { kJson, kCsv, kXlsx };

constexpr std::string_view kXlsxType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The first of ours that the client names; JSON when it takes anything.
std::optional<Format> wanted_format(const http::Request& request) {
  const auto accept = request.headers.find("Accept").value_or("*/*");
  struct Known {
    std::string_view type;
    Format format;
  };
  constexpr Known kKnown[] = {{"application/json", Format::kJson},
                              {"text/csv", Format::kCsv},
                              {kXlsxType, Format::kXlsx},
                              {"*/*", Format::kJson},
                              {"application/*", Format::kJson}};
  for (const Known& known : kKnown) {
    if (accept.find(known.type) != std::string_view::npos) return known.format;
  }
  return std::nullopt;
}

http::Response download(std::string_view type, std::string body, const WaitQuery& query,
                        std::string_view extension) {
  http::Response response = http::text_response(200, type, std::move(body));
  const std::string name = "wait-times-" + query.first_day.to_string() + "-" +
                           query.last_day.to_string() + std::string{extension};
  response.headers.add("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

http::Response to_response(const WaitReport& report, Format format, std::string_view request_id) {
  if (format == Format::kJson) return json_response(200, to_json(report));
  if (format == Format::kCsv) {
    return download("text/csv; charset=utf-8", to_csv(report), report.query, ".csv");
  }
  auto workbook = to_xlsx(report);
  if (!workbook) {
    return http::problem_response(
        {.status = 500, .kind = "report", .detail = "The workbook could not be made."}, request_id);
  }
  return download(kXlsxType, std::move(*workbook), report.query, ".xlsx");
}

// On the reports' thread: years of visits may take a while.
http::Response report(ApiContext& context, WaitQuery query, Format format,
                      std::string_view request_id) {
  const auto view = context.open_view();
  if (!view) return http::problem_response(storage_problem(view.error()), request_id);
  auto visits =
      context.branch_store.visits(**view, context.info.id, query.first_day, query.last_day);
  if (!visits) return http::problem_response(storage_problem(visits.error()), request_id);
  return to_response(make_report(std::move(query), std::move(*visits), context.host.config(),
                                 context.host.calendar()),
                     format, request_id);
}

void show(ApiContext& context, Call call) {
  const auto& parameters = call.request.query;
  const domain::BranchCalendar& calendar = context.host.calendar();
  auto query =
      parse_wait_query(parameters.find("from"), parameters.find("to"), parameters.find("by"),
                       calendar.day_of(context.clock.now()), calendar);
  if (!query) return call.refuse(bad_member(query.error().parameter, query.error().expected));
  const auto format = wanted_format(call.request);
  if (!format) {
    return call.refuse({.status = 406,
                        .kind = "media-type",
                        .detail = "The report is not made in any of the accepted formats.",
                        .expected = "application/json, text/csv or " + std::string{kXlsxType}});
  }
  const auto reply = share(std::move(call.reply));
  const std::string id = call.request.id;
  const bool accepted =
      context.reports.post([&context, reply, id, query = std::move(*query), format = *format] {
        reply->send(report(context, query, format, id));
      });
  if (!accepted) reply->send(reports_busy(id));
}

}  // namespace

void add_wait_time_routes(Gate& gate, ApiContext& context) {
  gate.add(http::Method::kGet, "/branches/{branch}/wait-times",
           [&context](Call call) { show(context, std::move(call)); });
}

}  // namespace navbat::server
