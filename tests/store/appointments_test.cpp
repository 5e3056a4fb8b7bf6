// Appointments and the tickets of a device as the branch database keeps them.

#include "server_sync/store/branch_store.h"
#include "tests/store/branch_database.h"
#include "tests/support/test_branch.h"

namespace navbat::store {
namespace {

using domain::Appointment;
using domain::AppointmentState;
using domain::BookingCode;
using std::chrono::hours;
using std::chrono::seconds;

const domain::BranchId kBranch("demo");
const domain::BranchId kOther("other");
const domain::Timestamp kNine = domain::from_unix_ms(1795410000000);

class AppointmentRows : public ::testing::Test {
 protected:
  void SetUp() override {
    database.must_write([&](Transaction& transaction) -> Status {
      for (const domain::BranchId& branch : {kBranch, kOther}) {
        auto head = store().lock_branch(transaction, branch);
        if (!head) return tl::unexpected(head.error());
      }
      return {};
    });
  }
  BranchStore& store() { return database.branches; }
  Status save(const Appointment& appointment, const domain::BranchId& branch = kBranch) {
    return database.write([&](Transaction& transaction) {
      return store().save_appointment(transaction, branch, appointment);
    });
  }
  std::optional<Appointment> found(const char* code) {
    return value_of(store().find_appointment(*database.view(), kBranch, BookingCode(code)));
  }
  std::vector<Appointment> between(domain::Timestamp from, domain::Timestamp to,
                                   std::size_t limit = 100) {
    return value_of(store().appointments(*database.view(), kBranch, from, to, limit));
  }
  static Appointment booked(const char* code, domain::Timestamp at = kNine) {
    return {BookingCode(code), domain::ServiceId("cash"), at};
  }

  BranchDatabase database;
};

TEST_F(AppointmentRows, ReadBackAfterReopeningAsLastSaved) {
  Appointment one = booked("482910");
  EXPECT_TRUE(save(one).has_value());
  one.state = AppointmentState::kCheckedIn;
  one.ticket = testing::test_id(1);
  EXPECT_TRUE(save(one).has_value());
  database.reopen();
  EXPECT_EQ(found("482910"), one);
  EXPECT_EQ(found("999999"), std::nullopt);
}

TEST_F(AppointmentRows, OneCodeMayBeTwoBranchsAppointments) {
  EXPECT_TRUE(save(booked("482910")).has_value());
  EXPECT_TRUE(save(booked("482910", kNine + hours(1)), kOther).has_value());
  EXPECT_EQ(found("482910")->at, kNine);
}

TEST_F(AppointmentRows, CheckedInMeansThatATicketDidIt) {
  Appointment one = booked("482910");
  one.state = AppointmentState::kCheckedIn;
  EXPECT_FALSE(save(one).has_value());
  EXPECT_EQ(found("482910"), std::nullopt);
}

TEST_F(AppointmentRows, AreListedByTimeUpToTheEnd) {
  EXPECT_TRUE(save(booked("300000", kNine + hours(2))).has_value());
  EXPECT_TRUE(save(booked("200000", kNine)).has_value());
  EXPECT_TRUE(save(booked("100000", kNine)).has_value());
  const auto codes = [](const std::vector<Appointment>& all) {
    std::string text;
    for (const Appointment& one : all) text += one.code.value() + " ";
    return text;
  };
  EXPECT_EQ(codes(between(kNine, kNine + hours(3))), "100000 200000 300000 ");
  EXPECT_EQ(codes(between(kNine, kNine + hours(2))), "100000 200000 ");
  EXPECT_EQ(codes(between(kNine, kNine + hours(3), 1)), "100000 ");
  EXPECT_TRUE(between(kNine + seconds(1), kNine + hours(2)).empty());
}

TEST_F(AppointmentRows, TicketsOfADeviceAreFoundFromATimeOn) {
  const domain::BusinessDay monday{std::chrono::year(2026) / 11 / 23};
  std::int32_t number = 0;
  const auto save_ticket = [&](const char* origin, domain::Timestamp at,
                               const domain::BusinessDay& day) {
    domain::Ticket one;
    one.id = testing::test_id(static_cast<std::uint64_t>(++number));
    one.label = {"A", number};
    one.day = day;
    one.service = domain::ServiceId("cash");
    one.language = domain::LanguageTag("uz");
    one.origin = domain::NodeId(origin);
    one.issued_at = one.joined_at = at;
    database.must_write(
        [&](Transaction& transaction) { return store().save_ticket(transaction, kBranch, one); });
  };
  save_ticket("kiosk-1", kNine - seconds(1), monday);
  save_ticket("kiosk-1", kNine + hours(24), monday.plus_days(1));
  save_ticket("kiosk-1", kNine, monday);
  save_ticket("kiosk-2", kNine, monday);
  const auto numbers = [&](std::size_t limit) {
    std::vector<std::int32_t> found;
    for (const domain::Ticket& one : value_of(store().tickets_of(
             *database.view(), kBranch, domain::NodeId("kiosk-1"), monday, kNine, limit))) {
      found.push_back(one.label.number);
    }
    return found;
  };
  EXPECT_EQ(numbers(10), (std::vector<std::int32_t>{3, 2}));
  EXPECT_EQ(numbers(1), std::vector<std::int32_t>{3});
}

}  // namespace
}  // namespace navbat::store
