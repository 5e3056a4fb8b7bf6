#include "server_sync/store/branch_store.h"

#include <gtest/gtest.h>

#include "tests/store/branch_database.h"
#include "tests/store/small_schema.h"
#include "tests/support/test_branch.h"

namespace navbat::store {
namespace {

using domain::Ticket;
using domain::TicketState;
using std::chrono::seconds;

const domain::BranchId kBranch("demo");
const domain::BranchId kOther("other");
const domain::BusinessDay kMonday{std::chrono::year(2026) / 11 / 23};
const domain::BusinessDay kTuesday = kMonday.plus_days(1);
const domain::Timestamp kNine = domain::from_unix_ms(1795410000000);

StoredEvent event(std::int64_t version, const std::string& type = "ticket_issued",
                  const domain::BusinessDay& day = kMonday) {
  StoredEvent one;
  one.version = version;
  one.day = day;
  one.at = kNine;
  one.recorded_at = kNine + seconds(1);
  one.type = type;
  one.actor = "device:kiosk-1";
  one.payload = std::string("{\"n\":\0}", 7);
  return one;
}

Ticket ticket(std::uint64_t id, std::int32_t number, const domain::BusinessDay& day = kMonday) {
  Ticket one;
  one.id = testing::test_id(id);
  one.label = {"A", number};
  one.day = day;
  one.service = domain::ServiceId("cash");
  one.language = domain::LanguageTag("uz");
  one.origin = domain::NodeId("kiosk-1");
  one.issued_at = kNine + seconds(number);
  one.joined_at = one.issued_at;
  return one;
}

Ticket called(Ticket one, const std::string& counter) {
  one.state = TicketState::kCalled;
  one.counter = domain::CounterId(counter);
  one.teller = domain::TellerId("teller" + counter);
  one.called_at = one.issued_at + seconds(300);
  return one;
}

class BranchStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    database.must_write([&](Transaction& transaction) {
      return store().lock_branch(transaction, kBranch).map([](const BranchHead&) {});
    });
  }
  BranchStore& store() { return database.branches; }
  Status append(const std::vector<StoredEvent>& events) {
    return database.write([&](Transaction& transaction) {
      return store().append_events(transaction, kBranch, events);
    });
  }
  Status save(const Ticket& one) {
    return database.write(
        [&](Transaction& transaction) { return store().save_ticket(transaction, kBranch, one); });
  }
  Ticket found(const domain::TicketId& id) {
    const auto stored = value_of(store().find_ticket(*database.view(), id));
    EXPECT_TRUE(stored.has_value());
    return stored.value_or(StoredTicket{}).ticket;
  }
  BranchHead head() {
    BranchHead now;
    database.must_write([&](Transaction& transaction) -> Status {
      now = value_of(store().lock_branch(transaction, kBranch));
      return {};
    });
    return now;
  }
  Status execute(const std::string& sql) {
    return database.connection->database()->script(sql.c_str());
  }

  BranchDatabase database;
};

using EventLog = BranchStoreTest;

TEST_F(EventLog, GivesBackEveryByteInOrder) {
  StoredEvent first = event(1, "day_opened");
  StoredEvent second = event(2);
  second.ticket = testing::test_id(7);
  ASSERT_TRUE(append({first, second}).has_value());
  database.reopen();
  const auto events = value_of(store().events_after(*database.view(), kBranch, 0, 10));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].version, 2);
  EXPECT_EQ(events[1].day, kMonday);
  EXPECT_EQ(events[1].at, second.at);
  EXPECT_EQ(events[1].recorded_at, second.recorded_at);
  EXPECT_EQ(events[1].type, second.type);
  EXPECT_EQ(events[1].ticket, second.ticket);
  EXPECT_EQ(events[1].actor, second.actor);
  EXPECT_EQ(events[1].payload, second.payload);
  EXPECT_EQ(events[0].ticket, std::nullopt);
}

TEST_F(EventLog, MovesTheHeadAndTheDay) {
  EXPECT_EQ(head().version, 0);
  EXPECT_EQ(head().day, std::nullopt);
  ASSERT_TRUE(append({event(1, "day_opened"), event(2), event(3)}).has_value());
  EXPECT_EQ(head().version, 3);
  EXPECT_EQ(head().day, kMonday);
}

