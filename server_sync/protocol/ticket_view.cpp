#include "server_sync/protocol/ticket_view.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

WaitRange to_range(const domain::WaitQuantiles& wait) { return {wait.p25, wait.p75, wait.p90}; }

std::string encode(const TicketView& view) {
  const domain::Ticket& ticket = view.ticket;
  json::object out;
  out["id"] = ticket.id.to_string();
  out["branch"] = view.branch.value();
  out["day"] = ticket.day.to_string();
  out["label"] = ticket.label.to_string();
  out["series"] = ticket.label.series;
  out["number"] = ticket.label.number;
  out["service"] = ticket.service.value();
  out["language"] = ticket.language.value();
  out["state"] = text(to_string(ticket.state));
  out["priority"] = ticket.priority ? text(to_string(*ticket.priority)) : json::value{};
  out["appointment"] = to_json(ticket.appointment);
  out["issued_at"] = text(domain::to_rfc3339(ticket.issued_at));
  out["called_at"] = to_json(ticket.called_at);
  out["started_at"] = to_json(ticket.started_at);
  out["finished_at"] = to_json(ticket.ended_at);
  out["counter"] = to_json(ticket.counter);
  out["teller"] = to_json(ticket.teller);
  out["people_ahead"] = view.people_ahead ? json::value(*view.people_ahead) : json::value{};
  out["promise"] = ticket.promise ? json::value(promise_to_json(*ticket.promise)) : json::value{};
  out["wait_now"] = view.wait_now ? json::value(range_to_json(*view.wait_now)) : json::value{};
  out["recalls"] = ticket.recalls;
  if (view.why) {
    json::object why = reason_to_json(*view.why);
    why["text"] = domain::explain(ticket.label, *view.why);
    out["why"] = std::move(why);
  }
  return json::serialize(out);
}

Decoded<TicketView> decode_ticket_view(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  TicketView view;
  domain::Ticket& ticket = view.ticket;
  ticket.id = in.ticket_id("id");
  view.branch = in.name<domain::BranchId>("branch");
  ticket.day = read_day(in, "day");
  ticket.label = read_label(in, "label");
  ticket.service = in.name<domain::ServiceId>("service");
  ticket.language = in.name<domain::LanguageTag>("language");
  ticket.state = in.word_opt("state", domain::parse_ticket_state, "a ticket's state")
                     .value_or(domain::TicketState::kWaiting);
  ticket.priority = in.word_opt("priority", domain::parse_priority_reason, "a reason for priority");
  ticket.appointment = in.time_opt("appointment");
  ticket.issued_at = in.time("issued_at");
  ticket.joined_at = ticket.issued_at;
  ticket.called_at = in.time_opt("called_at");
  ticket.started_at = in.time_opt("started_at");
  ticket.ended_at = in.time_opt("finished_at");
  ticket.counter = in.name_opt<domain::CounterId>("counter");
  ticket.teller = in.name_opt<domain::TellerId>("teller");
  if (const auto ahead = in.integer_opt("people_ahead", 0, 1'000'000)) {
    view.people_ahead = static_cast<int>(*ahead);
  }
  ticket.promise = read_promise_opt(in, "promise");
  view.wait_now = read_range_opt(in, "wait_now");
  ticket.recalls = static_cast<std::int32_t>(in.integer_opt("recalls", 0, 1'000'000).value_or(0));
  view.why = read_reason_opt(in, "why");
  if (error) return tl::unexpected(*error);
  return view;
}

}  // namespace navbat::protocol
