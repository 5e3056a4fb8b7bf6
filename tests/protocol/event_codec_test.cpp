#include "server_sync/protocol/event_codec.h"

#include <gtest/gtest.h>

#include "tests/support/test_branch.h"

namespace navbat::protocol {
namespace {

using namespace domain;
using testing::test_id;

const Timestamp kNow = *parse_rfc3339("2026-03-17T09:05:00.250Z");
const BusinessDay kDay = *BusinessDay::parse("2026-03-17");
const Label kLabel{"A", 42};

// One of each kind, with every member set.
std::vector<EventPayload> one_of_each() {
  const TicketId id = test_id(7);
  const GuidanceId guidance{test_id(8).bytes()};
  const Promise promise{Seconds{300}, Seconds{600}, Seconds{900}, kNow};
  CallingReason why{CallingRule::kLargestShare,
                    PriorityClass::kPriority,
                    Seconds{540},
                    Seconds{600},
                    1800,
                    2,
                    Label{"C", 7},
                    450};
  return {
      DayOpened{kDay},
      CounterOpened{CounterId{"3"}, TellerId{"teller3"}, {ServiceId{"cash"}, ServiceId{"cards"}}},
      CounterClosed{CounterId{"3"}},
      CounterPaused{CounterId{"3"}, "lunch"},
      CounterResumed{CounterId{"3"}},
      TicketIssued{id, kLabel, kDay, ServiceId{"cash"}, LanguageTag{"uz-Cyrl"},
                   PriorityReason::kPregnancy, kNow, "+998901234567", NodeId{"kiosk-1"}, promise,
                   BookingCode{"482910"}},
      TicketRelabelled{id, kLabel, Label{"AX", 1}},
      TicketReinstated{id},
      TicketCalled{id, kLabel, ServiceId{"cash"}, LanguageTag{"ru"}, CounterId{"3"},
                   TellerId{"teller3"}, why},
      TicketRecalled{id, kLabel, ServiceId{"cash"}, LanguageTag{"ru"}, CounterId{"3"}},
      ServiceStarted{id, CounterId{"3"}},
      TicketFinished{id, CounterId{"3"}, "sold"},
      TicketNoShow{id, CounterId{"3"}},
      TicketHeld{id, "documents"},
      TicketResumed{id},
      TicketTransferred{id, ServiceId{"cash"}, ServiceId{"loans"}, "needs a form"},
      TicketCancelled{id, CancelledBy::kStaff, "left by mistake"},
      FeedbackGiven{id, 4, {"fast", "kind"}},
      AppointmentBooked{BookingCode{"482910"}, ServiceId{"loans"}, kNow},
      AppointmentCancelled{BookingCode{"482910"}},
      GuidanceOffered{guidance,
                      ServiceId{"cash"},
                      LanguageTag{"uz"},
                      WaitRange{Seconds{720}, Seconds{1020}, Seconds{1200}},
                      {{AlternativeId{"lobby-atm"}, AlternativeKind::kAtm, Seconds{0}},
                       {AlternativeId{"later"}, AlternativeKind::kQuieterHour, std::nullopt}}},
      GuidanceTaken{guidance, AlternativeId{"lobby-atm"}},
      GuidanceReturned{guidance, id},
      DeviceReported{NodeId{"kiosk-1"}, PartName{"paper"}, PartName{"out"}, "roll empty"},
      NoticePosted{{NoticeId{id.bytes()},
                    NoticeKind::kClosing,
                    {{LanguageTag{"uz-Cyrl"}, "Филиал ёпилмоқда"}, {LanguageTag{"en"}, "Closing"}},
                    kNow}},
      NoticeWithdrawn{NoticeId{id.bytes()}},
      CallsPresented{NodeId{"board-1"},
                     {{7, kNow, Heard::kWords, kNow + Milliseconds{210}},
                      {9, kNow, Heard::kNothing, std::nullopt}}}};
}

Event with(EventPayload payload) {
  return {12, kDay, kNow, kNow + Seconds{1}, "teller3", std::move(payload)};
}

TEST(EventCodec, KnowsEveryKindOfEvent) {
  EXPECT_EQ(one_of_each().size(), std::variant_size_v<EventPayload>);
  for (std::size_t i = 0; i < one_of_each().size(); ++i) EXPECT_EQ(one_of_each()[i].index(), i);
}

TEST(EventCodec, ReadsBackWhatItWroteInFull) {
  for (const EventPayload& payload : one_of_each()) {
    const std::string json = encode_event(BranchId{"demo"}, with(payload), Detail::kFull);
    const auto decoded = decode_event(json);
    ASSERT_TRUE(decoded.has_value()) << json << ' ' << decoded.error().to_string();
    EXPECT_EQ(encode_event(BranchId{"demo"}, *decoded, Detail::kFull), json);
  }
}

TEST(EventCodec, ReadsBackAStoredPayload) {
  for (const EventPayload& payload : one_of_each()) {
    const std::string json = encode_payload(payload);
    const auto decoded = decode_payload(type_name(payload), json);
    ASSERT_TRUE(decoded.has_value()) << json << ' ' << decoded.error().to_string();
    EXPECT_EQ(decoded->index(), payload.index());
    EXPECT_EQ(encode_payload(*decoded), json);
  }
}

TEST(EventCodec, TellsTheStreamNothingPersonal) {
  for (const EventPayload& payload : one_of_each()) {
    const std::string json = encode_event(BranchId{"demo"}, with(payload), Detail::kPublic);
    EXPECT_EQ(json.find("998901234567"), std::string::npos) << json;
    EXPECT_EQ(json.find("needs a form"), std::string::npos) << json;
    EXPECT_EQ(json.find("documents"), std::string::npos) << json;
    EXPECT_EQ(json.find("left by mistake"), std::string::npos) << json;
    EXPECT_TRUE(decode_event(json).has_value()) << json;
  }
}

TEST(EventCodec, SparesTheStreamWhatBoardsTellOfEachCall) {
  const Event event = with(one_of_each().back());
  const auto full = decode_event(encode_event(BranchId{"demo"}, event, Detail::kFull));
  EXPECT_EQ(std::get<CallsPresented>(full->payload).calls,
            std::get<CallsPresented>(event.payload).calls);
  const auto streamed = decode_event(encode_event(BranchId{"demo"}, event, Detail::kPublic));
  EXPECT_TRUE(std::get<CallsPresented>(streamed->payload).calls.empty());
}

TEST(EventCodec, RefusesANoticeThatNobodyCouldShow) {
  const std::string good = encode_payload(one_of_each()[24]);
  const auto refused = [&](const std::string& part, const std::string& other) {
    std::string json = good;
    json.replace(json.find(part), part.size(), other);
    return !decode_payload("notice_posted", json).has_value();
  };
  EXPECT_TRUE(decode_payload("notice_posted", good).has_value());
  EXPECT_TRUE(refused("closing", "party"));
  EXPECT_TRUE(refused("\"Closing\"", "7"));
  EXPECT_TRUE(refused("\"Closing\"", '"' + std::string(241, 'a') + '"'));
  EXPECT_TRUE(refused("\"en\"", "\"e n\""));
}

TEST(EventCodec, RefusesAnEventOfAnUnknownKindByName) {
  std::string json = encode_event(BranchId{"demo"}, with(TicketResumed{test_id(1)}), Detail::kFull);
  json.replace(json.find("ticket_resumed"), 14, "ticket_painted");
  const auto decoded = decode_event(json);
  ASSERT_FALSE(decoded.has_value());
  EXPECT_EQ(decoded.error().member, "type");
}

TEST(EventCodec, IgnoresMembersThatANewerPeerAdds) {
  std::string json = encode_event(BranchId{"demo"}, with(TicketResumed{test_id(1)}), Detail::kFull);
  json.insert(1, "\"mood\":\"good\",");
  EXPECT_TRUE(decode_event(json).has_value());
}

}  // namespace
}  // namespace navbat::protocol
