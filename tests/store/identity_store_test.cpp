#include "server_sync/store/identity_store.h"

#include <gtest/gtest.h>

#include "tests/store/branch_database.h"
#include "tests/store/small_schema.h"

namespace navbat::store {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const domain::BranchId kBranch("demo");
const domain::Timestamp kNow = domain::from_unix_ms(1795410000000);
const domain::Seconds kIdle = minutes(30);

SecretHash secret(std::uint8_t n) {
  SecretHash hash{};
  hash.fill(n);
  return hash;
}

class Identities : public ::testing::Test {
 protected:
  IdentityStore& store() { return database.identities; }
  std::int64_t add_user(const std::string& login) {
    User user;
    user.branch = kBranch;
    user.login = login;
    user.name = "A Teller";
    user.role = "teller";
    user.counter = domain::CounterId("3");
    user.password = "$argon2id$...";
    std::int64_t id = 0;
    database.must_write([&](Transaction& transaction) -> Status {
      id = value_of(store().add_user(transaction, user));
      return {};
    });
    return id;
  }
  void sign_in(std::int64_t user, std::uint8_t token) {
    Session session;
    session.token = secret(token);
    session.user = user;
    session.counter = domain::CounterId("4");
    session.csrf = "csrf";
    session.created_at = session.used_at = kNow;
    session.ends_at = kNow + hours(12);
    database.must_write(
        [&](Transaction& transaction) { return store().add_session(transaction, session); });
  }
  bool is_signed_in(std::uint8_t token, domain::Timestamp now) {
    return value_of(store().find_session(*database.view(), secret(token), now, kIdle)).has_value();
  }

  BranchDatabase database;
};

TEST_F(Identities, FindADeviceByItsTokenUntilItIsRevoked) {
  Device device{domain::NodeId("kiosk-1"), kBranch, "kiosk", "Entrance", secret(1), kNow, {}};
  const auto save = [&](Transaction& transaction) {
    return store().save_device(transaction, device);
  };
  database.must_write(save);
  const auto found = value_of(store().find_device(*database.view(), secret(1)));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->node, device.node);
  EXPECT_EQ(found->branch, kBranch);
  EXPECT_EQ(found->kind, "kiosk");
  EXPECT_EQ(found->name, "Entrance");
  EXPECT_EQ(found->enrolled_at, kNow);

  device.token = secret(2);
  database.must_write(save);
  EXPECT_FALSE(value_of(store().find_device(*database.view(), secret(1))).has_value());
  EXPECT_TRUE(value_of(store().find_device(*database.view(), secret(2))).has_value());

  for (const bool expected : {true, false}) {
    database.must_write([&](Transaction& transaction) -> Status {
      EXPECT_EQ(value_of(store().revoke_device(transaction, device.node, kNow)), expected);
      return {};
    });
  }
  EXPECT_FALSE(value_of(store().find_device(*database.view(), secret(2))).has_value());
  EXPECT_EQ(value_of(store().devices(*database.view(), kBranch)).at(0).revoked_at, kNow);
}

TEST_F(Identities, RefuseATokenThatAnotherDeviceHas) {
  const auto save = [&](const std::string& node) {
    return database.write([&](Transaction& transaction) {
      return store().save_device(transaction, {domain::NodeId(node), kBranch, "board", "Hall",
                                               secret(1), kNow, std::nullopt});
    });
  };
  EXPECT_TRUE(save("board-1").has_value());
  EXPECT_EQ(save("board-2").error().code, ErrorCode::kConstraint);
}

