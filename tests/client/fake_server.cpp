#include "tests/client/fake_server.h"

#include <utility>

#include "domain/commands.h"
#include "server_sync/protocol/branch_info.h"
#include "server_sync/protocol/new_ticket.h"
#include "server_sync/protocol/ticket_view.h"
#include "tests/client/recorded_branch.h"

namespace navbat::client {
namespace {

HttpResponse reply(int status, std::string body) {
  return {.status = status, .headers = {}, .body = std::move(body)};
}

domain::IssueTicket command_of(const protocol::NewTicket& wish) {
  domain::IssueTicket command;
  command.id = wish.id;
  command.service = wish.service;
  command.language = wish.language;
  command.priority = wish.priority;
  command.appointment = wish.appointment;
  command.phone = wish.phone;
  command.origin = domain::NodeId{"kiosk-1"};
  return command;
}

}  // namespace

HttpResponse FakeServer::handle(const HttpRequest& request) {
  const std::lock_guard lock(mutex_);
  return route(request);
}

HttpResponse FakeServer::route(const HttpRequest& request) {
  if (request.target == "/api/v1/sync") return sync(request.body);
  if (request.target == "/api/v1/branches/demo/tickets") return issue(request.body);
  if (request.target == "/api/v1/branches/demo") return info();
  return reply(404, "{}");
}

ScriptedTransport::SendStep FakeServer::answers() {
  return [this](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
    return handle(request);
  };
}

ScriptedTransport::SendStep FakeServer::loses_the_reply() {
  return [this](const HttpRequest& request, auto) -> ScriptedTransport::Reply {
    static_cast<void>(handle(request));
    return fault(TransportFault::kTimedOut);
  };
}

HttpResponse FakeServer::issue(const std::string& body) {
  const auto wish = protocol::decode_new_ticket(body);
  if (!wish) return reply(400, "{}");
  const bool known = branch.state().find(wish->id) != nullptr;
  const auto decision = domain::decide_issue(branch.state(), command_of(*wish));
  if (!decision) return reply(404, "{}");
  branch.carry_out(decision, clock_.now());
  protocol::TicketView view;
  view.branch = domain::BranchId{kBranch};
  view.ticket = *branch.state().find(wish->id);
  view.people_ahead = 3;
  return reply(known ? 200 : 201, encode(view));
}

HttpResponse FakeServer::sync(const std::string& body) {
  const auto request = protocol::decode_sync_request(body);
  if (!request) return reply(400, request.error().to_string());
  std::int64_t& acked_seq = acked[request->epoch];
  protocol::SyncReply answer;
  for (const protocol::ReceivedEvent& event : request->events) {
    if (event.seq <= acked_seq) continue;
    if (event.seq != acked_seq + 1) break;
    if (!event.event || poison.contains(event.seq)) {
      answer.set_aside.push_back({event.seq, "poison"});
    } else {
      adopt(*event.event, request->node);
    }
    acked_seq = event.seq;
  }
  answer.acked_seq = acked_seq;
  answer.server_time = clock_.now();
  return reply(200, encode(answer));
}

HttpResponse FakeServer::info() const { return reply(200, branch_info_json()); }

void FakeServer::adopt(const protocol::NodeEvent& event, const domain::NodeId& node) {
  const auto* ticket = std::get_if<protocol::OfflineTicket>(&event.payload);
  if (ticket == nullptr) return;
  domain::AdoptTicket command;
  command.ticket.id = ticket->id;
  command.ticket.service = ticket->service;
  command.ticket.language = ticket->language;
  command.ticket.priority = ticket->priority;
  command.ticket.origin = node;
  command.label = ticket->label;
  command.day = *branch.state().day();
  branch.adopt(command, event.at);
}

int FakeServer::count(const std::string& label) const {
  const std::lock_guard lock(mutex_);
  int found = 0;
  for (const auto& [id, ticket] : branch.state().tickets()) {
    found += ticket.label.to_string() == label ? 1 : 0;
  }
  return found;
}

std::string FakeServer::label_of(const domain::TicketId& id) const {
  const std::lock_guard lock(mutex_);
  const domain::Ticket* ticket = find(id);
  return ticket == nullptr ? std::string{} : ticket->label.to_string();
}

void FakeServer::forget_acks_beyond(std::int64_t limit) {
  for (auto& [epoch, seq] : acked) seq = std::min(seq, limit);
}

std::string branch_info_json() {
  protocol::BranchInfo info;
  info.id = domain::BranchId{kBranch};
  info.bank = "Meridian Bank";
  info.name = {{"en", "Chilonzor"}};
  info.time_zone = "Asia/Tashkent";
  info.languages = {"uz", "en"};
  for (const auto& [id, letter] : {std::pair{"cash", 'A'}, {"cards", 'C'}, {"loans", 'D'}}) {
    info.services.push_back({.id = domain::ServiceId{id},
                             .letter = letter,
                             .icon = id,
                             .color = "#0FB5A2",
                             .target_wait = domain::Seconds{600},
                             .name = {{"en", id}},
                             .hint = {}});
  }
  info.counters = {domain::CounterId{"1"}};
  return encode(info);
}

}  // namespace navbat::client