TEST_F(EventLog, TellsTheHeadOfABranchWithoutMakingIt) {
  EXPECT_EQ(value_of(store().head(*database.view(), kOther)).version, 0);
  ASSERT_TRUE(append({event(1, "day_opened")}).has_value());
  EXPECT_EQ(value_of(store().head(*database.view(), kBranch)).version, 1);
  EXPECT_EQ(count_of(*database.connection->database(), "SELECT count(*) FROM branches"), 1);
}

TEST_F(EventLog, RefusesAGapAndARepetitionAndChangesNothing) {
  ASSERT_TRUE(append({event(1, "day_opened")}).has_value());
  EXPECT_FALSE(append({event(3)}).has_value());
  EXPECT_FALSE(append({event(1)}).has_value());
  EXPECT_FALSE(append({event(2), event(4)}).has_value());
  EXPECT_EQ(head().version, 1);
  EXPECT_EQ(value_of(store().events_after(*database.view(), kBranch, 0, 10)).size(), 1U);
}

TEST_F(EventLog, PagesAfterAVersion) {
  ASSERT_TRUE(append({event(1, "day_opened"), event(2), event(3), event(4)}).has_value());
  const auto page = value_of(store().events_after(*database.view(), kBranch, 1, 2));
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].version, 2);
  EXPECT_EQ(page[1].version, 3);
  EXPECT_TRUE(value_of(store().events_after(*database.view(), kBranch, 4, 2)).empty());
  EXPECT_TRUE(value_of(store().events_after(*database.view(), kOther, 0, 2)).empty());
}

TEST_F(EventLog, StartsTheOpenDayAtItsOpening) {
  EXPECT_TRUE(value_of(store().events_of_open_day(*database.view(), kBranch)).empty());
  ASSERT_TRUE(append({event(1, "day_opened"), event(2)}).has_value());
  ASSERT_TRUE(append({event(3, "day_opened", kTuesday), event(4, "x", kTuesday)}).has_value());
  const auto events = value_of(store().events_of_open_day(*database.view(), kBranch));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].version, 3);
  EXPECT_EQ(head().day, kTuesday);
}

TEST_F(EventLog, RefusesToBeChangedOrShortened) {
  ASSERT_TRUE(append({event(1, "day_opened")}).has_value());
  for (const char* sql :
       {"UPDATE events SET type = 'x'", "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT branch, version, day, 0, 0, 'x', NULL, '', x'' "
        "FROM events"}) {
    const Status refused = execute(sql);
    ASSERT_FALSE(refused.has_value()) << sql;
    EXPECT_EQ(refused.error().code, ErrorCode::kConstraint);
    EXPECT_NE(refused.error().message.find("events are append-only"), std::string::npos);
  }
}

using TicketTable = BranchStoreTest;

TEST_F(TicketTable, GivesBackEveryField) {
  Ticket full = called(ticket(1, 42), "3");
  full.priority = domain::PriorityReason::kPregnancy;
  full.appointment = kNine + seconds(60);
  full.phone = "+998901234567";
  full.joined_at = kNine + seconds(90);
  full.started_at = kNine + seconds(400);
  full.ended_at = kNine + seconds(500);
  full.state = TicketState::kFinished;
  full.promise = domain::Promise{seconds(60), seconds(120), seconds(180), kNine};
  full.recalls = 1;
  full.transfers = 2;
  full.overtaken = 3;
  ASSERT_TRUE(save(full).has_value());
  const auto stored = value_of(store().find_ticket(*database.view(), full.id));
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->branch, kBranch);
  const Ticket& back = stored->ticket;
  EXPECT_EQ(back.id, full.id);
  EXPECT_EQ(back.label, full.label);
  EXPECT_EQ(back.day, full.day);
  EXPECT_EQ(back.service, full.service);
  EXPECT_EQ(back.language, full.language);
  EXPECT_EQ(back.priority, full.priority);
  EXPECT_EQ(back.appointment, full.appointment);
  EXPECT_EQ(back.phone, full.phone);
  EXPECT_EQ(back.origin, full.origin);
  EXPECT_EQ(back.state, full.state);
  EXPECT_EQ(back.issued_at, full.issued_at);
  EXPECT_EQ(back.joined_at, full.joined_at);
  EXPECT_EQ(back.called_at, full.called_at);
  EXPECT_EQ(back.started_at, full.started_at);
  EXPECT_EQ(back.ended_at, full.ended_at);
  EXPECT_EQ(back.counter, full.counter);
  EXPECT_EQ(back.teller, full.teller);
  EXPECT_EQ(back.promise, full.promise);
  EXPECT_EQ(back.recalls, full.recalls);
  EXPECT_EQ(back.transfers, full.transfers);
  EXPECT_EQ(back.overtaken, full.overtaken);
}

