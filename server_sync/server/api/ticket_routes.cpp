#include <algorithm>

#include "domain/commands.h"
#include "server_sync/protocol/new_ticket.h"
#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/api/ticket_list_routes.h"
#include "server_sync/server/core/branch_commands.h"

namespace navbat::server {
namespace {

using domain::BranchState;
using domain::TicketCommand;

constexpr std::size_t kMostReasons = 8;
constexpr std::size_t kReasonBytes = 40;
constexpr std::size_t kPhoneDigits = 15;  // E.164
// An appointment is for today's visit; farther away is a typing error or a wrong clock.
constexpr std::chrono::hours kAppointmentReach{24};

bool is_phone(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return text.size() >= 5 && text.size() <= kPhoneDigits &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string one_of(const std::vector<std::string>& words) {
  std::string text = "one of ";
  for (const std::string& word : words) text += (&word == &words.front() ? "" : ", ") + word;
  return text;
}

std::optional<http::Problem> check_wish(const ApiContext& context,
                                        const protocol::NewTicket& wish) {
  if (std::ranges::find(context.info.languages, wish.language.value()) ==
      context.info.languages.end()) {
    return bad_member("language", one_of(context.info.languages));
  }
  if (!wish.phone.empty() && !is_phone(wish.phone)) {
    return bad_member("phone", "+ and 5 to 15 digits");
  }
  if (wish.appointment) {
    const auto away = *wish.appointment - context.clock.now();
    if (away > kAppointmentReach || away < -kAppointmentReach) {
      return bad_member("appointment", "a time within 24 hours from now");
    }
  }
  return std::nullopt;
}

// A token of one device says who it is; one that several share lets them say it.
domain::NodeId origin_of(const Principal& who, const domain::NodeId& said) {
  if (who.node) return *who.node;
  return said.empty() ? domain::NodeId{who.id} : said;
}

void issue(ApiContext& context, Call call) {
  auto wish = protocol::decode_new_ticket(call.request.body);
  if (!wish) return call.refuse(bad_member(wish.error()));
  if (const auto problem = check_wish(context, *wish)) return call.refuse(*problem);
  domain::IssueTicket command{.id = wish->id,
                              .service = std::move(wish->service),
                              .language = std::move(wish->language),
                              .priority = wish->priority,
                              .appointment = wish->appointment,
                              .phone = std::move(wish->phone),
                              .origin = origin_of(call.principal, wish->device),
                              .promise = std::nullopt,
                              .booking = std::move(wish->booking)};
  submit(context, std::move(call), issue_command(std::move(command)));
}

void show(ApiContext& context, Call call) {
  const auto ticket = ticket_of(call.request);
  if (!ticket) return call.refuse(ticket.error());
  query(context, std::move(call), ticket_query(*ticket));
}

// Decides with the body's members, which `read` has taken out of it.
using Act = std::function<domain::Decision(const BranchState&, const TicketCommand&)>;
using ReadAct = std::function<Act(protocol::ObjectReader&, const Principal&)>;

// A teller acts at the own counter; managers, and kiosks on what is theirs, at none.
void act(ApiContext& context, Call call, const ReadAct& read) {
  const auto ticket = ticket_of(call.request);
  if (!ticket) return call.refuse(ticket.error());
  if (call.principal.role == Role::kTeller && !call.principal.counter) {
    return call.refuse({.status = 403,
                        .kind = "counter",
                        .detail = "You are not signed in at a counter.",
                        .expected = "signing in at a counter first"});
  }
  Body body{call.request};
  Act decide = read(body.read(), call.principal);
  if (const auto problem = body.problem()) return call.refuse(*problem);
  TicketCommand command{*ticket, call.principal.counter};
  submit(context, std::move(call),
         ticket_command(*ticket, [command = std::move(command), decide = std::move(decide)](
                                     const BranchState& state) { return decide(state, command); }));
}

Act read_finish(protocol::ObjectReader& in, const Principal&) {
  return [outcome = short_text(in, "outcome", false)](const BranchState& state,
                                                      const TicketCommand& command) {
    return domain::decide_finish(state, command, outcome);
  };
}

Act read_hold(protocol::ObjectReader& in, const Principal&) {
  return [reason = short_text(in, "reason", false)](const BranchState& state,
                                                    const TicketCommand& command) {
    return domain::decide_hold(state, command, reason);
  };
}

Act read_transfer(protocol::ObjectReader& in, const Principal&) {
  return [service = in.name<domain::ServiceId>("service"), note = short_text(in, "note", false)](
             const BranchState& state, const TicketCommand& command) {
    return domain::decide_transfer(state, command, service, note);
  };
}

// A kiosk with a name of its own cancels only what it issued.
Act read_cancel(protocol::ObjectReader& in, const Principal& who) {
  const auto by = who.is_device() ? domain::CancelledBy::kCustomer : domain::CancelledBy::kStaff;
  return [node = who.node, by, reason = short_text(in, "reason", false)](
             const BranchState& state, const TicketCommand& command) -> domain::Decision {
    const domain::Ticket* ticket = state.find(command.ticket);
    if (node && ticket != nullptr && ticket->origin != *node) {
      return tl::unexpected(domain::Rejection{domain::RejectionCode::kNotYourTicket,
                                              "Another kiosk issued this ticket.",
                                              "a ticket of " + node->value(),
                                              {},
                                              {}});
    }
    return domain::decide_cancel(state, command, by, reason);
  };
}

void give_feedback(ApiContext& context, Call call) {
  const auto ticket = ticket_of(call.request);
  if (!ticket) return call.refuse(ticket.error());
  Body body{call.request};
  protocol::ObjectReader& in = body.read();
  const auto score = static_cast<std::int32_t>(in.integer("score", 1, 4));
  auto reasons = in.strings("reasons", kMostReasons);
  const auto too_long = [](const std::string& reason) { return reason.size() > kReasonBytes; };
  if (std::ranges::any_of(reasons, too_long) && !in.failed()) {
    in.fail("reasons", "at most 8 texts of at most 40 bytes");
  }
  if (const auto problem = body.problem()) return call.refuse(*problem);
  submit(context, std::move(call), feedback_command(*ticket, score, std::move(reasons)));
}

// What needs nothing but the ticket.
using Decider = domain::Decision (*)(const BranchState&, const TicketCommand&);
ReadAct plain(Decider decide) {
  return [decide](protocol::ObjectReader&, const Principal&) -> Act { return decide; };
}

}  // namespace

void add_ticket_routes(Gate& gate, ApiContext& context) {
  using http::Method;
  gate.add(Method::kPost, "/branches/{branch}/tickets",
           [&context](Call call) { issue(context, std::move(call)); });
  gate.add(Method::kGet, "/branches/{branch}/tickets",
           [&context](Call call) { list_tickets(context, std::move(call)); });
  gate.add(Method::kGet, "/tickets/{id}",
           [&context](Call call) { show(context, std::move(call)); });
  const auto add = [&](const char* verb, ReadAct read) {
    gate.add(
        Method::kPost, std::string{"/tickets/{id}/"} + verb,
        [&context, read = std::move(read)](Call call) { act(context, std::move(call), read); });
  };
  add("recall", plain(domain::decide_recall));
  add("start", plain(domain::decide_start));
  add("no-show", plain(domain::decide_no_show));
  add("resume", plain(domain::decide_resume));
  add("finish", read_finish);
  add("hold", read_hold);
  add("transfer", read_transfer);
  add("cancel", read_cancel);
  gate.add(Method::kPost, "/tickets/{id}/feedback",
           [&context](Call call) { give_feedback(context, std::move(call)); });
}

}  // namespace navbat::server
