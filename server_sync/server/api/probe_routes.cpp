#include <prometheus/registry.h>

#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/api/openapi_text.h"
#include "server_sync/server/http/metrics.h"

namespace navbat::server {
namespace {

constexpr const char* kOk = R"({"status":"ok"})";

http::Response readiness(const ApiContext& context, const http::Request& request) {
  if (context.ready) return json_response(200, kOk);
  return http::problem_response(
      {.status = 503, .kind = "not-ready", .detail = "The server is starting or stopping."},
      request.id);
}

void add_metric(std::string& text, const char* name, const char* type, const char* help,
                std::uint64_t value) {
  text.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name);
  text.append(" ").append(type).append("\n").append(name).append(" ");
  text.append(std::to_string(value)).append("\n");
}

// The writer counts for itself; jobs over commits is the size of its batches.
std::string writer_text(const store::GroupCommitWriter::Statistics& writer) {
  std::string text;
  add_metric(text, "navbat_writer_jobs_total", "counter", "Commands and writes ended", writer.jobs);
  add_metric(text, "navbat_writer_commits_total", "counter", "Transactions committed",
             writer.commits);
  add_metric(text, "navbat_writer_rollbacks_total", "counter", "Transactions undone",
             writer.rollbacks);
  add_metric(text, "navbat_writer_refused_total", "counter", "Jobs refused for overload",
             writer.refused);
  add_metric(text, "navbat_writer_queued", "gauge", "Jobs that wait for the writer", writer.queued);
  return text;
}

http::Response metrics(const ApiContext& context) {
  return http::text_response(
      200, http::kMetricsType,
      http::metrics_text(*context.registry) + writer_text(context.host.statistics()));
}

}  // namespace

void add_probe_routes(http::Router& router, Gate& gate, ApiContext& context) {
  using Answerer = std::function<http::Response(const http::Request&)>;
  const auto add = [&](const char* path, const Answerer& answer) {
    gate.add(http::Method::kGet, path,
             [answer](Call call) { call.reply.send(answer(call.request)); });
    router.add({.method = http::Method::kGet,
                .pattern = path,
                .handler = [answer](const http::Request& request,
                                    http::Reply reply) { reply.send(answer(request)); },
                .body_bytes = 0});
  };
  add("/healthz", [](const http::Request&) { return json_response(200, kOk); });
  add("/readyz", [&context](const http::Request& request) { return readiness(context, request); });
  add("/metrics", [&context](const http::Request&) { return metrics(context); });
  gate.add(http::Method::kGet, "/openapi.yaml", [](Call call) {
    call.reply.send(http::text_response(200, "application/yaml", openapi_text()));
  });
}

}  // namespace navbat::server
