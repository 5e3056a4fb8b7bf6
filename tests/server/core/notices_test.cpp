// What staff have the boards say: kept, audited, over with its time.

#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/server/core/notice_commands.h"
#include "server_sync/store/sqlite/sqlite_identity_store.h"
#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;
using domain::Notice;
using domain::NoticeKind;

class Notices : public BranchServer {
 protected:
  static Notice notice(std::uint64_t n, NoticeKind kind = NoticeKind::kMessage) {
    return {domain::NoticeId{testing::test_id(n).bytes()},
            kind,
            {{domain::LanguageTag{"uz"}, "Bugun 17:00 gacha"}},
            {}};
  }
  int post(const Notice& wish) { return run(post_notice_command(identities_, wish))->status; }
  int withdraw(const Notice& wish) {
    return run(withdraw_notice_command(identities_, wish.id))->status;
  }
  std::vector<Notice> in_force() { return protocol::decode_queue_snapshot(queue())->notices; }
  std::vector<store::AuditEntry> audit() {
    auto transaction = real_->begin();
    auto found = identities_.audit(**transaction, domain::BranchId{"test"}, 100);
    real_->rollback();
    return found.value();
  }

  store::sqlite::SqliteIdentityStore identities_;
};

TEST_F(Notices, StandInTheQueueUntilWithdrawnAlsoAfterARestart) {
  EXPECT_EQ(post(notice(1)), 201);
  EXPECT_EQ(post(notice(2, NoticeKind::kEmergency)), 201);
  restart();
  EXPECT_EQ(in_force(), (std::vector<Notice>{notice(1), notice(2, NoticeKind::kEmergency)}));
  EXPECT_EQ(withdraw(notice(1)), 200);
  EXPECT_EQ(in_force().size(), 1u);
  EXPECT_EQ(withdraw(notice(1)), 200);
  EXPECT_EQ(withdraw(notice(3)), 404);
}

TEST_F(Notices, AreRecordedAndAuditedOnceHoweverOftenTheyAreAskedFor) {
  EXPECT_EQ(post(notice(1)), 201);
  EXPECT_EQ(post(notice(1)), 200);
  EXPECT_EQ(post(notice(1, NoticeKind::kClosing)), 409);
  withdraw(notice(1));
  withdraw(notice(1));
  EXPECT_EQ(post(notice(1)), 200);
  EXPECT_TRUE(in_force().empty());
  const auto entries = audit();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].action, "notice_withdrawn");
  EXPECT_EQ(entries[1].action, "notice_posted");
  EXPECT_EQ(entries[1].subject, notice(1).id.to_string());
  EXPECT_EQ(entries[1].detail, "message: Bugun 17:00 gacha");
  EXPECT_EQ(entries[1].actor, "test");
}

TEST_F(Notices, GoOnIntoTheNextDayButForAClosing) {
  post(notice(1));
  post(notice(2, NoticeKind::kClosing));
  clock_.pass(24h);
  EXPECT_EQ(in_force(), std::vector<Notice>{notice(1)});
  restart();
  EXPECT_EQ(in_force(), std::vector<Notice>{notice(1)});
  EXPECT_EQ(withdraw(notice(1)), 200);
}

TEST_F(Notices, AreOverAtTheirTime) {
  Notice timed = notice(1);
  timed.until = clock_.now() + 10min;
  EXPECT_EQ(post(timed), 201);
  clock_.pass(10min);
  EXPECT_TRUE(in_force().empty());
  timed = notice(2);
  timed.until = clock_.now();
  EXPECT_EQ(post(timed), 422);
}

TEST_F(Notices, ThatCouldNotBeWrittenAreNotInForce) {
  connection_->fail_next_commit = true;
  EXPECT_FALSE(run(post_notice_command(identities_, notice(1))).has_value());
  EXPECT_TRUE(in_force().empty());
  EXPECT_EQ(post(notice(1)), 201);
}

}  // namespace
}  // namespace navbat::server
