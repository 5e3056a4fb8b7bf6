#include "server_sync/store/device_store.h"

#include <gtest/gtest.h>

#include "server_sync/store/sqlite/sqlite_device_store.h"
#include "tests/store/branch_database.h"
#include "tests/support/test_branch.h"

namespace navbat::store {
namespace {

using domain::PrintState;
using std::chrono::seconds;

const domain::BusinessDay kMonday{std::chrono::year(2026) / 11 / 23};
const domain::BusinessDay kTuesday = kMonday.plus_days(1);
const domain::Timestamp kNine = domain::from_unix_ms(1795410000000);

DeviceTicket ticket(std::uint64_t id, std::int32_t number) {
  DeviceTicket one;
  one.id = testing::test_id(id);
  one.day = kMonday;
  one.label = {"AX", number};
  one.service = domain::ServiceId("cash");
  one.language = domain::LanguageTag("uz-Cyrl");
  one.issued_at = kNine + seconds(id);
  one.offline = true;
  return one;
}

OutboxEvent event(const std::string& payload) { return {0, kNine, "ticket_issued", payload}; }

class Device : public ::testing::Test {
 protected:
  Device() { open(1); }
  void open(std::uint8_t random) {
    store_.reset();
    std::array<std::uint8_t, 16> bytes{};
    bytes.fill(random);
    auto opened = sqlite::SqliteDeviceStore::open(dir_.file("device.db"), bytes);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    store_ = std::move(*opened);
  }

  [[nodiscard]] bool set_state(std::uint64_t id, PrintState state) {
    return store_->set_print_state(testing::test_id(id), state).has_value();
  }
  // The ticket as it stands on disk.
  DeviceTicket reread(std::uint64_t id) {
    open(1);
    return value_of(store_->find_ticket(testing::test_id(id))).value_or(DeviceTicket{});
  }

  testing::TempDir dir_;
  std::unique_ptr<sqlite::SqliteDeviceStore> store_;
};

TEST_F(Device, KeepsItsEpochAsLongAsItsFile) {
  const std::string epoch = store_->epoch();
  EXPECT_EQ(epoch, "01010101010101010101010101010101");
  open(2);
  EXPECT_EQ(store_->epoch(), epoch);
}

TEST_F(Device, RecordsATicketAndItsEventTogether) {
  DeviceTicket one = ticket(1, 1);
  one.promise = domain::Promise{seconds(60), seconds(120), seconds(180), kNine};
  EXPECT_EQ(value_of(store_->record_ticket(one, event("{\"a\":1}"))), 1);
  open(1);
  const auto back = value_of(store_->find_ticket(one.id));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->label, one.label);
  EXPECT_EQ(back->day, one.day);
  EXPECT_EQ(back->service, one.service);
  EXPECT_EQ(back->language, one.language);
  EXPECT_EQ(back->promise, one.promise);
  EXPECT_EQ(back->issued_at, one.issued_at);
  EXPECT_TRUE(back->offline);
  EXPECT_EQ(back->print_state, PrintState::kWaiting);
  EXPECT_EQ(back->copies, 0);
  EXPECT_FALSE(back->voided);
  EXPECT_TRUE(back->booking.empty());
  EXPECT_EQ(back->appointment, std::nullopt);
  const auto events = value_of(store_->events_after(0, 10));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].seq, 1);
  EXPECT_EQ(events[0].type, "ticket_issued");
  EXPECT_EQ(events[0].payload, "{\"a\":1}");
}

TEST_F(Device, NumbersEachSeriesOfEachDayFromOne) {
  EXPECT_EQ(value_of(store_->next_number(kMonday, "AX")), 1);
  value_of(store_->record_ticket(ticket(1, 1), event("")));
  EXPECT_EQ(value_of(store_->next_number(kMonday, "AX")), 2);
  EXPECT_EQ(value_of(store_->next_number(kMonday, "BX")), 1);
  EXPECT_EQ(value_of(store_->next_number(kTuesday, "AX")), 1);
  open(1);
  EXPECT_EQ(value_of(store_->next_number(kMonday, "AX")), 2);
}

TEST_F(Device, DoesNotCountTheServersNumbersAsItsOwn) {
  DeviceTicket online = ticket(1, 42);
  online.label.series = "A";
  online.offline = false;
  EXPECT_EQ(value_of(store_->record_ticket(online, std::nullopt)), 0);
  EXPECT_EQ(value_of(store_->next_number(kMonday, "A")), 1);
  EXPECT_TRUE(value_of(store_->events_after(0, 10)).empty());
}

