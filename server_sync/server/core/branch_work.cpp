#include "server_sync/server/core/branch_work.h"

#include <set>

#include "domain/check.h"
#include "server_sync/protocol/event_codec.h"

namespace navbat::server {
namespace {

store::StoredEvent to_stored(const domain::Event& event) {
  store::StoredEvent stored;
  stored.version = event.version;
  stored.day = event.day;
  stored.at = event.at;
  stored.recorded_at = event.recorded_at;
  stored.type = std::string{type_name(event.payload)};
  if (const domain::TicketId* ticket = ticket_of(event.payload)) stored.ticket = *ticket;
  stored.actor = event.actor;
  stored.payload = protocol::encode_payload(event.payload);
  return stored;
}

}  // namespace

BranchWork::BranchWork(BranchMemory& memory, const domain::BranchCalendar& calendar,
                       store::BranchStore& store, store::Transaction& transaction,
                       domain::Timestamp now, std::string actor)
    : memory_(memory),
      calendar_(calendar),
      store_(store),
      transaction_(transaction),
      now_(now),
      actor_(std::move(actor)) {}

store::Result<std::optional<domain::Ticket>> BranchWork::find_ticket(const domain::TicketId& id) {
  if (const domain::Ticket* ticket = state().find(id)) return *ticket;
  auto archived = store_.find_ticket(transaction_, id);
  if (!archived) return tl::unexpected(archived.error());
  if (!*archived || (*archived)->branch != branch()) return std::nullopt;
  return std::move((*archived)->ticket);
}

void BranchWork::record(std::vector<domain::EventPayload> payloads,
                        std::optional<domain::Timestamp> at) {
  for (domain::EventPayload& payload : payloads) record_one(std::move(payload), at.value_or(now_));
}

void BranchWork::record_adopted(std::vector<domain::EventPayload> payloads, domain::Timestamp at) {
  for (domain::EventPayload& payload : payloads) {
    const bool is_issue = std::holds_alternative<domain::TicketIssued>(payload);
    record_one(std::move(payload), is_issue ? at : now_);
  }
}

void BranchWork::record_one(domain::EventPayload payload, domain::Timestamp at) {
  domain::Event event;
  event.version = state().version() + 1;
  event.day = state().day().value_or(domain::BusinessDay{});
  event.at = at;
  event.recorded_at = now_;
  event.actor = actor_;
  if (const auto* opened = std::get_if<domain::DayOpened>(&payload)) {
    event.day = opened->day;
    day_opened_ = true;
    // Opening a day forgets yesterday's tickets: their last state must be written before that.
    if (auto status = save_touched(); !status) failure_ = status.error();
  }
  event.payload = std::move(payload);
  memory_.promise->observe(memory_.state, event);
  memory_.state.apply(event);
  memory_.unpublished.push_back(event);
  recorded_.push_back(std::move(event));
}

store::Status BranchWork::save_touched() {
  std::set<domain::TicketId> touched;
  for (; saved_ < recorded_.size(); ++saved_) {
    if (const domain::TicketId* id = ticket_of(recorded_[saved_].payload)) touched.insert(*id);
  }
  for (const domain::TicketId& id : touched) {
    const domain::Ticket* ticket = state().find(id);
    if (ticket == nullptr) continue;  // Of a day gone by; whoever recorded it saves it.
    if (auto status = store_.save_ticket(transaction_, branch(), *ticket); !status) return status;
  }
  return {};
}

template <typename Event>
store::Status BranchWork::change_appointment(const domain::BookingCode& code, const Event& event) {
  auto known = find_appointment(code);
  if (!known) return tl::unexpected(known.error());
  domain::check(known->has_value(), "an event names an appointment that was never booked");
  return store_.save_appointment(transaction_, branch(), domain::after(std::move(**known), event));
}

store::Status BranchWork::save_appointments() {
  for (const domain::Event& event : recorded_) {
    store::Status saved;
    if (const auto* booked = std::get_if<domain::AppointmentBooked>(&event.payload)) {
      saved = store_.save_appointment(transaction_, branch(), domain::after(*booked));
    } else if (const auto* gone = std::get_if<domain::AppointmentCancelled>(&event.payload)) {
      saved = change_appointment(gone->code, *gone);
    } else if (const auto* issued = std::get_if<domain::TicketIssued>(&event.payload);
               issued != nullptr && !issued->booking.empty()) {
      saved = change_appointment(issued->booking, *issued);
    }
    if (!saved) return saved;
  }
  return {};
}

store::Status BranchWork::flush() {
  if (failure_) return tl::unexpected(*failure_);
  if (recorded_.empty()) return {};
  std::vector<store::StoredEvent> events;
  events.reserve(recorded_.size());
  for (const domain::Event& event : recorded_) events.push_back(to_stored(event));
  if (auto status = store_.append_events(transaction_, branch(), events); !status) return status;
  if (auto status = save_touched(); !status) return status;
  if (auto status = save_appointments(); !status) return status;
  recorded_.clear();
  saved_ = 0;
  if (!day_opened_) return {};
  day_opened_ = false;
  return store_.save_learned(transaction_, branch(), memory_.promise->save());
}

}  // namespace navbat::server
