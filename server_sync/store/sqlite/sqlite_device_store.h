// The device store on SQLite: one file, one connection, a durable commit for each ticket.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "server_sync/store/device_store.h"
#include "server_sync/store/sqlite/connection.h"

namespace navbat::store::sqlite {

inline constexpr const char* kDeviceFileName = "device.db";

[[nodiscard]] const Schema& device_schema();

class SqliteDeviceStore final : public DeviceStore {
 public:
  /// Opens or makes the file; the caller holds the DirectoryLock of its folder. `random` names the
  /// epoch of a new file and is 16 bytes of good randomness; it is not used for an existing one.
  [[nodiscard]] static Result<std::unique_ptr<SqliteDeviceStore>> open(
      const std::string& path, const std::array<std::uint8_t, 16>& random,
      const OpenOptions& options = {});

  [[nodiscard]] const std::string& epoch() const override { return epoch_; }
  [[nodiscard]] Result<std::optional<std::string>> fact(std::string_view name) override;
  [[nodiscard]] Status save_fact(std::string_view name, std::string_view value) override;
  [[nodiscard]] Result<std::int32_t> next_number(const domain::BusinessDay& day,
                                                 const std::string& series) override;
  [[nodiscard]] Result<std::int64_t> record_ticket(
      const DeviceTicket& ticket, const std::optional<OutboxEvent>& event) override;
  [[nodiscard]] Status set_print_state(const domain::TicketId& ticket,
                                       domain::PrintState state) override;
  [[nodiscard]] Result<std::int64_t> void_ticket(const domain::TicketId& ticket,
                                                 const OutboxEvent& event) override;
  [[nodiscard]] Result<std::optional<DeviceTicket>> find_ticket(
      const domain::TicketId& ticket) override;
  [[nodiscard]] Result<std::optional<DeviceTicket>> find_label(const domain::BusinessDay& day,
                                                               const domain::Label& label) override;
  [[nodiscard]] Result<std::optional<DeviceTicket>> find_booking(
      const std::string& booking) override;
  [[nodiscard]] Result<std::vector<DeviceTicket>> unprinted(domain::Timestamp since) override;
  [[nodiscard]] Result<std::vector<DeviceTicket>> latest_tickets(std::size_t limit) override;
  [[nodiscard]] Result<std::int64_t> append_event(const OutboxEvent& event) override;
  [[nodiscard]] Result<OutboxStatus> outbox_status() override;
  [[nodiscard]] Result<std::vector<OutboxEvent>> events_after(std::int64_t seq,
                                                              std::size_t limit) override;
  [[nodiscard]] Status mark_acked(std::int64_t seq) override;
  [[nodiscard]] Status forget_before(const domain::BusinessDay& day) override;

 private:
  explicit SqliteDeviceStore(std::unique_ptr<SqliteWriteConnection> connection)
      : connection_(std::move(connection)) {}

  // The open database; after a failure of the medium it is opened and verified anew first.
  [[nodiscard]] Result<Database*> ready();
  // Runs `work(Database&)`, which returns a Status, in a transaction.
  template <class Work>
  [[nodiscard]] Status write(Work work);
  // Runs `with(Database&)` and queues the event in one transaction; the event's seq.
  template <class Work>
  [[nodiscard]] Result<std::int64_t> write_event(const OutboxEvent& event, Work with);
  [[nodiscard]] Status read_epoch(const std::array<std::uint8_t, 16>& random);

  std::unique_ptr<SqliteWriteConnection> connection_;
  bool in_doubt_ = false;
  std::string epoch_;
};

}  // namespace navbat::store::sqlite
