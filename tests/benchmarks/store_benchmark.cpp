// Durable tickets per second of the store, beside what bare SQLite does in the same run, and the
// time of a year's report. Prints a line each; measures, judges nothing.
//
//   navbat-bench-store [commits|year]

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "server_sync/store/group_commit_writer.h"
#include "server_sync/store/sqlite/branch_schema.h"
#include "server_sync/store/sqlite/connection.h"
#include "server_sync/store/sqlite/sqlite_branch_store.h"
#include "server_sync/store/sqlite/sqlite_device_store.h"
#include "tests/benchmarks/bare_sqlite_commit.h"
#include "tests/support/temp_dir.h"

namespace navbat::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;
using store::Status;

const domain::BranchId kBranch("demo");
const domain::BusinessDay kDay{std::chrono::year(2026) / 1 / 1};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

domain::Ticket ticket_number(int n, const domain::BusinessDay& day) {
  domain::TicketId::Bytes id{};
  for (std::size_t i = 0; i < 4; ++i) {
    id[i] = id[12 + i] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(n) >> (24 - 8 * i));
  }
  domain::Ticket ticket;
  ticket.id = domain::TicketId(id);
  ticket.label = {"A", n};
  ticket.day = day;
  ticket.service = domain::ServiceId("cash");
  ticket.language = domain::LanguageTag("uz");
  ticket.origin = domain::NodeId("kiosk-1");
  ticket.issued_at = domain::from_unix_ms(1767240000000 + n * 60'000LL);
  ticket.joined_at = ticket.issued_at;
  ticket.promise = {domain::Seconds(300), domain::Seconds(600), domain::Seconds(900),
                    ticket.issued_at};
  return ticket;
}

// The server's rows for ticket n.
Status write_ticket(store::BranchStore& branches, store::Transaction& transaction, int n) {
  const auto head = branches.lock_branch(transaction, kBranch);
  if (!head) return tl::unexpected(head.error());
  const domain::Ticket ticket = ticket_number(n, kDay);
  store::StoredEvent event;
  event.version = head->version + 1;
  event.day = kDay;
  event.at = event.recorded_at = ticket.issued_at;
  event.type = "ticket_issued";
  event.ticket = ticket.id;
  event.actor = "device:kiosk-1";
  event.payload = std::string(266, 'p');
  if (Status done = branches.append_events(transaction, kBranch, {&event, 1}); !done) return done;
  if (Status done = branches.save_ticket(transaction, kBranch, ticket); !done) return done;
  const std::string key = "8f14e45f-ceea-467f-a8e4-" + std::to_string(100000000000 + n);
  if (auto found = branches.find_answer(transaction, "device:kiosk-1", key); !found) {
    return tl::unexpected(found.error());
  }
  return branches.save_answer(transaction, "device:kiosk-1", key,
                              {std::string(64, 'h'), 201, std::string(493, 'b')});
}

// `tickets` through the group-commit writer, `clients` of them under way at any time.
CommitRate store_commits(const std::string& directory, int tickets, int clients) {
  auto connection = store::sqlite::SqliteWriteConnection::open(directory + "/branch.db",
                                                               store::sqlite::branch_schema());
  if (!connection) throw std::runtime_error(connection.error().message);
  store::sqlite::SqliteBranchStore branches;
  store::GroupCommitWriter writer(**connection, {});
  std::atomic<int> ended{0};
  std::atomic<int> failed{0};
  std::atomic<int> next{clients};
  std::function<void(int)> submit = [&](int n) {
    const Status taken = writer.submit({[&branches, n](store::Transaction& transaction) {
                                          return write_ticket(branches, transaction, n);
                                        },
                                        [&](const Status& outcome) {
                                          failed += outcome ? 0 : 1;
                                          // The client's next ticket; the last ones have none.
                                          if (const int following = ++next; following <= tickets)
                                            submit(following);
                                          ++ended;
                                          ended.notify_one();
                                        }});
    if (!taken) throw std::runtime_error(taken.error().message);
  };
  const double cpu_start = cpu_seconds();
  const auto start = Clock::now();
  writer.start();
  for (int n = 1; n <= clients; ++n) submit(n);
  for (int now = ended; now < tickets; now = ended) ended.wait(now);
  const double seconds = ms_since(start) / 1000;
  writer.stop();
  if (failed > 0) throw std::runtime_error(std::to_string(failed) + " tickets failed");
  const double per_commit = seconds * 1000 / static_cast<double>(writer.statistics().commits);
  return {tickets, tickets / seconds, per_commit, per_commit,
          (cpu_seconds() - cpu_start) * 1e6 / tickets};
}

