#pragma once
// What a command may read and do while it has the writer's thread: the branch as it is, and
// recording events.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/branch_state.h"
#include "domain/business_day.h"
#include "domain/commands.h"
#include "domain/promise.h"
#include "server_sync/store/branch_store.h"

namespace navbat::server {

// The memory of a branch's authority; equal to the database whenever no batch is under way.
struct BranchMemory {
  BranchMemory(const domain::BranchConfig& config,
               std::unique_ptr<domain::PromiseEstimator> estimator)
      : state(config), promise(std::move(estimator)) {}

  domain::BranchState state;
  std::unique_ptr<domain::PromiseEstimator> promise;
  std::vector<domain::Event> unpublished;  // Of the batch under way.
  std::vector<std::string> warnings;       // The same.
};

// One command's stay on the writer's thread. Lives no longer than the command.
class BranchWork {
 public:
  BranchWork(BranchMemory& memory, const domain::BranchCalendar& calendar,
             store::BranchStore& store, store::Transaction& transaction, domain::Timestamp now,
             std::string actor);

  [[nodiscard]] const domain::BranchState& state() const { return memory_.state; }
  [[nodiscard]] const domain::PromiseEstimator& promise() const { return *memory_.promise; }
  [[nodiscard]] const domain::BranchCalendar& calendar() const { return calendar_; }
  [[nodiscard]] const domain::BranchId& branch() const { return state().config().id; }
  [[nodiscard]] domain::Timestamp now() const { return now_; }
  [[nodiscard]] const std::string& actor() const { return actor_; }
  [[nodiscard]] store::BranchStore& store() { return store_; }
  [[nodiscard]] store::Transaction& transaction() { return transaction_; }

  // The ticket, of the open day or of one gone by; nothing when this branch never had it.
  [[nodiscard]] store::Result<std::optional<domain::Ticket>> find_ticket(
      const domain::TicketId& id);

  [[nodiscard]] store::Result<std::optional<domain::Appointment>> find_appointment(
      const domain::BookingCode& code) {
    return store_.find_appointment(transaction_, branch(), code);
  }

  // Applies the events to the memory, as having happened at `at` (now, unless given).
  void record(std::vector<domain::EventPayload> payloads,
              std::optional<domain::Timestamp> at = std::nullopt);

  // Records what followed from an offline ticket: it was issued at `at`, the rest happens now.
  void record_adopted(std::vector<domain::EventPayload> payloads, domain::Timestamp at);

  // Something that a person should look at; said once it is durable.
  void warn(std::string text) { memory_.warnings.push_back(std::move(text)); }

  // Records what was decided; a rejection passes through.
  template <typename Decision>
  [[nodiscard]] domain::Outcome<void> carry_out(Decision decision) {
    if (!decision) return tl::unexpected(std::move(decision.error()));
    record(std::move(*decision));
    return {};
  }

  // Writes what was recorded since the last flush into the transaction: events, and the state of
  // each ticket and each appointment they touched.
  [[nodiscard]] store::Status flush();

 private:
  void record_one(domain::EventPayload payload, domain::Timestamp at);
  [[nodiscard]] store::Status save_touched();
  [[nodiscard]] store::Status save_appointments();
  template <typename Event>
  [[nodiscard]] store::Status change_appointment(const domain::BookingCode& code,
                                                 const Event& event);

  BranchMemory& memory_;
  const domain::BranchCalendar& calendar_;
  store::BranchStore& store_;
  store::Transaction& transaction_;
  const domain::Timestamp now_;
  const std::string actor_;
  std::vector<domain::Event> recorded_;  // Not flushed yet.
  std::size_t saved_ = 0;                // Events whose tickets are written already.
  std::optional<store::Error> failure_;
  bool day_opened_ = false;
};

}  // namespace navbat::server
