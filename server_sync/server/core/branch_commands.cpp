#include "server_sync/server/core/branch_commands.h"

#include "server_sync/server/core/ticket_answer.h"

namespace navbat::server {
namespace {

Answer unknown_ticket() {
  return to_answer(domain::Rejection{domain::RejectionCode::kUnknownTicket,
                                     "There is no such ticket.",
                                     "the id of a ticket",
                                     {},
                                     {}});
}

// What a ticket that is not there yet must satisfy; an appointment's time goes into it. Whoever has
// an appointment was promised to be received, so neither hours nor quota are asked then.
store::Result<domain::Outcome<void>> admit(BranchWork& work, domain::IssueTicket& issue) {
  // The id of an older day's ticket is taken for good.
  const auto old = work.store().find_ticket(work.transaction(), issue.id);
  if (!old) return tl::unexpected(old.error());
  if (*old) {
    return domain::Outcome<void>{
        tl::unexpected(domain::Rejection{domain::RejectionCode::kTicketIdTaken,
                                         "This id was issued on an earlier day.",
                                         "a new UUIDv7",
                                         {},
                                         {}})};
  }
  if (issue.booking.empty()) {
    return domain::check_open(work.state(), issue.service, work.calendar(), work.now());
  }
  const auto booked = work.find_appointment(issue.booking);
  if (!booked) return tl::unexpected(booked.error());
  const domain::Appointment* known = *booked ? &**booked : nullptr;
  if (known != nullptr) issue.appointment = known->at;
  return domain::decide_check_in(work.state(), issue.service, known, work.calendar(), work.now());
}

const domain::TicketCalled* find_call(const domain::Decision& decision) {
  if (decision->empty()) return nullptr;
  return std::get_if<domain::TicketCalled>(&decision->front());
}

}  // namespace

Command issue_command(domain::IssueTicket command) {
  return [command = std::move(command)](BranchWork& work) -> store::Result<Answer> {
    domain::IssueTicket issue = command;
    if (!work.state().find(issue.id)) {
      const auto admitted = admit(work, issue);
      if (!admitted) return tl::unexpected(admitted.error());
      if (!*admitted) return to_answer(admitted->error());
    }
    if (const auto wait = work.promise().if_joined_now(work.state(), issue.service, work.now())) {
      issue.promise = domain::to_promise(*wait, work.now());
    }
    auto decision = domain::decide_issue(work.state(), issue);
    if (!decision) return to_answer(decision.error());
    const bool is_new = !decision->empty();
    work.record(std::move(*decision));
    return ticket_answer(work, issue.id, is_new ? 201 : 200);
  };
}

Command call_command(domain::CallNext command) {
  return [command = std::move(command)](BranchWork& work) -> store::Result<Answer> {
    auto decision = domain::decide_call(work.state(), command, work.now());
    if (!decision) return to_answer(decision.error());
    const domain::TicketCalled* call = find_call(decision);
    if (call == nullptr) return Answer{204, {}};
    const domain::TicketId ticket = call->ticket;
    const domain::CallingReason why = call->why;
    work.record(std::move(*decision));
    return ticket_answer(work, ticket, 200, why);
  };
}

Command ticket_command(domain::TicketId ticket, Decide decide) {
  return [ticket, decide = std::move(decide)](BranchWork& work) -> store::Result<Answer> {
    const auto done = work.carry_out(decide(work.state()));
    return done ? ticket_answer(work, ticket) : to_answer(done.error());
  };
}

Command counter_command(domain::CounterId counter, Decide decide) {
  return [counter = std::move(counter),
          decide = std::move(decide)](BranchWork& work) -> store::Result<Answer> {
    const auto done = work.carry_out(decide(work.state()));
    return done ? counter_answer(work, counter) : to_answer(done.error());
  };
}

Command feedback_command(domain::TicketId ticket, std::int32_t score,
                         std::vector<std::string> reasons) {
  return [ticket, score, reasons = std::move(reasons)](BranchWork& work) -> store::Result<Answer> {
    const auto known = work.find_ticket(ticket);
    if (!known) return tl::unexpected(known.error());
    if (!*known) return unknown_ticket();
    const auto done = work.carry_out(domain::decide_feedback(ticket, score, reasons));
    return done ? any_day_answer(work, **known) : to_answer(done.error());
  };
}

Command queue_query() {
  return [](BranchWork& work) -> store::Result<Answer> { return queue_answer(work); };
}

Command ticket_query(domain::TicketId ticket) {
  return [ticket](BranchWork& work) -> store::Result<Answer> {
    const auto known = work.find_ticket(ticket);
    if (!known) return tl::unexpected(known.error());
    if (!*known) return unknown_ticket();
    return any_day_answer(work, **known);
  };
}

}  // namespace navbat::server