TEST_F(Identities, FindAUserByBranchAndLogin) {
  const std::int64_t id = add_user("teller3");
  EXPECT_GT(id, 0);
  auto user = value_of(store().find_user(*database.view(), kBranch, "teller3"));
  ASSERT_TRUE(user.has_value());
  EXPECT_EQ(user->id, id);
  EXPECT_EQ(user->counter, domain::CounterId("3"));
  EXPECT_EQ(user->blocked_at, std::nullopt);
  EXPECT_FALSE(
      value_of(store().find_user(*database.view(), domain::BranchId("x"), "teller3")).has_value());

  user->role = "manager";
  user->counter = std::nullopt;
  database.must_write(
      [&](Transaction& transaction) { return store().update_user(transaction, *user); });
  user = value_of(store().find_user(*database.view(), kBranch, "teller3"));
  EXPECT_EQ(user->role, "manager");
  EXPECT_EQ(user->counter, std::nullopt);

  const Status twice = database.write([&](Transaction& transaction) -> Status {
    return store().add_user(transaction, *user).map([](std::int64_t) {});
  });
  EXPECT_EQ(twice.error().code, ErrorCode::kConstraint);
}

TEST_F(Identities, ListUsersByLogin) {
  add_user("teller2");
  add_user("teller1");
  const auto users = value_of(store().users(*database.view(), kBranch));
  ASSERT_EQ(users.size(), 2U);
  EXPECT_EQ(users[0].login, "teller1");
}

TEST_F(Identities, KnowASessionAndWhoItStandsFor) {
  const std::int64_t user = add_user("teller3");
  sign_in(user, 9);
  const auto found = value_of(store().find_session(*database.view(), secret(9), kNow, kIdle));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->session.user, user);
  EXPECT_EQ(found->session.counter, domain::CounterId("4"));
  EXPECT_EQ(found->session.csrf, "csrf");
  EXPECT_EQ(found->session.ends_at, kNow + hours(12));
  EXPECT_EQ(found->user.login, "teller3");
  EXPECT_EQ(found->user.counter, domain::CounterId("3"));
  EXPECT_FALSE(is_signed_in(8, kNow));
}

TEST_F(Identities, EndASessionThatIsIdleOrTooOld) {
  sign_in(add_user("teller3"), 9);
  EXPECT_TRUE(is_signed_in(9, kNow + minutes(29)));
  EXPECT_FALSE(is_signed_in(9, kNow + minutes(30)));
  for (int hour = 0; hour <= 12; ++hour) {
    database.must_write([&](Transaction& transaction) {
      return store().touch_session(transaction, secret(9), kNow + hours(hour));
    });
  }
  EXPECT_TRUE(is_signed_in(9, kNow + hours(12) - minutes(1)));
  EXPECT_FALSE(is_signed_in(9, kNow + hours(12)));
}

TEST_F(Identities, NeverMoveTheLastUseBackwards) {
  sign_in(add_user("teller3"), 9);
  for (const auto at : {kNow + minutes(20), kNow - minutes(20)}) {
    database.must_write([&](Transaction& transaction) {
      return store().touch_session(transaction, secret(9), at);
    });
  }
  EXPECT_TRUE(is_signed_in(9, kNow + minutes(49)));
}

TEST_F(Identities, SignOutOneSessionOrAllOfAUser) {
  const std::int64_t user = add_user("teller3");
  for (const std::uint8_t token : std::array<std::uint8_t, 3>{1, 2, 3}) sign_in(user, token);
  database.must_write(
      [&](Transaction& transaction) { return store().end_session(transaction, secret(1)); });
  EXPECT_FALSE(is_signed_in(1, kNow));
  EXPECT_TRUE(is_signed_in(2, kNow));
  database.must_write(
      [&](Transaction& transaction) { return store().end_sessions_of(transaction, user); });
  EXPECT_FALSE(is_signed_in(2, kNow));
  EXPECT_FALSE(is_signed_in(3, kNow));
}

TEST_F(Identities, SignABlockedUserOut) {
  add_user("teller3");
  auto user = *value_of(store().find_user(*database.view(), kBranch, "teller3"));
  sign_in(user.id, 9);
  user.blocked_at = kNow;
  database.must_write(
      [&](Transaction& transaction) { return store().update_user(transaction, user); });
  EXPECT_FALSE(is_signed_in(9, kNow));
}

