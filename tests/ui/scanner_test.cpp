#include "ui/access/scanner.h"

#include <gtest/gtest.h>

namespace navbat::ui {
namespace {

constexpr Moment kFast{3};
constexpr Moment kSlow{120};
constexpr Moment kMuchLater{60'000};

Moment type(ScannerReader& reader, std::string_view text, Moment from, Moment pause) {
  for (const char c : text) {
    reader.take(std::string_view(&c, 1), from);
    from += pause;
  }
  return from;
}

TEST(Scanner, ReadsWhatIsTypedFastAndEndsWithEnter) {
  ScannerReader reader;
  const Moment end = type(reader, "https://q.example/t/019ab3f0", Moment{0}, kFast);
  EXPECT_FALSE(reader.take_scan(end)) << "not before its end";
  EXPECT_TRUE(reader.take_key(true, end));
  const auto scan = reader.take_scan(end);
  ASSERT_TRUE(scan);
  EXPECT_TRUE(scan->usable);
  EXPECT_EQ(scan->text, "https://q.example/t/019ab3f0");
  EXPECT_FALSE(reader.take_scan(kMuchLater));
  EXPECT_EQ(reader.take_typed(kMuchLater), "");
}

TEST(Scanner, ReadsACodeWithoutEnterOnceItIsSilent) {
  ScannerReader reader;
  type(reader, "482913", Moment{0}, kFast);
  ASSERT_TRUE(reader.deadline());
  EXPECT_EQ(reader.take_scan(*reader.deadline()).value_or(Scan{}).text, "482913");
  EXPECT_FALSE(reader.deadline());
}

TEST(Scanner, LeavesAPersonsTypingAlone) {
  ScannerReader reader;
  const Moment end = type(reader, "482913", Moment{0}, kSlow);
  EXPECT_FALSE(reader.take_key(true, end)) << "this Enter is the person's";
  EXPECT_EQ(reader.take_typed(end), "482913");
  EXPECT_FALSE(reader.take_scan(kMuchLater));
}

TEST(Scanner, GivesASingleKeyOnAfterAGap) {
  ScannerReader reader;
  reader.take("7", Moment{0});
  EXPECT_EQ(reader.take_typed(Moment{1}), "");
  EXPECT_EQ(reader.take_typed(*reader.deadline()), "7");
}

TEST(Scanner, RefusesAMegabyteOnceAndIsReadyForTheNext) {
  ScannerReader reader;
  Moment at{0};
  for (int i = 0; i < 1'000'000; ++i) {
    reader.take("x", at);
    EXPECT_FALSE(reader.take_scan(at));
  }
  EXPECT_TRUE(reader.take_key(true, at));
  const auto refused = reader.take_scan(at);
  ASSERT_TRUE(refused);
  EXPECT_FALSE(refused->usable);
  EXPECT_TRUE(refused->text.empty());
  EXPECT_FALSE(reader.take_scan(kMuchLater));
  EXPECT_EQ(reader.take_typed(kMuchLater), "");
  at = type(reader, "482913", kMuchLater + kSlow, kFast);
  reader.take_key(true, at);
  EXPECT_EQ(reader.take_scan(at).value_or(Scan{}).text, "482913");
}

TEST(Scanner, TakesTheMostBytesAndNotOneMore) {
  for (const std::size_t length : {ScannerReader::kMostBytes, ScannerReader::kMostBytes + 1}) {
    ScannerReader reader;
    type(reader, std::string(length, 'a'), Moment{0}, Moment{0});
    reader.take_key(true, Moment{0});
    const auto scan = reader.take_scan(Moment{0});
    ASSERT_TRUE(scan);
    EXPECT_EQ(scan->usable, length == ScannerReader::kMostBytes);
  }
}

TEST(Scanner, RefusesControlBytesBrokenTextAndKeysInBetween) {
  for (const std::string_view rubbish : {"ABCD\x1D\x02"
                                         "EF",
                                         "\xC3\x28\xA0\xFF\xFE\xC1"}) {
    ScannerReader reader;
    const Moment end = type(reader, "1234", Moment{0}, kFast);
    reader.take(rubbish, end);
    reader.take_key(true, end);
    const auto scan = reader.take_scan(end);
    ASSERT_TRUE(scan);
    EXPECT_FALSE(scan->usable);
  }
  ScannerReader reader;
  const Moment end = type(reader, "1234", Moment{0}, kFast);
  EXPECT_TRUE(reader.take_key(false, end)) << "a scanner's Tab moves no focus";
  type(reader, "5678", end, kFast);
  reader.take_key(true, end + kSlow / 4);
  EXPECT_FALSE(reader.take_scan(kMuchLater).value_or(Scan{}).usable);
}

}  // namespace
}  // namespace navbat::ui
