#include "server_sync/client/ticket_issuer.h"

#include <array>
#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/decode_view.h"
#include "server_sync/client/stored_ticket.h"
#include "server_sync/protocol/new_ticket.h"
#include "server_sync/protocol/problem_kinds.h"
#include "server_sync/protocol/ticket_view.h"

namespace navbat::client {
namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;

// The server has decided, and would decide the same about the event that the outbox would bring:
// malformed, unknown branch or service, wrong state, id taken. A wrong token (401, 403) is not
// among them: it says nothing about the ticket, which can join the queue once the token is right.
bool is_decision(int status) {
  return status == 400 || status == 404 || status == 409 || status == 422;
}

IssueError storage_error(const store::Error& error) {
  return {IssueFailure::kStorage, error.message, {}};
}

IssueFailure failure_of(std::string_view problem) {
  constexpr std::array kFailures{
      std::pair{protocol::kServiceClosed, IssueFailure::kServiceClosed},
      std::pair{protocol::kQuotaReached, IssueFailure::kQuotaReached},
      std::pair{protocol::kTooEarly, IssueFailure::kTooEarly},
      std::pair{protocol::kTooLate, IssueFailure::kTooLate},
      std::pair{protocol::kBookingUsed, IssueFailure::kBookingUsed},
      std::pair{protocol::kBookingCancelled, IssueFailure::kBookingCancelled},
      std::pair{protocol::kUnknownBooking, IssueFailure::kUnknownBooking},
  };
  for (const auto& [kind, failure] : kFailures) {
    if (problem == kind) return failure;
  }
  return IssueFailure::kRefused;
}

IssueError refusal(const IssueRequest& request, const HttpResponse& reply) {
  const ProblemView problem = decode_problem(reply.body);
  std::string detail = "the server answered " + std::to_string(reply.status) + " to a ticket for " +
                       request.service.value();
  if (!problem.detail.empty()) detail += ": " + problem.detail;
  return {failure_of(problem.kind), std::move(detail), problem.until};
}

}  // namespace

TicketIssuer::TicketIssuer(HttpTransport& transport, SharedStore& store,
                           const BranchDirectory& directory, Circuit& circuit,
                           const ServerClock& true_clock, const domain::Clock& device_clock,
                           FillRandom random, Options options, IssuerHooks hooks)
    : transport_(transport),
      store_(store),
      directory_(directory),
      circuit_(circuit),
      true_clock_(true_clock),
      device_clock_(device_clock),
      random_(std::move(random)),
      options_(std::move(options)),
      hooks_(std::move(hooks)) {}

tl::expected<IssuedTicket, IssueError> TicketIssuer::issue(const IssueRequest& request,
                                                           const std::stop_token& stop) {
  const std::lock_guard lock(one_at_a_time_);
  // The moment of the touch: what follows may take a deadline, and the customer came before it.
  const domain::Timestamp at = true_clock_.now();
  std::array<std::uint8_t, 10> random{};
  random_(random);
  const domain::TicketId id = domain::TicketId::make(at, random);
  if (circuit_.allows(device_clock_.now())) {
    if (auto issued = issue_online(id, request, stop)) return std::move(*issued);
  }
  return issue_offline(id, at, request);
}

// Nothing: the server gave no usable answer.
std::optional<TicketIssuer::Issued> TicketIssuer::issue_online(const domain::TicketId& id,
                                                               const IssueRequest& request,
                                                               const std::stop_token& stop) {
  const protocol::NewTicket wish{.id = id,
                                 .service = request.service,
                                 .language = request.language,
                                 .priority = request.priority,
                                 .appointment = request.appointment,
                                 .phone = request.phone,
                                 .booking = request.booking,
                                 .device = options_.node};
  const auto reply = transport_.send(
      {.method = HttpMethod::kPost,
       .target = branch_path(options_.branch) + "/tickets",
       .headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", id.to_string()}},
       .body = encode(wish)},
      options_.deadline, stop);
  if (!reply) {
    no_answer(reply.error().detail);
    return std::nullopt;
  }
  return accept_reply(id, request, *reply);
}

