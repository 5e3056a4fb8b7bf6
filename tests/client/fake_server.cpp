#include "tests/client/fake_server.h"

#include <utility>

#include "domain/commands.h"
#include "server_sync/protocol/appointments.h"
#include "server_sync/protocol/branch_info.h"
#include "server_sync/protocol/new_ticket.h"
#include "server_sync/protocol/problem_kinds.h"
#include "server_sync/protocol/ticket_list.h"
#include "server_sync/protocol/ticket_view.h"
#include "tests/client/recorded_branch.h"

namespace navbat::client {
namespace {

constexpr const char* kTickets = "/api/v1/tickets/";

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
  command.origin = wish.device;
  command.booking = wish.booking;
  return command;
}

// Of "…?name=value&…", as it was before it was made safe for a URL.
std::string query_value(const std::string& target, const std::string& name) {
  const std::size_t at = target.find(name + "=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 1;
  const std::string raw = target.substr(begin, target.find('&', begin) - begin);
  std::string value;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '%') {
      value += raw[i];
      continue;
    }
    value += static_cast<char>(std::stoi(raw.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  return value;
}

protocol::TicketView view_of(const domain::Ticket& ticket) {
  protocol::TicketView view;
  view.branch = domain::BranchId{kBranch};
  view.ticket = ticket;
  view.people_ahead = 3;
  return view;
}

HttpResponse problem(int status, std::string_view kind, const std::string& more = {}) {
  return reply(status, "{\"type\":\"" + std::string(protocol::kProblemTypePrefix) +
                           std::string(kind) + "\",\"detail\":\"No.\"" + more + "}");
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
  if (request.target.starts_with("/api/v1/branches/demo/tickets?")) {
    return list_tickets(request.target);
  }
  if (request.target.starts_with("/api/v1/branches/demo/appointments?")) {
    return list_appointments(request.target);
  }
  if (request.target == "/api/v1/branches/demo/usual-waits" && !usual_waits.empty()) {
    return reply(200, usual_waits);
  }
  if (request.target.starts_with(kTickets)) return about_ticket(request);
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
  domain::IssueTicket command = command_of(*wish);
  domain::Appointment* booking = wish->booking.empty() ? nullptr : find_booking(wish->booking);
  if (!known && !wish->booking.empty()) {
    if (booking == nullptr) return problem(404, protocol::kUnknownBooking);
    if (booking->ticket) return problem(409, protocol::kBookingUsed);
    command.appointment = booking->at;
  }
  const auto decision = domain::decide_issue(branch.state(), command);
  if (!decision) return reply(404, "{}");
  branch.carry_out(decision, clock_.now());
  if (booking != nullptr) booking->ticket = wish->id;
  return reply(known ? 200 : 201, encode(view_of(*branch.state().find(wish->id))));
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

HttpResponse FakeServer::list_tickets(const std::string& target) const {
  const std::string label = query_value(target, "label");
  const domain::NodeId origin{query_value(target, "origin")};
  const auto since = domain::parse_rfc3339(query_value(target, "since"));
  if (label.empty() && !since) return reply(400, "{}");
  protocol::TicketList list;
  for (const auto& [id, ticket] : branch.state().tickets()) {
    const bool wanted = label.empty() ? ticket.origin == origin && ticket.issued_at >= *since
                                      : ticket.label.to_string() == label;
    if (wanted) list.tickets.push_back(view_of(ticket));
  }
  return reply(200, encode(list));
}

HttpResponse FakeServer::list_appointments(const std::string& target) const {
  protocol::AppointmentList list;
  list.day = *domain::BusinessDay::parse(query_value(target, "day"));
  const domain::BranchCalendar calendar = testing::test_calendar();
  for (const domain::Appointment& appointment : appointments) {
    if (calendar.day_of(appointment.at) == list.day) list.appointments.push_back(appointment);
  }
  return reply(200, encode(list));
}

HttpResponse FakeServer::about_ticket(const HttpRequest& request) {
  const std::string rest = request.target.substr(std::string(kTickets).size());
  const auto id = domain::TicketId::parse(rest.substr(0, rest.find('/')));
  const domain::Ticket* ticket = id ? find(*id) : nullptr;
  if (ticket == nullptr) return reply(404, "{}");
  if (rest.ends_with("/cancel")) {
    const auto decision =
        domain::decide_cancel(branch.state(), {*id, std::nullopt}, domain::CancelledBy::kCustomer);
    if (!decision) return reply(409, "{}");
    branch.carry_out(decision, clock_.now());
    cancel_reasons[*id] =
        request.body.find("not_printed") == std::string::npos ? "" : "not_printed";
  }
  return reply(200, encode(view_of(*ticket)));
}

domain::Appointment* FakeServer::find_booking(const domain::BookingCode& code) {
  for (domain::Appointment& appointment : appointments) {
    if (appointment.code == code) return &appointment;
  }
  return nullptr;
}

domain::TicketId FakeServer::number_a_ticket_of(const domain::NodeId& device) {
  const std::lock_guard lock(mutex_);
  domain::IssueTicket command;
  command.id = testing::test_id(++numbered_ + 5'000);
  command.service = domain::ServiceId{"cash"};
  command.language = domain::LanguageTag{"uz"};
  command.origin = device;
  branch.carry_out(domain::decide_issue(branch.state(), command), clock_.now());
  return command.id;
}

domain::TicketState FakeServer::state_of(const domain::TicketId& id) const {
  const std::lock_guard lock(mutex_);
  return branch.state().find(id)->state;
}

void FakeServer::book(domain::Appointment appointment) {
  const std::lock_guard lock(mutex_);
  appointments.push_back(std::move(appointment));
}

HttpResponse FakeServer::info() const { return reply(200, branch_info_json()); }

void FakeServer::adopt(const protocol::NodeEvent& event, const domain::NodeId& node) {
  const auto* ticket = std::get_if<protocol::OfflineTicket>(&event.payload);
  if (ticket == nullptr) {
    told.push_back(event);
    return;
  }
  domain::AdoptTicket command;
  command.ticket.id = ticket->id;
  command.ticket.service = ticket->service;
  command.ticket.language = ticket->language;
  command.ticket.priority = ticket->priority;
  command.ticket.appointment = ticket->appointment;
  command.ticket.booking = ticket->booking;
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
