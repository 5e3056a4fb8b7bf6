// Appointments, ratings, time-outs, reprints and the staff menu.

#include "tests/kiosk/navigation.h"

namespace navbat::kiosk {
namespace {

using domain::ServiceId;
using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Navigation, ChecksAnAppointmentInByItsCode) {
  does(OpenCheckIn{});
  types("481516");
  does(SubmitEntry{});
  EXPECT_EQ(errands.done.back(), "booking 481516");
  navigator.booking_found({.code = "481516", .service = ServiceId("loans"), .at = {}}, now);
  EXPECT_EQ(errands.done.back(), "issue loans uz booking 481516");
}

TEST_F(Navigation, OffersAPlainTicketToWhoIsTooLateForTheAppointment) {
  does(Scanned{"481516"});
  EXPECT_EQ(errands.done.back(), "booking 481516");
  navigator.booking_found({.code = "481516", .service = ServiceId("loans"), .at = {}}, now);
  navigator.not_issued(Refusal::kTooLate, std::nullopt, std::nullopt, now);
  ASSERT_EQ(place(), Place::kNotice);
  does(TakeTicket{});
  EXPECT_EQ(errands.done.back(), "issue loans uz");
}

TEST_F(Navigation, ReadsATicketsCodeAsAWishToRateTheVisit) {
  const std::string id = sample_ticket().id;
  does(Scanned{"https://queue.meridian.example/t/" + id});
  EXPECT_EQ(errands.done.back(), "ticket " + id);
  navigator.ticket_found(sample_ticket(), Rateable::kYes, now);
  does(Rate{4});
  does(ToggleReason{"speed"});
  does(ToggleReason{"staff"});
  does(ToggleReason{"speed"});
  does(SendFeedback{});
  EXPECT_EQ(errands.done.back(), "rate " + id + " 4 staff");
  passes(kThanksShownFor);
  EXPECT_EQ(place(), Place::kHome);
}

TEST_F(Navigation, CountsAFaceOfACustomerWhoWalksAwayFromTheReasons) {
  does(Scanned{"A042"});
  navigator.ticket_found(sample_ticket(), Rateable::kYes, now);
  does(Rate{2});
  passes(kIdleBeforeWarning + kStillThereFor);
  EXPECT_EQ(place(), Place::kHome);
  EXPECT_EQ(errands.done.back(), "rate " + sample_ticket().id + " 2");
}

TEST_F(Navigation, AnswersAScannerThatTypesRubbishWithAGentleWord) {
  for (const std::string& rubbish : {std::string("\x01\x02~~"), std::string(1 << 20, '9')}) {
    does(Scanned{rubbish});
    ASSERT_EQ(place(), Place::kNotice);
    EXPECT_EQ(navigator.visit().notice->kind, NoticeKind::kUnreadable);
    does(Back{});
  }
  EXPECT_THAT(errands.done, IsEmpty());
}

TEST_F(Navigation, AsksWhetherSomebodyIsStillThereBeforeItForgetsWhatWasTyped) {
  does(OpenCheckIn{});
  types("48");
  passes(kIdleBeforeWarning);
  EXPECT_EQ(navigator.sheet(), Sheet::kStillThere);
  does(MoreTime{});
  EXPECT_EQ(navigator.sheet(), Sheet::kNone);
  EXPECT_EQ(navigator.visit().entry.text(), "48");
  passes(kIdleBeforeWarning + kStillThereFor - Moment{1});
  EXPECT_EQ(place(), Place::kCheckIn);
  passes(Moment{1});
  EXPECT_EQ(place(), Place::kHome);
}

TEST_F(Navigation, GivesAListenerThreeTimesAsLong) {
  does(ToggleSpeech{});
  does(OpenCheckIn{});
  passes(kIdleBeforeWarning * kSpokenPatience - Moment{1});
  EXPECT_EQ(navigator.sheet(), Sheet::kNone);
}

TEST_F(Navigation, ShowsTheScreenForNobodyWhenNobodyTouchesIt) {
  passes(Moment{90'000});
  EXPECT_EQ(place(), Place::kAttract);
  EXPECT_EQ(navigator.deadline(), std::nullopt);
  does(Begin{"ru"});
  EXPECT_EQ(place(), Place::kHome);
  EXPECT_EQ(navigator.preferences().language, "ru");
  passes(kHomeResetsAfter);
  EXPECT_EQ(navigator.preferences().language, "uz");
}

TEST_F(Navigation, OffersTheReprintOfATicketFromBeforeACrashOnce) {
  IssuedTicket ticket = sample_ticket();
  ticket.language = "tr";
  navigator.offer_reprint(ticket, now);
  EXPECT_EQ(place(), Place::kReprint);
  does(AcceptReprint{});
  does(AcceptReprint{});
  EXPECT_THAT(errands.done, ElementsAre("print A042 tr"));
}

TEST_F(Navigation, MarksTheReprintOfATicketWhosePaperIsInDoubtAsACopy) {
  IssuedTicket ticket = sample_ticket();
  ticket.paper = domain::PrintState::kSending;
  navigator.offer_reprint(ticket, now);
  does(AcceptReprint{});
  EXPECT_THAT(errands.done, ElementsAre("print A042 uz copy"));
}

TEST_F(Navigation, ClosesThePinForAMinuteAfterFiveWrongOnes) {
  does(OpenStaff{});
  for (int i = 0; i < kPinTries; ++i) {
    types("1111");
    does(SubmitEntry{});
    navigator.pin_checked(false, now);
  }
  errands.done.clear();
  types("2580");
  does(SubmitEntry{});
  EXPECT_THAT(errands.done, IsEmpty());
  EXPECT_TRUE(navigator.pin_lock().locked(now));
  passes(kPinLockedFor);
  types("2580");
  does(SubmitEntry{});
  EXPECT_THAT(errands.done, ElementsAre("pin 2580"));
}

TEST_F(Navigation, KeepsThePinClosedForWhoGoesAwayAndComesBack) {
  does(OpenStaff{});
  for (int i = 0; i < kPinTries; ++i) navigator.pin_checked(false, now);
  does(Back{});
  does(OpenStaff{});
  types("2580");
  EXPECT_TRUE(navigator.visit().entry.text().empty());
}

TEST_F(Navigation, LetsStaffReprintAndVoidATicket) {
  opens_staff_menu();
  IssuedTicket ticket = sample_ticket();
  ticket.paper = domain::PrintState::kPrinted;
  ticket.language = "ru";
  navigator.tickets_loaded({ticket});
  does(OpenStaffPage{StaffPage::kTickets});
  does(SelectTicket{ticket.id});
  does(ReprintSelected{});
  does(SelectTicket{ticket.id});
  does(OpenStaffPage{StaffPage::kVoid});
  does(VoidSelected{"mistake"});
  EXPECT_THAT(errands.done, ElementsAre("load", "print A042 ru copy", "load",
                                        "void " + ticket.id + " mistake", "load"));
}

TEST_F(Navigation, StaysOutOfServiceUntilStaffSayOtherwise) {
  opens_staff_menu();
  does(SetOutOfService{true});
  does(Back{});
  EXPECT_EQ(place(), Place::kOutOfService);
  does(ChooseService{ServiceId("cash")});
  does(Finish{});
  passes(Moment{3'600'000});
  EXPECT_EQ(place(), Place::kOutOfService);
  opens_staff_menu();
  does(SetOutOfService{false});
  does(Back{});
  EXPECT_EQ(place(), Place::kHome);
}

TEST_F(Navigation, HasNoStaffMenuWithoutAPin) {
  Navigator open_to_all{
      {.first_language = "uz", .attract_after = {}, .staff_menu = false}, errands, branch};
  open_to_all.handle(OpenStaff{}, now);
  EXPECT_EQ(open_to_all.place(), Place::kHome);
}

TEST_F(Navigation, IgnoresTheNewsOfAnotherTicketsPaper) {
  does(ChooseService{ServiceId("cards")});
  gets_ticket();
  navigator.printed("another", PrintProgress::kPrinted);
  EXPECT_EQ(navigator.visit().paper, PrintProgress::kPrinting);
  navigator.printed(sample_ticket().id, PrintProgress::kFailed);
  EXPECT_EQ(navigator.visit().paper, PrintProgress::kFailed);
}

}  // namespace
}  // namespace navbat::kiosk