TEST_F(TicketTable, FollowsATicketThroughItsStates) {
  for (const TicketState state :
       {TicketState::kWaiting, TicketState::kCalled, TicketState::kServing, TicketState::kOnHold,
        TicketState::kNoShow, TicketState::kCancelled, TicketState::kFinished}) {
    Ticket one = ticket(1, 1);
    one.state = state;
    one.service = domain::ServiceId(state == TicketState::kOnHold ? "loans" : "cash");
    ASSERT_TRUE(save(one).has_value());
    EXPECT_EQ(found(one.id).state, state);
    EXPECT_EQ(found(one.id).service, one.service);
  }
  EXPECT_EQ(count_of(*database.connection->database(), "SELECT count(*) FROM tickets"), 1);
}

TEST_F(TicketTable, TakesTheSameWaitingTicketAgainUnderTheSameOrAnotherNumber) {
  ASSERT_TRUE(save(ticket(1, 42)).has_value());
  ASSERT_TRUE(save(ticket(1, 42)).has_value());
  Ticket printed = ticket(1, 42);
  printed.label = {"AX", 1};
  ASSERT_TRUE(save(printed).has_value());
  EXPECT_EQ(found(printed.id).label, printed.label);
  ASSERT_TRUE(save(ticket(2, 42)).has_value());
  EXPECT_FALSE(save(ticket(1, 42)).has_value()) << "the number is another's now";
  EXPECT_EQ(count_of(*database.connection->database(), "SELECT count(*) FROM tickets"), 2);
}

TEST_F(TicketTable, KnowsNothingOfAnUnknownId) {
  EXPECT_EQ(value_of(store().find_ticket(*database.view(), testing::test_id(9))).has_value(),
            false);
}

TEST_F(TicketTable, RefusesANumberTwiceADay) {
  ASSERT_TRUE(save(ticket(1, 42)).has_value());
  const Status twice = save(ticket(2, 42));
  ASSERT_FALSE(twice.has_value());
  EXPECT_EQ(twice.error().code, ErrorCode::kConstraint);
  EXPECT_TRUE(save(ticket(2, 42, kTuesday)).has_value());
}

TEST_F(TicketTable, RefusesACounterTwoCustomersAtOnce) {
  ASSERT_TRUE(save(called(ticket(1, 1), "3")).has_value());
  Ticket second = called(ticket(2, 2), "3");
  EXPECT_FALSE(save(second).has_value());
  second.state = TicketState::kServing;
  const Status refused = save(second);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kConstraint);
  Ticket done = called(ticket(1, 1), "3");
  done.state = TicketState::kFinished;
  ASSERT_TRUE(save(done).has_value());
  EXPECT_TRUE(save(second).has_value());
}

TEST_F(TicketTable, MovesATicketToTheNumberOnItsPaper) {
  ASSERT_TRUE(save(called(ticket(1, 42), "3")).has_value());
  Ticket printed = called(ticket(1, 42), "3");
  printed.label = {"AX", 1};
  printed.state = TicketState::kWaiting;
  ASSERT_TRUE(save(printed).has_value());
  EXPECT_EQ(found(printed.id).label, printed.label);
  EXPECT_EQ(found(printed.id).state, TicketState::kWaiting);
  EXPECT_TRUE(save(ticket(2, 42)).has_value()) << "the number is free again";
}

TEST_F(TicketTable, TellsWhoseNumberItIs) {
  ASSERT_TRUE(save(ticket(1, 42)).has_value());
  const auto owner = [&](const domain::BusinessDay& day, const domain::Label& label) {
    return value_of(store().find_label(*database.view(), kBranch, day, label));
  };
  EXPECT_EQ(owner(kMonday, {"A", 42}), testing::test_id(1));
  EXPECT_EQ(owner(kMonday, {"A", 41}), std::nullopt);
  EXPECT_EQ(owner(kTuesday, {"A", 42}), std::nullopt);
}

