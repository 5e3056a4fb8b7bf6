#pragma once
// What the server writes for one new ticket: an event, the ticket, and the answer that was given.
// Used where tests ask whether all of it is there or nothing.

#include <string>

#include "server_sync/store/branch_store.h"
#include "tests/support/test_branch.h"

namespace navbat::store {

inline const domain::BranchId kDemoBranch("demo");
inline const domain::BusinessDay kDemoDay{std::chrono::year(2026) / 11 / 23};
inline constexpr std::string_view kDemoScope = "device:kiosk-1";

/// Ticket number n, written as event version n.
inline domain::Ticket ticket_number(std::int32_t n) {
  domain::Ticket ticket;
  ticket.id = testing::test_id(static_cast<std::uint64_t>(n));
  ticket.label = {"A", n};
  ticket.day = kDemoDay;
  ticket.service = domain::ServiceId("cash");
  ticket.language = domain::LanguageTag("uz");
  ticket.origin = domain::NodeId("kiosk-1");
  ticket.issued_at = domain::from_unix_ms(1795410000000 + n * 1000LL);
  ticket.joined_at = ticket.issued_at;
  return ticket;
}

inline Status write_ticket_number(BranchStore& store, Transaction& transaction, std::int32_t n) {
  const domain::Ticket ticket = ticket_number(n);
  StoredEvent event;
  event.version = n;
  event.day = kDemoDay;
  event.at = event.recorded_at = ticket.issued_at;
  event.type = "ticket_issued";
  event.ticket = ticket.id;
  event.actor = "device:kiosk-1";
  event.payload = R"({"label":")" + ticket.label.to_string() + R"(","service":"cash"})";
  if (Status done = store.append_events(transaction, kDemoBranch, {&event, 1}); !done) return done;
  if (Status done = store.save_ticket(transaction, kDemoBranch, ticket); !done) return done;
  return store.save_answer(transaction, kDemoScope, std::to_string(n),
                           {std::string(32, 'h'), 201, event.payload});
}

/// How much of ticket n there is: 0 nothing, 3 all (event, ticket, answer), -1 when a query fails.
inline int parts_of_ticket(BranchStore& store, ReadView& view, std::int32_t n) {
  const auto events = store.events_after(view, kDemoBranch, n - 1, 1);
  const auto ticket = store.find_ticket(view, testing::test_id(static_cast<std::uint64_t>(n)));
  const auto answer = store.find_answer(view, kDemoScope, std::to_string(n));
  if (!events || !ticket || !answer) return -1;
  return (events->empty() ? 0 : 1) + (*ticket ? 1 : 0) + (*answer ? 1 : 0);
}

}  // namespace navbat::store