TEST_F(Device, RefusesANumberOrAnIdTwiceAndChangesNothing) {
  value_of(store_->record_ticket(ticket(1, 1), event("first")));
  const auto same_number = store_->record_ticket(ticket(2, 1), event("x"));
  ASSERT_FALSE(same_number.has_value());
  EXPECT_EQ(same_number.error().code, ErrorCode::kConstraint);
  EXPECT_FALSE(store_->record_ticket(ticket(1, 2), event("x")).has_value());
  EXPECT_EQ(value_of(store_->events_after(0, 10)).size(), 1U);
  EXPECT_EQ(value_of(store_->outbox_status()).last_seq, 1);
  EXPECT_EQ(value_of(store_->next_number(kMonday, "AX")), 2);
}

TEST_F(Device, OffersWhatWasNotPrintedNewestFirst) {
  for (const int n : {1, 2, 3})
    value_of(store_->record_ticket(ticket(static_cast<std::uint64_t>(n), n), event("")));
  ASSERT_TRUE(set_state(2, PrintState::kPrinted));
  open(1);
  const auto left = value_of(store_->unprinted(kNine));
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].label.number, 3);
  EXPECT_EQ(left[1].label.number, 1);
  EXPECT_EQ(value_of(store_->unprinted(kNine + seconds(2))).size(), 1U);
  const auto latest = value_of(store_->latest_tickets(2));
  ASSERT_EQ(latest.size(), 2U);
  EXPECT_EQ(latest[1].print_state, PrintState::kPrinted);
}

TEST_F(Device, SendsEventsInOrderUntilTheyAreAcknowledged) {
  for (const char* payload : {"a", "b", "c"}) value_of(store_->append_event(event(payload)));
  const auto page = value_of(store_->events_after(1, 1));
  ASSERT_EQ(page.size(), 1U);
  EXPECT_EQ(page[0].payload, "b");
  ASSERT_TRUE(store_->mark_acked(2).has_value());
  ASSERT_TRUE(store_->mark_acked(1).has_value());
  EXPECT_EQ(value_of(store_->outbox_status()).acked_seq, 2) << "never back";
  EXPECT_EQ(store_->mark_acked(4).error().code, ErrorCode::kMisuse);
  open(1);
  EXPECT_EQ(value_of(store_->outbox_status()).acked_seq, 2);
  EXPECT_EQ(value_of(store_->outbox_status()).last_seq, 3);
}

TEST_F(Device, KeepsEachStepOfAPaper) {
  value_of(store_->record_ticket(ticket(1, 1), event("")));
  for (const PrintState state : {PrintState::kSending, PrintState::kUnknown, PrintState::kFailed,
                                 PrintState::kSending, PrintState::kPrinted}) {
    ASSERT_TRUE(set_state(1, state));
    EXPECT_EQ(reread(1).print_state, state) << domain::to_string(state);
  }
}

TEST_F(Device, CountsThePapersThatCameOut) {
  value_of(store_->record_ticket(ticket(1, 1), event("")));
  ASSERT_TRUE(set_state(1, PrintState::kPrinted));
  ASSERT_TRUE(set_state(1, PrintState::kPrinted));
  EXPECT_EQ(reread(1).copies, 1) << "said twice, printed once";
  ASSERT_TRUE(set_state(1, PrintState::kSending));
  ASSERT_TRUE(set_state(1, PrintState::kFailed));
  EXPECT_EQ(reread(1).copies, 1);
  ASSERT_TRUE(set_state(1, PrintState::kSending));
  ASSERT_TRUE(set_state(1, PrintState::kPrinted));
  EXPECT_EQ(reread(1).copies, 2);
}

TEST_F(Device, AVoidedTicketIsNotOfferedForAReprintAndTheServerIsTold) {
  for (const int n : {1, 2})
    value_of(store_->record_ticket(ticket(static_cast<std::uint64_t>(n), n), event("")));
  EXPECT_EQ(value_of(store_->void_ticket(testing::test_id(1), event("void 1"))), 3);
  EXPECT_EQ(value_of(store_->void_ticket(testing::test_id(9), event("void another's"))), 4);
  EXPECT_TRUE(reread(1).voided);
  EXPECT_FALSE(reread(2).voided);
  const auto left = value_of(store_->unprinted(kNine));
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].label.number, 2);
  EXPECT_EQ(value_of(store_->events_after(2, 10))[0].payload, "void 1");
}