std::optional<TicketIssuer::Issued> TicketIssuer::accept_reply(const domain::TicketId& id,
                                                               const IssueRequest& request,
                                                               const HttpResponse& reply) {
  if (is_decision(reply.status)) {
    circuit_.succeeded();
    return tl::unexpected(refusal(request, reply));
  }
  if (reply.status != kOk && reply.status != kCreated) {
    no_answer("it answered " + std::to_string(reply.status));
    return std::nullopt;
  }
  auto view = protocol::decode_ticket_view(reply.body);
  if (!view || view->ticket.id != id || view->ticket.service != request.service) {
    no_answer(view ? "it answered with another ticket" : view.error().to_string());
    return std::nullopt;
  }
  circuit_.succeeded();
  IssuedTicket ticket{.id = id,
                      .day = view->ticket.day,
                      .label = view->ticket.label,
                      .service = request.service,
                      .language = request.language,
                      .issued_at = view->ticket.issued_at,
                      .promise = view->ticket.promise,
                      .people_ahead = view->people_ahead,
                      .offline = false,
                      .booking = request.booking,
                      .appointment = view->ticket.appointment};
  const auto recorded = store_.with([&](store::DeviceStore& store) {
    return store.record_ticket(to_stored(ticket), std::nullopt);
  });
  if (!recorded && recorded.error().code == store::ErrorCode::kConstraint) {
    // The server gave a number that this kiosk has put on another paper today: it has lost its
    // memory. A number of our own is certain to be on no other paper.
    log("the server gave " + ticket.label.to_string() + " twice: " + recorded.error().message);
    return std::nullopt;
  }
  return keep(ticket, recorded ? store::Status() : tl::unexpected(recorded.error()));
}

// The end of both ways: what the ticket's commit came to.
TicketIssuer::Issued TicketIssuer::keep(const IssuedTicket& ticket, const store::Status& recorded) {
  if (!recorded) {
    if (hooks_.abandoned) hooks_.abandoned(ticket.id);
    return tl::unexpected(storage_error(recorded.error()));
  }
  if (hooks_.issued) hooks_.issued(ticket);
  return ticket;
}

TicketIssuer::Issued TicketIssuer::issue_offline(const domain::TicketId& id, domain::Timestamp at,
                                                 const IssueRequest& request) {
  const auto known = directory_.current();
  if (!known) {
    return tl::unexpected(IssueError{
        IssueFailure::kNotReady, "the server was never reached, its services are unknown", {}});
  }
  const ServiceInfo* service = known->info.find_service(request.service);
  if (service == nullptr) {
    return tl::unexpected(IssueError{
        IssueFailure::kRefused, "this branch has no service " + request.service.value(), {}});
  }
  IssuedTicket ticket{.id = id,
                      .day = known->calendar.day_of(at),
                      .label = {domain::offline_series(service->letter, options_.kiosk_letter), 0},
                      .service = request.service,
                      .language = request.language,
                      .issued_at = at,
                      .promise = std::nullopt,
                      .people_ahead = std::nullopt,
                      .offline = true,
                      .booking = request.booking,
                      .appointment = request.appointment};
  if (!request.booking.empty() && !ticket.appointment && hooks_.appointed_at) {
    ticket.appointment = hooks_.appointed_at(request.booking);
  }
  if (hooks_.estimate) {
    if (const auto estimate = hooks_.estimate(request.service)) {
      const WaitRange& range = estimate->range;
      ticket.promise = domain::Promise{range.low, range.high, range.limit, at};
      ticket.people_ahead = estimate->people_ahead;
    }
  }
  const store::Status recorded = store_.with([&](store::DeviceStore& store) -> store::Status {
    const auto number = store.next_number(ticket.day, ticket.label.series);
    if (!number) return tl::unexpected(number.error());
    ticket.label.number = *number;
    const auto seq = store.record_ticket(to_stored(ticket), outbox_event(ticket, request));
    if (!seq) return tl::unexpected(seq.error());
    return {};
  });
  if (recorded && hooks_.outbox_grew) hooks_.outbox_grew();
  return keep(ticket, recorded);
}

tl::expected<void, IssueError> TicketIssuer::set_print_state(const domain::TicketId& ticket,
                                                             domain::PrintState state) {
  const auto kept =
      store_.with([&](store::DeviceStore& store) { return store.set_print_state(ticket, state); });
  if (!kept) return tl::unexpected(storage_error(kept.error()));
  return {};
}

tl::expected<std::vector<IssuedTicket>, IssueError> TicketIssuer::unprinted(
    domain::Timestamp since) {
  auto tickets = store_.with([&](store::DeviceStore& store) { return store.unprinted(since); });
  if (!tickets) return tl::unexpected(storage_error(tickets.error()));
  return from_stored(std::move(*tickets));
}

tl::expected<std::vector<IssuedTicket>, IssueError> TicketIssuer::latest(std::size_t count) {
  auto tickets =
      store_.with([&](store::DeviceStore& store) { return store.latest_tickets(count); });
  if (!tickets) return tl::unexpected(storage_error(tickets.error()));
  return from_stored(std::move(*tickets));
}

void TicketIssuer::no_answer(const std::string& why) {
  circuit_.failed(device_clock_.now());
  log("no number from the server: " + why);
}

void TicketIssuer::log(const std::string& line) const {
  if (hooks_.log) hooks_.log(line);
}

}  // namespace navbat::client
