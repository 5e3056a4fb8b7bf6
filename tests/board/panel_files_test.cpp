#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>
#include <functional>

#include "tests/board/panel_fixture.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsNull;
using ::testing::NotNull;
using ::testing::SizeIs;

class PanelFiles : public PanelFixture {
 protected:
  PanelFiles() {
    settings_.rates = folder_.file("rates.json");
    settings_.messages = folder_.file("messages.json");
    settings_.pictures = folder_.file("pictures");
    std::filesystem::create_directory(settings_.pictures);
    write("rates.json", rates_of("2026-11-22"));
    write("messages.json", message("Good morning"));
  }

  // The one line said so far about `name`; the test fails when there is another number of them.
  std::string only_line_about(const std::string& name) {
    std::string found;
    int count = 0;
    for (const std::string& line : lines()) {
      if (line.find(name) != std::string::npos) {
        found = line;
        ++count;
      }
    }
    EXPECT_EQ(count, 1) << "lines about " << name;
    return found;
  }

  // `spoil` makes the file of rates unusable: nothing is shown of it, the rest is, and the log says
  // so once. Mended, the rates are shown again and the log says that once too.
  void expect_shown_without_rates(const std::function<void()>& spoil, const std::string& said) {
    ASSERT_THAT(look().rates, NotNull());
    spoil();
    for (int round = 0; round < 3; ++round) {
      const PanelContent content = look();
      EXPECT_THAT(content.rates, IsNull());
      EXPECT_THAT(content.messages, SizeIs(1));
    }
    EXPECT_THAT(only_line_about("rates.json"), HasSubstr(said));
    std::filesystem::remove_all(settings_.rates);
    write("rates.json", rates_of("2026-11-22"));
    EXPECT_THAT(look().rates, NotNull());
    EXPECT_THAT(look().rates, NotNull());
    ASSERT_THAT(lines(), SizeIs(2));
    EXPECT_THAT(lines().back(), HasSubstr("is read again"));
  }

  void replace_rates(const std::string& content) { write("rates.json", content); }
};

TEST_F(PanelFiles, AreShownTogether) {
  paint("b.png", 30, 20);
  paint("a.png", 40, 20);
  const PanelContent content = look();
  ASSERT_THAT(content.rates, NotNull());
  EXPECT_EQ(content.rates->rates.front().currency, "USD");
  EXPECT_THAT(content.messages, ElementsAre(client::Translations{{"en", "Good morning"}}));
  ASSERT_THAT(content.pictures, SizeIs(2));
  EXPECT_EQ(content.pictures[0]->width, 40);
  EXPECT_EQ(content.pictures[1]->width, 30);
  EXPECT_THAT(lines(), IsEmpty());
}

TEST_F(PanelFiles, ThatAreShippedAreShownOnTheirDay) {
  system::ConfigReader reader(std::filesystem::path(std::getenv("NAVBAT_SOURCE")) /
                              "config/board.toml");
  settings_ = read_panel(reader);
  const PanelContent content = look();
  ASSERT_THAT(content.rates, NotNull());
  EXPECT_THAT(content.rates->rates, SizeIs(5));
  ASSERT_THAT(content.messages, SizeIs(2));
  EXPECT_THAT(content.messages.front(), SizeIs(7));
  EXPECT_THAT(lines(), IsEmpty());
}

TEST_F(PanelFiles, StayTheSameContentUntilOneChanges) {
  paint("a.png", 40, 20);
  const PanelContent first = look();
  EXPECT_EQ(look(), first);
  write("messages.json", message("Good evening"));
  EXPECT_NE(look(), first);
  write("messages.json", message("Good morning"));
  EXPECT_EQ(look(), first);
}

TEST_F(PanelFiles, RatesOfYesterdayAreNeverShownAsTodays) {
  ASSERT_THAT(look().rates, NotNull());
  set_day(2026y / 11 / 23);
  EXPECT_THAT(look().rates, IsNull());
  EXPECT_THAT(look().rates, IsNull());
  EXPECT_THAT(only_line_about("rates"), AllOf(HasSubstr("2026-11-22"), HasSubstr("2026-11-23")));
  replace_rates(rates_of("2026-11-23"));
  EXPECT_THAT(look().rates, NotNull());
  EXPECT_THAT(lines().back(), HasSubstr("rates of 2026-11-23 are shown"));
}

TEST_F(PanelFiles, RatesOfTomorrowWaitForTomorrow) {
  replace_rates(rates_of("2026-11-23"));
  EXPECT_THAT(look().rates, IsNull());
  set_day(2026y / 11 / 23);
  EXPECT_THAT(look().rates, NotNull());
}

TEST_F(PanelFiles, RatesAreNotShownWhileTheDayIsUnknown) {
  set_day(std::nullopt);
  EXPECT_THAT(look().rates, IsNull());
  EXPECT_THAT(lines(), IsEmpty());
  set_day(2026y / 11 / 22);
  EXPECT_THAT(look().rates, NotNull());
}

TEST_F(PanelFiles, RatesThatAreGoneAreShownNoLonger) {
  expect_shown_without_rates([this] { std::filesystem::remove(settings_.rates); },
                             "cannot be read");
}

TEST_F(PanelFiles, RatesWithoutADateAreNotShown) {
  expect_shown_without_rates(
      [this] { replace_rates(R"({"rates": [{"currency": "USD", "buy": "1"}]})"); }, "date");
}

TEST_F(PanelFiles, RatesThatAreNoUtf8AreNotShown) {
  expect_shown_without_rates([this] { replace_rates("{\"date\": \"\xC3\x28\"}"); }, "UTF-8");
}