TEST_F(Device, FindsATicketByItsLabelOnItsDay) {
  value_of(store_->record_ticket(ticket(1, 1), event("")));
  DeviceTicket tomorrow = ticket(2, 1);
  tomorrow.day = kTuesday;
  value_of(store_->record_ticket(tomorrow, event("")));
  EXPECT_EQ(value_of(store_->find_label(kMonday, {"AX", 1}))->id, testing::test_id(1));
  EXPECT_EQ(value_of(store_->find_label(kTuesday, {"AX", 1}))->id, testing::test_id(2));
  EXPECT_FALSE(value_of(store_->find_label(kMonday, {"AX", 2})).has_value());
}

TEST_F(Device, KnowsWhichBookingATicketWasTakenFor) {
  DeviceTicket booked = ticket(1, 1);
  booked.booking = "204711";
  booked.appointment = kNine + seconds(900);
  value_of(store_->record_ticket(booked, event("")));
  open(1);
  const auto found = value_of(store_->find_booking("204711"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, booked.id);
  EXPECT_EQ(found->appointment, booked.appointment);
  EXPECT_FALSE(value_of(store_->find_booking("204712")).has_value());
  value_of(store_->void_ticket(booked.id, event("void")));
  EXPECT_FALSE(value_of(store_->find_booking("204711")).has_value()) << "free again";
}

TEST_F(Device, ForgetsOldTicketsAndWhatIsSentAndNeverReusesASeq) {
  value_of(store_->record_ticket(ticket(1, 1), event("sent")));
  value_of(store_->record_ticket(ticket(2, 2), event("not sent")));
  ASSERT_TRUE(set_state(1, PrintState::kPrinted));
  ASSERT_TRUE(store_->mark_acked(1).has_value());
  ASSERT_TRUE(store_->forget_before(kMonday).has_value());
  EXPECT_EQ(value_of(store_->latest_tickets(9)).size(), 2U);
  ASSERT_TRUE(store_->forget_before(kMonday.plus_days(30)).has_value());
  EXPECT_TRUE(value_of(store_->latest_tickets(9)).empty()) << "printed or not";
  ASSERT_EQ(value_of(store_->events_after(0, 10)).size(), 1U);
  EXPECT_EQ(value_of(store_->events_after(0, 10))[0].payload, "not sent");
  ASSERT_TRUE(store_->mark_acked(2).has_value());
  ASSERT_TRUE(store_->forget_before(kMonday.plus_days(30)).has_value());
  EXPECT_EQ(value_of(store_->append_event(event("new"))), 3);
  EXPECT_EQ(value_of(store_->next_number(kMonday, "AX")), 3);
}

TEST_F(Device, AFileOfTheFirstStepKeepsItsTicketsAndTheirPapers) {
  const std::string path = dir_.file("old.db");
  const sqlite::Schema& newest = sqlite::device_schema();
  {
    const sqlite::Schema first{newest.name, newest.application_id, newest.migrations.first(1)};
    auto old = sqlite::Database::open_writer(path, first);
    ASSERT_TRUE(old.has_value()) << old.error().message;
    for (const std::string printed : {"0", "1"}) {
      const std::string sql = "INSERT INTO tickets VALUES (x'" + std::string(31, '0') + printed +
                              "', 20261123, 'AX', 1 + " + printed +
                              ", 'cash', 'uz', 1795410000000, 60, 120, 180, 1795410000000, 1, " +
                              printed + ")";
      ASSERT_TRUE(old->script(sql.c_str()).has_value());
    }
  }
  auto opened = sqlite::SqliteDeviceStore::open(path, {});
  ASSERT_TRUE(opened.has_value()) << opened.error().message;
  const auto tickets = value_of((*opened)->latest_tickets(9));
  ASSERT_EQ(tickets.size(), 2U);
  for (const DeviceTicket& ticket : tickets) {
    const bool printed = ticket.label.number == 2;
    EXPECT_EQ(ticket.print_state, printed ? PrintState::kPrinted : PrintState::kWaiting);
    EXPECT_EQ(ticket.copies, printed ? 1 : 0);
    EXPECT_EQ(ticket.promise->limit, seconds(180));
  }
  EXPECT_EQ(value_of((*opened)->unprinted(kNine)).size(), 1U);
}

TEST_F(Device, KeepsSmallFacts) {
  EXPECT_EQ(value_of(store_->fact("token")), std::nullopt);
  ASSERT_TRUE(store_->save_fact("token", "one").has_value());
  ASSERT_TRUE(store_->save_fact("token", "two").has_value());
  open(1);
  EXPECT_EQ(value_of(store_->fact("token")), "two");
}

}  // namespace
}  // namespace navbat::store
