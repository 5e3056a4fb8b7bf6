#include "server_sync/client/reconciler.h"

#include <algorithm>
#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/decode_view.h"
#include "server_sync/client/limits.h"

namespace navbat::client {
namespace {

enum HttpStatus { kOk = 200, kForbidden = 403, kNotFound = 404, kConflict = 409 };

constexpr const char* kReason = R"({"reason":"not_printed"})";

bool may_be_taken_back(const FoundTicket& ticket) {
  return ticket.state == domain::TicketState::kWaiting ||
         ticket.state == domain::TicketState::kCalled;
}

}  // namespace

Reconciler::Reconciler(HttpTransport& transport, SharedStore& store, domain::BranchId branch,
                       domain::NodeId node, std::optional<domain::Timestamp> last_life, Hooks hooks)
    : transport_(transport),
      store_(store),
      branch_(std::move(branch)),
      node_(std::move(node)),
      last_life_(last_life),
      hooks_(std::move(hooks)),
      looked_back_(!last_life) {}

void Reconciler::abandon(const domain::TicketId& ticket) {
  const std::lock_guard lock(mutex_);
  orphans_.push_back(ticket);
}

bool Reconciler::is_wanted() const {
  const std::lock_guard lock(mutex_);
  return !looked_back_ || !orphans_.empty();
}

void Reconciler::run(const std::stop_token& stop) {
  if (!is_wanted()) return;
  if (!looked_back_ && !look_back(stop)) return;
  std::vector<domain::TicketId> orphans;
  {
    const std::lock_guard lock(mutex_);
    orphans.swap(orphans_);
  }
  for (const domain::TicketId& ticket : orphans) {
    if (!take_back(ticket, stop)) abandon(ticket);
  }
}

bool Reconciler::look_back(const std::stop_token& stop) {
  const domain::Timestamp since = *last_life_ - kOrphanBefore;
  const auto reply = transport_.send(
      {.method = HttpMethod::kGet,
       .target = branch_path(branch_) + "/tickets?origin=" + percent_encode(node_.value()) +
                 "&since=" + percent_encode(domain::to_rfc3339(since)),
       .headers = {{"Accept", "application/json"}},
       .body = {}},
      kRequestTimeout, stop);
  if (!reply) return false;
  const bool is_not_there = reply->status == kForbidden || reply->status == kNotFound;
  if (reply->status != kOk && !is_not_there) return false;
  // The list is taken: whatever it holds of this run is durable or abandoned from here on.
  hooks_.settle();
  std::vector<domain::TicketId> unknown;
  if (!is_not_there) {
    const auto tickets = decode_tickets(reply->body);
    if (!tickets) {
      hooks_.log("tickets of an earlier run: " + tickets.error());
      return false;
    }
    for (const FoundTicket& found : *tickets) {
      const bool in_reach = found.ticket.issued_at <= *last_life_ + kOrphanAfter;
      if (!in_reach || !may_be_taken_back(found)) continue;
      const auto known = store_.with(
          [&](store::DeviceStore& store) { return store.find_ticket(found.ticket.id); });
      if (!known) return false;
      if (!*known) unknown.push_back(found.ticket.id);
    }
  }
  const std::lock_guard lock(mutex_);
  orphans_.insert(orphans_.end(), unknown.begin(), unknown.end());
  looked_back_ = true;
  return true;
}

bool Reconciler::take_back(const domain::TicketId& ticket, const std::stop_token& stop) {
  const std::string id = ticket.to_string();
  const auto reply = transport_.send(
      {.method = HttpMethod::kPost,
       .target = protocol::kBasePath + ("/tickets/" + id + "/cancel"),
       .headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", id + ".not-printed"}},
       .body = kReason},
      kRequestTimeout, stop);
  if (!reply) return false;
  const bool decided = reply->status == kOk || reply->status == kForbidden ||
                       reply->status == kNotFound || reply->status == kConflict;
  if (!decided) return false;
  if (reply->status == kOk) hooks_.log("ticket " + id + " was never printed: taken back");
  return true;
}

std::optional<domain::Timestamp> last_sign_of_life(
    SharedStore& store, const std::optional<domain::Timestamp>& clock_memory) {
  const auto newest = store.with([](store::DeviceStore& open) { return open.latest_tickets(1); });
  std::optional<domain::Timestamp> latest = clock_memory;
  if (newest && !newest->empty()) {
    latest = std::max(latest.value_or(newest->front().issued_at), newest->front().issued_at);
  }
  return latest;
}

}  // namespace navbat::client
