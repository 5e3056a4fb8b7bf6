// Appointments: made, checked in, given up; and what stays of them.

#include "domain/check_in.h"
#include "server_sync/protocol/event_codec.h"
#include "server_sync/server/core/appointment_commands.h"
#include "server_sync/store/sqlite/sqlite_identity_store.h"
#include "tests/server/core/branch_server_fixture.h"

namespace navbat::server {
namespace {

using namespace std::chrono_literals;
using domain::BookingCode;

// The clock stands at 10:00 in Tashkent.
class Appointments : public BranchServer {
 protected:
  std::optional<Answer> book(const std::string& code, domain::Milliseconds ahead,
                             const std::string& service = "cash", const std::string& key = "") {
    return run(book_command(identities_,
                            {domain::ServiceId{service}, clock_.now() + ahead, BookingCode{code}},
                            {BookingCode{"000001"}, BookingCode{"000002"}}),
               key);
  }
  std::optional<Answer> give_up(const std::string& code) {
    return run(cancel_booking_command(identities_, BookingCode{code}));
  }
  std::optional<Answer> check_in(std::uint64_t n, const std::string& code,
                                 const std::string& service = "cash") {
    domain::IssueTicket command;
    command.id = testing::test_id(n);
    command.service = domain::ServiceId{service};
    command.language = domain::LanguageTag{"uz"};
    command.origin = domain::NodeId{"kiosk-1"};
    command.booking = BookingCode{code};
    return run(issue_command(command));
  }
  std::string offline_with(std::int64_t seq, std::uint64_t id, const std::string& label,
                           const std::string& code) {
    protocol::OfflineTicket ticket;
    ticket.id = testing::test_id(id);
    ticket.label = *domain::Label::parse(label);
    ticket.service = domain::ServiceId{"cash"};
    ticket.language = domain::LanguageTag{"uz"};
    ticket.appointment = clock_.now() + 10min;
    ticket.booking = BookingCode{code};
    return told(seq, ticket);
  }
  std::vector<domain::Appointment> kept() {
    auto transaction = real_->begin();
    auto found = store_.appointments(**transaction, domain::BranchId{"test"},
                                     domain::from_unix_ms(0), clock_.now() + 10'000h, 100);
    real_->rollback();
    return found.value();
  }
  // The same, made of nothing but the log.
  std::vector<domain::Appointment> replayed() {
    auto transaction = real_->begin();
    const auto events = store_.events_after(**transaction, domain::BranchId{"test"}, 0, 10'000);
    real_->rollback();
    std::map<BookingCode, domain::Appointment> found;
    for (const store::StoredEvent& event : events.value()) {
      const auto payload = protocol::decode_payload(event.type, event.payload).value();
      if (const auto* booked = std::get_if<domain::AppointmentBooked>(&payload)) {
        found[booked->code] = domain::after(*booked);
      } else if (const auto* gone = std::get_if<domain::AppointmentCancelled>(&payload)) {
        found[gone->code] = domain::after(found.at(gone->code), *gone);
      } else if (const auto* issued = std::get_if<domain::TicketIssued>(&payload);
                 issued != nullptr && !issued->booking.empty()) {
        found[issued->booking] = domain::after(found.at(issued->booking), *issued);
      }
    }
    std::vector<domain::Appointment> result;
    for (auto& [code, appointment] : found) result.push_back(appointment);
    std::ranges::sort(result, {}, [](const domain::Appointment& a) {
      return std::pair{a.at, a.code};
    });
    return result;
  }

  store::sqlite::SqliteIdentityStore identities_;
};

TEST_F(Appointments, AreBookedUnderTheirCodeOrTheFirstFreeOne) {
  EXPECT_EQ(book("482910", 1h)->status, 201);
  EXPECT_EQ(text(book("", 1h), "code"), "000001");
  EXPECT_EQ(text(book("", 1h), "code"), "000002");
  EXPECT_EQ(kind(book("", 1h)), "booking-taken");
}

TEST_F(Appointments, TheSameBookingAgainIsTheSameAndAnotherUnderItsCodeIsRefused) {
  EXPECT_EQ(book("482910", 1h)->status, 201);
  EXPECT_EQ(book("482910", 1h)->status, 200);
  EXPECT_EQ(kind(book("482910", 2h)), "booking-taken");
  EXPECT_EQ(kind(book("482910", 1h, "cards")), "booking-taken");
  give_up("482910");
  EXPECT_EQ(kind(book("482910", 1h)), "booking-taken");
}

TEST_F(Appointments, OneKeyBooksOnce) {
  const auto first = book("", 1h, "cash", "key-1");
  EXPECT_EQ(book("", 1h, "cash", "key-1")->body, first->body);
  EXPECT_EQ(kept().size(), 1u);
}

TEST_F(Appointments, NeedAServiceOfTheBranchAndATimeWithinReach) {
  EXPECT_EQ(kind(book("482910", 1h, "haircut")), "unknown-service");
  EXPECT_EQ(kind(book("482910", 24h * 401)), "invalid-value");
  EXPECT_EQ(kind(book("482910", -25h)), "invalid-value");
  EXPECT_TRUE(kept().empty());
}

TEST_F(Appointments, ACheckInGivesTheTicketItsTimeAndUsesTheBookingUp) {
  book("482910", 10min);
  const auto issued = check_in(1, "482910");
  EXPECT_EQ(issued->status, 201);
  EXPECT_EQ(text(issued, "appointment"), "2026-03-17T05:10:00.000Z");
  EXPECT_EQ(kept()[0].state, domain::AppointmentState::kCheckedIn);
  EXPECT_EQ(kept()[0].ticket, testing::test_id(1));
  // The reply was lost: the same ticket again is no second use.
  EXPECT_EQ(check_in(1, "482910")->status, 200);
  const auto second = check_in(2, "482910");
  EXPECT_EQ(second->status, 409);
  EXPECT_EQ(kind(second), "booking-used");
  EXPECT_EQ(text(second, "ticket"), testing::test_id(1).to_string());
  EXPECT_EQ(kind(give_up("482910")), "booking-used");
}

TEST_F(Appointments, ACheckInOutOfItsTimeIsRefusedWithTheTimeThatWouldDo) {
  book("482910", 2h);
  const auto early = check_in(1, "482910");
  EXPECT_EQ(early->status, 409);
  EXPECT_EQ(kind(early), "too-early");
  EXPECT_EQ(text(early, "from"), "2026-03-17T06:30:00.000Z");
  EXPECT_EQ(text(early, "at"), "2026-03-17T07:00:00.000Z");
  clock_.pass(2h + 16min);
  EXPECT_EQ(kind(check_in(1, "482910")), "too-late");
  EXPECT_EQ(kept()[0].state, domain::AppointmentState::kBooked);
}

TEST_F(Appointments, AnUnknownACancelledAndAnotherServicesBookingAreRefused) {
  const auto unknown = check_in(1, "999999");
  EXPECT_EQ(unknown->status, 404);
  EXPECT_EQ(kind(unknown), "unknown-booking");
  book("482910", 10min);
  EXPECT_EQ(check_in(1, "482910", "cards")->status, 422);
  EXPECT_EQ(text(give_up("482910"), "state"), "cancelled");
  EXPECT_EQ(give_up("482910")->status, 200);
  EXPECT_EQ(kind(check_in(1, "482910")), "booking-cancelled");
  EXPECT_EQ(kind(give_up("999999")), "unknown-booking");
}

TEST_F(Appointments, WhoHasOneIsReceivedThoughTheServiceIsClosed) {
  book("482910", 10min);
  config_.hours.week = domain::WeekHours{};
  restart();
  EXPECT_EQ(issue(1)->status, 409);
  EXPECT_EQ(check_in(2, "482910")->status, 201);
}

TEST_F(Appointments, ABookingMadeOnAnEarlierDayCanBeCheckedIn) {
  book("482910", 24h);
  clock_.pass(24h);
  EXPECT_EQ(check_in(1, "482910")->status, 201);
}

TEST_F(Appointments, PaperUsesAFreeBookingAndIsATicketLikeAnyOtherWithoutOne) {
  book("482910", 2h);  // Too early by the rule, but the paper exists.
  sync(1, {offline_with(1, 1, "AX01", "482910"), offline_with(2, 2, "AX02", "482910"),
           offline_with(3, 3, "AX03", "999999")});
  const auto appointment_of = [this](std::uint64_t id) {
    return json(run(ticket_query(testing::test_id(id)))).at("appointment");
  };
  EXPECT_EQ(appointment_of(1).as_string(), "2026-03-17T07:00:00.000Z");
  EXPECT_TRUE(appointment_of(2).is_null());
  EXPECT_TRUE(appointment_of(3).is_null());
  EXPECT_EQ(kept()[0].ticket, testing::test_id(1));
  EXPECT_EQ(state_of(3), "waiting");
}

TEST_F(Appointments, TheTableIsWhatTheLogSays) {
  book("100000", 10min);
  book("200000", 20min);
  book("300000", 30min);
  book("400000", 40min);
  give_up("200000");
  check_in(1, "100000");
  sync(1, {offline_with(1, 2, "AX01", "300000")});
  connection_->fail_next_commit = true;
  EXPECT_EQ(give_up("400000"), std::nullopt);
  restart();
  EXPECT_EQ(kept().size(), 4u);
  EXPECT_EQ(kept(), replayed());
}

TEST_F(Appointments, TheListIsOfOneBusinessDayByTime) {
  book("200000", 3h);
  book("100000", 1h);
  book("300000", 24h);
  const auto list = protocol::decode_appointment_list(
      run(appointments_query(testing::test_calendar().day_of(clock_.now())))->body);
  ASSERT_TRUE(list.has_value()) << list.error().to_string();
  ASSERT_EQ(list->appointments.size(), 2u);
  EXPECT_EQ(list->appointments[0].code, BookingCode{"100000"});
  EXPECT_EQ(list->appointments[1].code, BookingCode{"200000"});
}

TEST_F(Appointments, WhoMadeAndCancelledThemStandsInTheAudit) {
  book("482910", 1h);
  give_up("482910");
  give_up("482910");
  auto transaction = real_->begin();
  const auto audit = identities_.audit(**transaction, domain::BranchId{"test"}, 10);
  real_->rollback();
  ASSERT_EQ(audit->size(), 2u);
  EXPECT_EQ(audit->front().action, "appointment_cancelled");
  EXPECT_EQ(audit->front().subject, "482910");
  EXPECT_EQ(audit->front().actor, "test");
}

}  // namespace
}  // namespace navbat::server