CommitRate device_commits(const std::string& directory, int tickets) {
  auto device = store::sqlite::SqliteDeviceStore::open(directory + "/device.db", {});
  if (!device) throw std::runtime_error(device.error().message);
  std::vector<double> times_ms;
  const double cpu_start = cpu_seconds();
  const auto start = Clock::now();
  for (int n = 1; n <= tickets; ++n) {
    const domain::Ticket from = ticket_number(n, kDay);
    const auto before = Clock::now();
    const auto number = (*device)->next_number(kDay, "AX");
    const store::DeviceTicket ticket{.id = from.id,
                                     .day = kDay,
                                     .label = {"AX", number.value_or(0)},
                                     .service = from.service,
                                     .language = from.language,
                                     .promise = from.promise,
                                     .issued_at = from.issued_at,
                                     .offline = true};
    const auto recorded = (*device)->record_ticket(
        ticket, store::OutboxEvent{0, from.issued_at, "ticket_issued", std::string(266, 'p')});
    if (!recorded) throw std::runtime_error(recorded.error().message);
    times_ms.push_back(ms_since(before));
  }
  const double seconds = ms_since(start) / 1000;
  const double cpu = cpu_seconds() - cpu_start;
  std::sort(times_ms.begin(), times_ms.end());
  return {tickets, tickets / seconds, times_ms[times_ms.size() / 2],
          times_ms[times_ms.size() * 99 / 100], cpu * 1e6 / tickets};
}

// A year of 110,000 tickets, then the report over it, first and second time.
void report_a_year(const std::string& directory) {
  const std::string path = directory + "/year.db";
  auto connection =
      store::sqlite::SqliteWriteConnection::open(path, store::sqlite::branch_schema());
  if (!connection) throw std::runtime_error(connection.error().message);
  store::sqlite::SqliteBranchStore branches;
  constexpr int kDays = 365;
  constexpr int kTicketsADay = 302;
  int n = 0;
  for (int day = 0; day < kDays; ++day) {
    const auto transaction = (*connection)->begin();
    if (!transaction) throw std::runtime_error(transaction.error().message);
    if (!branches.lock_branch(**transaction, kBranch)) throw std::runtime_error("no branch");
    for (int i = 0; i < kTicketsADay; ++i) {
      domain::Ticket ticket = ticket_number(++n, kDay.plus_days(day));
      ticket.state = domain::TicketState::kFinished;
      ticket.counter = domain::CounterId(std::to_string(1 + i % 8));
      ticket.teller = domain::TellerId("teller" + ticket.counter->value());
      ticket.called_at = ticket.issued_at + domain::Seconds(400);
      ticket.started_at = ticket.issued_at + domain::Seconds(420);
      ticket.ended_at = ticket.issued_at + domain::Seconds(700);
      const Status saved = branches.save_ticket(**transaction, kBranch, ticket);
      if (!saved) throw std::runtime_error(saved.error().message);
    }
    if (const Status done = (*connection)->commit(); !done) {
      throw std::runtime_error(done.error().message);
    }
  }
  store::sqlite::ReaderPool readers(path, store::sqlite::branch_schema());
  for (const char* which : {"first", "second"}) {
    const double cpu_start = cpu_seconds();
    const auto start = Clock::now();
    auto reader = readers.acquire();
    if (!reader) throw std::runtime_error(reader.error().message);
    const auto visits = branches.visits(**reader, kBranch, kDay, kDay.plus_days(kDays));
    std::printf("visits of a year (%zu), %s time: %.0f ms, %.0f ms of CPU\n",
                visits ? visits->size() : 0, which, ms_since(start),
                (cpu_seconds() - cpu_start) * 1000);
  }
}

void compare_commits() {
  // Interleaved, so that a noisy moment of the disk meets both.
  for (int round = 1; round <= 3; ++round) {
    for (const int clients : {64, 512}) {
      const testing::TempDir dir;
      const CommitRate bare = bare_server_commits(dir.path(), 20'000, clients);
      const CommitRate ours = store_commits(dir.path(), 20'000, clients);
      const std::string in = std::to_string(clients);
      std::cout << to_line("bare SQLite, batches of " + in, bare) << "\n"
                << to_line("store, " + in + " under way", ours) << "\n";
      std::printf("store / bare: %.2f\n", ours.tickets_per_s / bare.tickets_per_s);
    }
    const testing::TempDir dir;
    std::cout << to_line("bare SQLite, a commit each", bare_server_commits(dir.path(), 1000, 1))
              << "\n";
    const CommitRate bare = bare_device_commits(dir.path(), 1000);
    const CommitRate ours = device_commits(dir.path(), 1000);
    std::cout << to_line("bare SQLite, a kiosk's ticket", bare) << "\n"
              << to_line("device store, a ticket", ours) << "\n";
    std::printf("device store / bare: p50 %.2f, p99 %.2f\n", ours.p50_ms / bare.p50_ms,
                ours.p99_ms / bare.p99_ms);
  }
}

void run(const std::string& what) {
  if (what != "year") compare_commits();
  if (what == "commits") return;
  const testing::TempDir dir;
  report_a_year(dir.path());
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int count, char** arguments) {
  try {
    navbat::benchmarks::run(count > 1 ? arguments[1] : "");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "navbat-bench-store: %s\n", error.what());
    return 1;
  }
  return 0;
}