TEST_F(PanelFiles, AFileOfAGigabyteIsNotRead) {
  expect_shown_without_rates(
      [this] { std::filesystem::resize_file(settings_.rates, std::uintmax_t{1} << 30U); },
      "too large");
}

TEST_F(PanelFiles, AFolderInTheirPlaceIsNotRead) {
  expect_shown_without_rates(
      [this] {
        std::filesystem::remove(settings_.rates);
        std::filesystem::create_directory(settings_.rates);
      },
      "is no file");
}

TEST_F(PanelFiles, APipeThatNobodyWritesIntoHoldsNothingUp) {
  expect_shown_without_rates(
      [this] {
        std::filesystem::remove(settings_.rates);
        ASSERT_EQ(::mkfifo(settings_.rates.c_str(), 0600), 0);
      },
      "is no file");
}

TEST_F(PanelFiles, AKeyThatNobodyKnowsIsPassedOverAndSaidOnce) {
  write("messages.json", R"({"messages": [{"en": "Hello", "colour": "red"}]})");
  EXPECT_THAT(look().messages, SizeIs(1));
  EXPECT_THAT(look().messages, SizeIs(1));
  EXPECT_THAT(only_line_about("messages.json"), HasSubstr("messages[0].colour is not known"));
}

// A PNG that says so many pixels and holds none of them.
std::string png_header(const std::string& width_and_height) {
  return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + width_and_height +
         std::string("\x08\x06\0\0\0\0\0\0\0", 9);
}

TEST_F(PanelFiles, PicturesThatAreNoneAreLeftOutAndSaidOnce) {
  paint("good.png", 40, 20);
  const std::string cut = paint("cut.png", 400, 200);
  std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
  write("pictures/text.jpg", "This is no picture.");
  write("pictures/empty.png", "");
  write("pictures/huge.png", png_header(std::string("\0\1\0\0\0\1\0\0", 8)));
  std::filesystem::create_directory(folder_.file("pictures/folder.png"));
  ASSERT_EQ(::mkfifo(folder_.file("pictures/pipe.png").c_str(), 0600), 0);
  write("pictures/notes.txt", "not looked at");
  write("pictures/.hidden.png", "not looked at");
  EXPECT_THAT(look().pictures, SizeIs(1));
  EXPECT_THAT(look().pictures, SizeIs(1));
  for (const char* name :
       {"cut.png", "text.jpg", "empty.png", "huge.png", "folder.png", "pipe.png"}) {
    EXPECT_THAT(only_line_about(name), HasSubstr("shown without it"));
  }
  EXPECT_THAT(lines(), SizeIs(6));
}

TEST_F(PanelFiles, APictureThatIsReplacedIsShownAnew) {
  const std::string file = write("pictures/a.png", "half of a pict");
  EXPECT_THAT(look().pictures, IsEmpty());
  std::filesystem::remove(file);
  paint("a.png", 40, 20);
  EXPECT_THAT(look().pictures, SizeIs(1));
  EXPECT_THAT(lines().back(), HasSubstr("a.png is shown"));
  paint("a.png", 60, 20);
  ASSERT_THAT(look().pictures, SizeIs(1));
  EXPECT_EQ(look().pictures.front()->width, 60);
  std::filesystem::remove(file);
  EXPECT_THAT(look().pictures, IsEmpty());
}

TEST_F(PanelFiles, PicturesAreAtMostTwenty) {
  for (int i = 10; i < 33; ++i) {
    paint(std::to_string(i) + ".png", i, 1);
  }
  const PanelContent content = look();
  ASSERT_THAT(content.pictures, SizeIs(20));
  EXPECT_EQ(content.pictures.back()->width, 29);
  EXPECT_EQ(look(), content);
  EXPECT_THAT(only_line_about("pictures"), HasSubstr("at most 20 pictures"));
}

TEST_F(PanelFiles, PicturesAreShrunkToWhatAPanelCanShow) {
  paint("wide.png", 4320, 100);
  const PanelContent content = look();
  ASSERT_THAT(content.pictures, SizeIs(1));
  EXPECT_EQ(content.pictures.front()->width, 2160);
  EXPECT_EQ(content.pictures.front()->height, 50);
}

TEST_F(PanelFiles, PicturesTakeABoundedMemory) {
  const std::string large = paint("a.png", 2160, 2160);  // 18 MiB unpacked
  for (char name = 'b'; name <= 'j'; ++name) {
    std::filesystem::copy_file(large, folder_.file(std::string("pictures/") + name + ".png"));
  }
  paint("small.png", 40, 20);
  const PanelContent content = look();
  ASSERT_THAT(content.pictures, SizeIs(9)) << "eight large ones and the small one";
  EXPECT_EQ(content.pictures.back()->width, 40);
  EXPECT_EQ(look(), content);
  EXPECT_THAT(only_line_about("pictures"), HasSubstr("too many pixels"));
}

TEST_F(PanelFiles, AFolderThatVanishesTakesItsPicturesAlong) {
  paint("a.png", 40, 20);
  ASSERT_THAT(look().pictures, SizeIs(1));
  std::filesystem::remove_all(settings_.pictures);
  EXPECT_THAT(look().pictures, IsEmpty());
  EXPECT_THAT(look().messages, SizeIs(1));
  EXPECT_THAT(only_line_about("pictures"), HasSubstr("cannot be read"));
  paint("a.png", 40, 20);
  EXPECT_THAT(look().pictures, SizeIs(1));
  EXPECT_THAT(lines().back(), HasSubstr("is read again"));
}

}  // namespace
}  // namespace navbat::board
