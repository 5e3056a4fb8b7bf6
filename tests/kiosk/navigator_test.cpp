// The way to a ticket as a state machine: which place follows which, what is asked of the world,
// what is forgotten.

#include "domain/event.h"
#include "tests/kiosk/navigation.h"

namespace navbat::kiosk {
namespace {

using domain::ServiceId;
using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Navigation, GoesFromServiceToNumberToPaperAndHome) {
  does(ChooseService{ServiceId("cards")});
  EXPECT_EQ(place(), Place::kAsking);
  gets_ticket();
  EXPECT_EQ(place(), Place::kTicket);
  EXPECT_THAT(errands.done, ElementsAre("issue cards uz", "print A042 uz"));
  does(Finish{});
  EXPECT_EQ(place(), Place::kHome);
}

TEST_F(Navigation, AsksForOneTicketAtATime) {
  does(ChooseService{ServiceId("cards")});
  does(ChooseService{ServiceId("loans")});
  does(Back{});
  does(OpenStaff{});
  EXPECT_EQ(place(), Place::kAsking);
  EXPECT_THAT(errands.done, ElementsAre("issue cards uz"));
}

TEST_F(Navigation, NeverTimesOutWhileANumberIsBeingMade) {
  does(ChooseService{ServiceId("cards")});
  EXPECT_EQ(navigator.deadline(), std::nullopt);
  passes(Moment{600'000});
  EXPECT_EQ(place(), Place::kAsking);
}

TEST_F(Navigation, OffersWhatNeedsNoWaitingWithTheTicketOneTouchAway) {
  offers_the_atm();
  does(ChooseService{ServiceId("cash")});
  EXPECT_EQ(place(), Place::kSuggestion);
  EXPECT_THAT(errands.done, ElementsAre("offered g1"));
  does(TakeTicket{});
  EXPECT_EQ(errands.done.back(), "issue cash uz");
}

TEST_F(Navigation, GoesHomeByOneKeyAndKeepsTheLanguage) {
  does(ChooseLanguage{"ru"});
  does(OpenCheckIn{});
  does(GoHome{});
  EXPECT_EQ(place(), Place::kHome);
  EXPECT_EQ(navigator.preferences().language, "ru");
}

TEST_F(Navigation, CannotLeaveATicketThatIsOnItsWay) {
  does(ChooseService{ServiceId("cards")});
  does(GoHome{});
  EXPECT_EQ(place(), Place::kAsking);
}

TEST_F(Navigation, CountsACustomerWhoComesBackForATicketAfterAll) {
  offers_the_atm();
  does(ChooseService{ServiceId("cash")});
  does(TakeSuggestion{"atm"});
  does(Finish{});
  passes(domain::kGuidanceReturn - Moment{1'000});
  does(Begin{"uz"});
  does(ChooseService{ServiceId("cash")});
  does(TakeTicket{});
  gets_ticket();
  EXPECT_THAT(errands.done, testing::Contains("taken g1 atm"));
  EXPECT_THAT(errands.done, testing::Contains("returned g1 " + sample_ticket().id));
}

TEST_F(Navigation, DoesNotCountWhoComesBackLaterOrForSomethingElse) {
  offers_the_atm();
  does(ChooseService{ServiceId("cash")});
  does(TakeSuggestion{"atm"});
  does(Finish{});
  does(ChooseService{ServiceId("loans")});
  IssuedTicket loan = sample_ticket();
  loan.service = ServiceId("loans");
  navigator.issued(loan, now);
  passes(domain::kGuidanceReturn + Moment{1'000});
  does(Begin{"uz"});
  does(ChooseService{ServiceId("cash")});
  does(TakeTicket{});
  gets_ticket();
  EXPECT_THAT(errands.done, testing::Not(testing::Contains(testing::StartsWith("returned"))));
}

TEST_F(Navigation, AsksForAPhoneNumberOnlyWhereTheServiceWantsOneAndTakesNoForAnAnswer) {
  branch.facts_.services[3].asks_phone = true;  // loans
  does(ChooseService{ServiceId("loans")});
  EXPECT_EQ(place(), Place::kDetails);
  types("+998901234567");
  does(SubmitEntry{});
  EXPECT_EQ(errands.done.back(), "issue loans uz phone +998901234567");
  gets_ticket();
  does(Finish{});
  does(ChooseService{ServiceId("loans")});
  types("99");
  does(SkipDetails{});
  EXPECT_EQ(errands.done.back(), "issue loans uz");
}

TEST_F(Navigation, TakesNoMoreDigitsThanAPhoneNumberHas) {
  branch.facts_.services[3].asks_phone = true;
  does(ChooseService{ServiceId("loans")});
  types(std::string(200, '7'));
  EXPECT_EQ(navigator.visit().entry.text(), std::string(16, '7'));
}

TEST_F(Navigation, KeepsThePriorityForThisTicketOnly) {
  does(OpenPriority{});
  does(ChoosePriority{domain::PriorityReason::kPregnancy});
  EXPECT_EQ(place(), Place::kHome);
  does(ChooseService{ServiceId("cards")});
  EXPECT_EQ(errands.done.back(), "issue cards uz pregnancy");
  gets_ticket();
  does(Finish{});
  does(ChooseService{ServiceId("cards")});
  EXPECT_EQ(errands.done.back(), "issue cards uz");
}

TEST_F(Navigation, SaysWhenAServiceOpensInsteadOfGivingANumber) {
  const auto nine = domain::parse_rfc3339("2026-03-17T04:00:00.000Z").value();
  branch.openings[ServiceId("cards")] = {Opening::kClosed, nine};
  does(ChooseService{ServiceId("cards")});
  ASSERT_EQ(place(), Place::kNotice);
  EXPECT_EQ(navigator.visit().notice->kind, NoticeKind::kClosed);
  EXPECT_EQ(navigator.visit().notice->at, nine);
  EXPECT_THAT(errands.done, IsEmpty());
}

}  // namespace
}  // namespace navbat::kiosk