TEST_F(Identities, RemoveStaleSessionsOnly) {
  const std::int64_t user = add_user("teller3");
  sign_in(user, 1);
  sign_in(user, 2);
  database.must_write([&](Transaction& transaction) {
    return store().touch_session(transaction, secret(2), kNow + minutes(20));
  });
  database.must_write([&](Transaction& transaction) -> Status {
    EXPECT_EQ(value_of(store().remove_stale_sessions(transaction, kNow + minutes(40), kIdle)), 1);
    return {};
  });
  EXPECT_TRUE(is_signed_in(2, kNow + minutes(40)));
}

TEST_F(Identities, UseAnEnrolmentCodeOnceAndInTime) {
  for (const std::uint8_t n : std::array<std::uint8_t, 2>{1, 2}) {
    database.must_write([&](Transaction& transaction) {
      return store().add_code(
          transaction, {secret(n), kBranch, "kiosk", "Entrance", "manager", kNow + minutes(10)});
    });
  }
  const auto use = [&](std::uint8_t n, domain::Timestamp now) {
    std::optional<EnrolmentCode> code;
    database.must_write([&](Transaction& transaction) -> Status {
      code = value_of(store().use_code(transaction, secret(n), now));
      return {};
    });
    return code;
  };
  const auto code = use(1, kNow);
  ASSERT_TRUE(code.has_value());
  EXPECT_EQ(code->kind, "kiosk");
  EXPECT_EQ(code->name, "Entrance");
  EXPECT_EQ(code->made_by, "manager");
  EXPECT_FALSE(use(1, kNow).has_value()) << "used up";
  EXPECT_FALSE(use(2, kNow + minutes(10)).has_value()) << "expired";
  EXPECT_FALSE(use(3, kNow).has_value()) << "unknown";
  database.reopen();
  EXPECT_FALSE(use(1, kNow).has_value()) << "used up for good";
}

TEST_F(Identities, KeepAnAuditThatNobodyChanges) {
  for (const std::string action : {"session_created", "ticket_cancelled"}) {
    database.must_write([&](Transaction& transaction) {
      return store().append_audit(transaction, {kNow, kBranch, "teller3", action, "A042", ""});
    });
  }
  const auto entries = value_of(store().audit(*database.view(), kBranch, 10));
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].action, "ticket_cancelled");
  EXPECT_EQ(entries[0].subject, "A042");
  EXPECT_EQ(value_of(store().audit(*database.view(), kBranch, 1)).size(), 1U);
  sqlite::Database& raw = *database.connection->database();
  EXPECT_FALSE(raw.script("UPDATE audit SET actor = 'nobody'").has_value());
  EXPECT_FALSE(raw.script("DELETE FROM audit").has_value());
}

TEST_F(Identities, AreAddedToADatabaseOfTheFirstStep) {
  const testing::TempDir dir;
  const std::string path = dir.file("branch.db");
  const sqlite::Schema& newest = sqlite::branch_schema();
  {
    const sqlite::Schema first{newest.name, newest.application_id, newest.migrations.first(1)};
    auto old = sqlite::Database::open_writer(path, first);
    ASSERT_TRUE(old.has_value()) << old.error().message;
    ASSERT_TRUE(old->script("INSERT INTO branches VALUES ('demo', 5, 20261122, 1)").has_value());
  }
  auto now = sqlite::Database::open_writer(path, newest);
  ASSERT_TRUE(now.has_value()) << now.error().message;
  EXPECT_EQ(count_of(*now, "SELECT version FROM branches"), 5);
  EXPECT_EQ(count_of(*now, "SELECT count(*) FROM sessions"), 0);
  EXPECT_EQ(count_of(*now, "PRAGMA user_version"),
            static_cast<std::int64_t>(newest.migrations.size()));
}

}  // namespace
}  // namespace navbat::store
