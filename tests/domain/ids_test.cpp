#include "domain/ids.h"

#include <gtest/gtest.h>

#include "domain/label.h"

namespace navbat::domain {
namespace {

TEST(TicketId, CarriesTheTimeOfItsMaking) {
  const std::array<std::uint8_t, 10> random{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4, 5};
  const TicketId id = TicketId::make(from_unix_ms(0x0189'0a5d'ac96), random);
  EXPECT_EQ(id.to_string(), "01890a5d-ac96-7fff-bfff-ff0102030405");
}

TEST(TicketId, ReadsBackInEitherCase) {
  const auto id = TicketId::parse("01890A5D-AC96-774B-BCCE-B302099A8057");
  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(id->to_string(), "01890a5d-ac96-774b-bcce-b302099a8057");
}

TEST(TicketId, RefusesOtherUuidVersionsAndRubbish) {
  EXPECT_FALSE(TicketId::parse("01890a5d-ac96-474b-bcce-b302099a8057"));  // Version 4.
  EXPECT_FALSE(TicketId::parse("01890a5d-ac96-774b-fcce-b302099a8057"));  // Other variant.
  EXPECT_FALSE(TicketId::parse("01890a5dac96774bbcceb302099a8057"));
  EXPECT_FALSE(TicketId::parse("01890a5d-ac96-774b-bcce-b302099a805g"));
  EXPECT_FALSE(TicketId::parse(""));
}

TEST(Name, IsShortAndPlain) {
  EXPECT_TRUE(is_valid_name("cash"));
  EXPECT_TRUE(is_valid_name("uz-Cyrl"));
  EXPECT_FALSE(is_valid_name(""));
  EXPECT_FALSE(is_valid_name("a b"));
  EXPECT_FALSE(is_valid_name("../etc"));
  EXPECT_FALSE(is_valid_name(std::string(41, 'a')));
}

TEST(Label, IsWrittenWithThreeDigitsOnlineAndTwoOffline) {
  EXPECT_EQ((Label{"A", 42}.to_string()), "A042");
  EXPECT_EQ((Label{"A", 1234}.to_string()), "A1234");
  EXPECT_EQ((Label{"AX", 1}.to_string()), "AX01");
}

TEST(Label, ReadsBackOnlyItsOwnForm) {
  EXPECT_EQ(Label::parse("A042"), (Label{"A", 42}));
  EXPECT_EQ(Label::parse("AX01"), (Label{"AX", 1}));
  for (const char* text :
       {"", "A", "042", "A42", "A000", "a042", "ABC01", "AX1", "A0042", "A99999999999999999999"}) {
    EXPECT_FALSE(Label::parse(text)) << text;
  }
}

}  // namespace
}  // namespace navbat::domain