TEST_F(TicketTable, ReportsVisitsOfDaysByIssue) {
  ASSERT_TRUE(save(ticket(1, 2)).has_value());
  ASSERT_TRUE(save(called(ticket(2, 1), "3")).has_value());
  Ticket promised = ticket(3, 3, kTuesday);
  promised.promise = domain::Promise{seconds(60), seconds(120), seconds(180), kNine};
  ASSERT_TRUE(save(promised).has_value());

  const auto both = value_of(store().visits(*database.view(), kBranch, kMonday, kTuesday));
  ASSERT_EQ(both.size(), 3U);
  EXPECT_EQ(both[0].counter.value(), "3");
  EXPECT_EQ(both[0].teller.value(), "teller3");
  EXPECT_EQ(both[0].called_at, both[0].issued_at + seconds(300));
  EXPECT_TRUE(both[1].counter.empty());
  EXPECT_EQ(both[2].day, kTuesday);
  EXPECT_EQ(both[2].promise_limit, seconds(180));

  EXPECT_EQ(value_of(store().visits(*database.view(), kBranch, kTuesday, kTuesday)).size(), 1U);
  EXPECT_TRUE(value_of(store().visits(*database.view(), kOther, kMonday, kTuesday)).empty());
}

using Answers = BranchStoreTest;

TEST_F(Answers, AreKeptForGoodUnderScopeAndKey) {
  const StoredAnswer answer{std::string("\0hash", 5), 201, "{\"id\":1}"};
  const auto save_it = [&](Transaction& transaction) {
    return store().save_answer(transaction, "device:kiosk-1", "key", answer);
  };
  database.must_write(save_it);
  database.reopen();
  const auto again = value_of(store().find_answer(*database.view(), "device:kiosk-1", "key"));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->request_hash, answer.request_hash);
  EXPECT_EQ(again->status, 201);
  EXPECT_EQ(again->body, answer.body);
  EXPECT_FALSE(
      value_of(store().find_answer(*database.view(), "device:kiosk-2", "key")).has_value());
  EXPECT_FALSE(value_of(store().find_answer(*database.view(), "device:kiosk-1", "k")).has_value());

  EXPECT_EQ(database.write(save_it).error().code, ErrorCode::kConstraint);
  EXPECT_FALSE(execute("UPDATE answers SET status = 200").has_value());
  EXPECT_FALSE(execute("DELETE FROM answers").has_value());
}

TEST_F(Answers, AreSeenWithinTheirOwnTransaction) {
  database.must_write([&](Transaction& transaction) {
    const Status saved = store().save_answer(transaction, "s", "k", {"h", 204, ""});
    EXPECT_TRUE(value_of(store().find_answer(transaction, "s", "k")).has_value());
    return saved;
  });
}

using NodeProgress = BranchStoreTest;

TEST_F(NodeProgress, NeverGoesBackAndKnowsEachEpoch) {
  const domain::NodeId node("kiosk-1");
  const auto ack = [&](const std::string& epoch, std::int64_t seq) {
    database.must_write([&](Transaction& transaction) {
      return store().save_acked_seq(transaction, node, epoch, seq);
    });
  };
  const auto acked = [&](const std::string& epoch) {
    return value_of(store().acked_seq(*database.view(), node, epoch));
  };
  EXPECT_EQ(acked("one"), 0);
  ack("one", 7);
  ack("one", 5);
  ack("two", 1);
  EXPECT_EQ(acked("one"), 7);
  EXPECT_EQ(acked("two"), 1);
}

TEST_F(NodeProgress, KeepsWhatWasSetAsideOnce) {
  for (int i = 0; i < 2; ++i) {
    database.must_write([&](Transaction& transaction) {
      return store().set_aside(transaction, domain::NodeId("kiosk-1"), "one", 3, "unknown type",
                               "{}", kNine);
    });
  }
  EXPECT_EQ(count_of(*database.connection->database(), "SELECT count(*) FROM set_aside"), 1);
}

using Learned = BranchStoreTest;

TEST_F(Learned, IsReplacedAndSurvivesARestart) {
  for (const std::string text : {"first", "second"}) {
    database.must_write(
        [&](Transaction& transaction) { return store().save_learned(transaction, kBranch, text); });
  }
  database.reopen();
  EXPECT_EQ(value_of(store().head(*database.view(), kBranch)).learned, "second");
  EXPECT_EQ(value_of(store().head(*database.view(), kOther)).learned, "");
}

}  // namespace
}  // namespace navbat::store
