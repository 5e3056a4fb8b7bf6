#include "server_sync/client/decode_view.h"

#include <utility>

#include "server_sync/protocol/branch_info.h"
#include "server_sync/protocol/json_reader.h"
#include "server_sync/protocol/problem_kinds.h"
#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/protocol/ticket_list.h"
#include "server_sync/protocol/ticket_view.h"

namespace navbat::client {
namespace {

constexpr std::size_t kMostDetail = 1'000;

ServiceQueue plain(protocol::ServiceQueue&& queue) {
  return {.service = std::move(queue.service),
          .letter = queue.letter,
          .waiting = queue.waiting,
          .longest_wait = queue.longest_wait,
          .promise = queue.promise,
          .closed_because = queue.closed_because,
          .opens_at = queue.opens_at,
          .issued_today = queue.issued_today,
          .delay = queue.delay,
          .next = std::move(queue.next)};
}

CounterNow plain(protocol::CounterView&& view) {
  CounterNow counter{.counter = std::move(view.counter),
                     .status = view.status,
                     .ticket = std::nullopt,
                     .since = view.since,
                     .services = std::move(view.services)};
  if (view.ticket) {
    counter.ticket =
        TicketAtCounter{*view.ticket, std::move(view.ticket_label), std::move(view.ticket_service)};
  }
  return counter;
}

Call plain(protocol::CallView&& call) {
  return {.version = call.version,
          .ticket = call.ticket,
          .label = std::move(call.label),
          .service = std::move(call.service),
          .language = std::move(call.language),
          .counter = std::move(call.counter),
          .at = call.at,
          .recall = call.recall};
}

NextInLine plain(protocol::NextView&& next) {
  return {.label = std::move(next.label), .service = std::move(next.service)};
}

ServiceInfo plain(protocol::ServiceInfo&& info) {
  return {.id = std::move(info.id),
          .letter = info.letter,
          .icon = std::move(info.icon),
          .color = std::move(info.color),
          .target_wait = info.target_wait,
          .usual_service = info.usual_service,
          .name = std::move(info.name),
          .hint = std::move(info.hint),
          .group = std::move(info.group),
          .hours = std::move(info.hours),
          .quota = info.quota,
          .asks_phone = info.asks_phone};
}

GroupInfo plain(protocol::GroupInfo&& group) {
  return {.id = std::move(group.id),
          .parent = std::move(group.parent),
          .icon = std::move(group.icon),
          .color = std::move(group.color),
          .name = std::move(group.name)};
}

AlternativeInfo plain(protocol::AlternativeInfo&& way) {
  return {.id = std::move(way.id),
          .kind = way.kind,
          .services = std::move(way.services),
          .name = std::move(way.name),
          .place = std::move(way.place),
          .url = std::move(way.url),
          .branch = std::move(way.branch),
          .travel = way.travel};
}

FoundTicket plain(protocol::TicketView&& view) {
  domain::Ticket& ticket = view.ticket;
  return {.ticket = {.id = ticket.id,
                     .day = ticket.day,
                     .label = std::move(ticket.label),
                     .service = std::move(ticket.service),
                     .language = std::move(ticket.language),
                     .issued_at = ticket.issued_at,
                     .promise = ticket.promise,
                     .people_ahead = view.people_ahead,
                     .appointment = ticket.appointment},
          .own = false,
          .state = ticket.state};
}

template <typename Out, typename In>
std::vector<Out> plain_all(std::vector<In>&& in) {
  std::vector<Out> out;
  out.reserve(in.size());
  for (In& value : in) out.push_back(plain(std::move(value)));
  return out;
}

}  // namespace

tl::expected<QueueSnapshot, std::string> decode_queue(std::string_view json) {
  auto wire = protocol::decode_queue_snapshot(json);
  if (!wire) return tl::unexpected(wire.error().to_string());
  return QueueSnapshot{.branch = std::move(wire->branch),
                       .version = wire->version,
                       .at = wire->at,
                       .day = wire->day,
                       .services = plain_all<ServiceQueue>(std::move(wire->services)),
                       .counters = plain_all<CounterNow>(std::move(wire->counters)),
                       .calls = plain_all<Call>(std::move(wire->calls)),
                       .next = plain_all<NextInLine>(std::move(wire->next)),
                       .waiting_total = wire->waiting_total,
                       .counters_open = wire->counters_open,
                       .notices = std::move(wire->notices)};
}

tl::expected<BranchInfo, std::string> decode_branch(std::string_view json) {
  auto wire = protocol::decode_branch_info(json);
  if (!wire) return tl::unexpected(wire.error().to_string());
  BranchInfo info{.id = std::move(wire->id),
                  .bank = std::move(wire->bank),
                  .name = std::move(wire->name),
                  .time_zone = std::move(wire->time_zone),
                  .day_starts_at = std::chrono::minutes{wire->day_starts_at_min},
                  .languages = {},
                  .services = plain_all<ServiceInfo>(std::move(wire->services)),
                  .counters = std::move(wire->counters),
                  .hours = std::move(wire->hours),
                  .groups = plain_all<GroupInfo>(std::move(wire->groups)),
                  .alternatives = plain_all<AlternativeInfo>(std::move(wire->alternatives)),
                  .check_in = wire->check_in};
  for (std::string& language : wire->languages) info.languages.emplace_back(std::move(language));
  return info;
}

tl::expected<std::vector<FoundTicket>, std::string> decode_ticket(std::string_view json) {
  auto wire = protocol::decode_ticket_view(json);
  if (!wire) return tl::unexpected(wire.error().to_string());
  return std::vector{plain(std::move(*wire))};
}

tl::expected<std::vector<FoundTicket>, std::string> decode_tickets(std::string_view json) {
  auto wire = protocol::decode_ticket_list(json);
  if (!wire) return tl::unexpected(wire.error().to_string());
  return plain_all<FoundTicket>(std::move(wire->tickets));
}

ProblemView decode_problem(std::string_view json) {
  ProblemView problem;
  const auto value = protocol::parse_json(json);
  if (!value) return problem;
  std::optional<protocol::DecodeError> error;
  protocol::ObjectReader reader(*value, "", error);
  problem.kind = reader.string_or_empty("type");
  if (problem.kind.starts_with(protocol::kProblemTypePrefix)) {
    problem.kind.erase(0, protocol::kProblemTypePrefix.size());
  }
  problem.detail = reader.string_or_empty("detail", kMostDetail);
  const auto opens_at = reader.time_opt("opens_at");
  problem.until = opens_at ? opens_at : reader.time_opt("from");
  if (error) problem.until.reset();
  return problem;
}

tl::expected<std::int64_t, std::string> decode_reset(std::string_view json) {
  const auto value = protocol::parse_json(json);
  if (!value) return tl::unexpected(value.error().to_string());
  std::optional<protocol::DecodeError> error;
  protocol::ObjectReader reader(*value, "", error);
  const std::int64_t version = reader.integer("version", 0, INT64_MAX);
  if (error) return tl::unexpected(error->to_string());
  return version;
}

}  // namespace navbat::client
