// The branch store on SQLite. Holds nothing itself: every function works on the connection of the
// view or transaction it is given, so one object serves all threads.
#pragma once

#include "server_sync/store/branch_store.h"

namespace navbat::store::sqlite {

class SqliteBranchStore final : public BranchStore {
 public:
  [[nodiscard]] Result<BranchHead> lock_branch(Transaction& transaction,
                                               const domain::BranchId& branch) override;
  [[nodiscard]] Result<BranchHead> head(ReadView& view, const domain::BranchId& branch) override;
  [[nodiscard]] Status append_events(Transaction& transaction, const domain::BranchId& branch,
                                     std::span<const StoredEvent> events) override;
  [[nodiscard]] Status save_ticket(Transaction& transaction, const domain::BranchId& branch,
                                   const domain::Ticket& ticket) override;
  [[nodiscard]] Status save_learned(Transaction& transaction, const domain::BranchId& branch,
                                    std::string_view learned) override;

  [[nodiscard]] Result<std::optional<StoredAnswer>> find_answer(ReadView& view,
                                                                std::string_view scope,
                                                                std::string_view key) override;
  [[nodiscard]] Status save_answer(Transaction& transaction, std::string_view scope,
                                   std::string_view key, const StoredAnswer& answer) override;

  [[nodiscard]] Result<std::int64_t> acked_seq(ReadView& view, const domain::NodeId& node,
                                               std::string_view epoch) override;
  [[nodiscard]] Status save_acked_seq(Transaction& transaction, const domain::NodeId& node,
                                      std::string_view epoch, std::int64_t seq) override;
  [[nodiscard]] Status set_aside(Transaction& transaction, const domain::NodeId& node,
                                 std::string_view epoch, std::int64_t seq, std::string_view reason,
                                 std::string_view raw, domain::Timestamp at) override;

  [[nodiscard]] Result<std::vector<StoredEvent>> events_after(ReadView& view,
                                                              const domain::BranchId& branch,
                                                              std::int64_t version,
                                                              std::size_t limit) override;
  [[nodiscard]] Result<std::vector<StoredEvent>> events_of_open_day(
      ReadView& view, const domain::BranchId& branch) override;
  [[nodiscard]] Result<std::optional<StoredTicket>> find_ticket(
      ReadView& view, const domain::TicketId& ticket) override;
  [[nodiscard]] Result<std::optional<domain::TicketId>> find_label(
      ReadView& view, const domain::BranchId& branch, const domain::BusinessDay& day,
      const domain::Label& label) override;
  [[nodiscard]] Result<std::vector<domain::Ticket>> tickets_of(
      ReadView& view, const domain::BranchId& branch, const domain::NodeId& origin,
      const domain::BusinessDay& first, domain::Timestamp since, std::size_t limit) override;

  [[nodiscard]] Status save_appointment(Transaction& transaction, const domain::BranchId& branch,
                                        const domain::Appointment& appointment) override;
  [[nodiscard]] Result<std::optional<domain::Appointment>> find_appointment(
      ReadView& view, const domain::BranchId& branch, const domain::BookingCode& code) override;
  [[nodiscard]] Result<std::vector<domain::Appointment>> appointments(
      ReadView& view, const domain::BranchId& branch, domain::Timestamp from, domain::Timestamp to,
      std::size_t limit) override;

  [[nodiscard]] Result<std::vector<domain::Visit>> visits(ReadView& view,
                                                          const domain::BranchId& branch,
                                                          const domain::BusinessDay& first,
                                                          const domain::BusinessDay& last) override;
};

}  // namespace navbat::store::sqlite
