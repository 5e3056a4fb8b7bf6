#include "domain/commands.h"
#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/branch_commands.h"

namespace navbat::server {
namespace {

constexpr std::size_t kMostServices = 64;

domain::CounterId counter_of(const http::Request& request) {
  return domain::CounterId{std::string{request.path.at("counter")}};
}

void call_next(ApiContext& context, Call call) {
  Body body{call.request};
  domain::CallNext command{counter_of(call.request), body.read().ticket_id_opt("ticket")};
  if (const auto problem = body.problem()) return call.refuse(*problem);
  submit(context, std::move(call), call_command(std::move(command)));
}

void open_counter(ApiContext& context, Call call) {
  Body body{call.request};
  protocol::ObjectReader& in = body.read();
  domain::OpenCounter command{counter_of(call.request), domain::TellerId{call.principal.id},
                              in.names<domain::ServiceId>("services", kMostServices)};
  if (in.has("services") && command.services.empty() && !in.failed()) {
    in.fail("services", "at least one service, or no list for all of them");
  }
  if (const auto problem = body.problem()) return call.refuse(*problem);
  const domain::CounterId counter = command.counter;
  submit(context, std::move(call),
         counter_command(counter, [command = std::move(command)](const domain::BranchState& state) {
           return domain::decide_open_counter(state, command);
         }));
}

void pause_counter(ApiContext& context, Call call) {
  Body body{call.request};
  const std::string reason = short_text(body.read(), "reason", /*required=*/true);
  if (const auto problem = body.problem()) return call.refuse(*problem);
  const domain::CounterId counter = counter_of(call.request);
  submit(context, std::move(call),
         counter_command(counter, [counter, reason](const domain::BranchState& state) {
           return domain::decide_pause_counter(state, counter, reason);
         }));
}

// What needs nothing but the counter.
using Decider = domain::Decision (*)(const domain::BranchState&, const domain::CounterId&);

ApiHandler plain(ApiContext& context, Decider decide) {
  return [&context, decide](Call call) {
    Body body{call.request};
    if (const auto problem = body.problem()) return call.refuse(*problem);
    const domain::CounterId counter = counter_of(call.request);
    submit(context, std::move(call),
           counter_command(counter, [counter, decide](const domain::BranchState& state) {
             return decide(state, counter);
           }));
  };
}

}  // namespace

void add_counter_routes(Gate& gate, ApiContext& context) {
  const auto add = [&gate](const char* verb, ApiHandler handler) {
    gate.add(http::Method::kPost, std::string{"/branches/{branch}/counters/{counter}/"} + verb,
             std::move(handler));
  };
  add("call", [&context](Call call) { call_next(context, std::move(call)); });
  add("open", [&context](Call call) { open_counter(context, std::move(call)); });
  add("pause", [&context](Call call) { pause_counter(context, std::move(call)); });
  add("close", plain(context, domain::decide_close_counter));
  add("resume", plain(context, domain::decide_resume_counter));
}

}  // namespace navbat::server
