#include "kiosk/printing/print_spooler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <semaphore>

#include "tests/kiosk/printing/sample_page.h"
#include "tests/support/eventually.h"

namespace navbat::kiosk {
namespace {

using std::chrono::milliseconds;
using testing::eventually;

// Everything that happens, in order, as one list.
class Diary {
 public:
  void write(std::string line) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(std::move(line));
  }
  std::vector<std::string> lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
  }
  bool has(const std::string& line) const {
    const auto all = lines();
    return std::find(all.begin(), all.end(), line) != all.end();
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

class FakeJournal final : public PrintJournal {
 public:
  explicit FakeJournal(Diary& diary) : diary_(diary) {}
  tl::expected<void, std::string> set_state(const std::string& ticket, PageState state) override {
    constexpr std::array kNames{"sending", "printed", "unknown", "failed"};
    diary_.write("journal " + ticket + " " + kNames[static_cast<std::size_t>(state)]);
    if (full) {
      return tl::unexpected(std::string("disk full"));
    }
    return {};
  }
  std::atomic<bool> full = false;

 private:
  Diary& diary_;
};

class FakeListener final : public PrintListener {
 public:
  explicit FakeListener(Diary& diary) : diary_(diary) {}
  void printer_changed(const PrinterReport& report) override {
    diary_.write("printer " + std::string(short_name(report.health)));
  }
  void job_done(const PrintJob& job, const PrintResult& result) override {
    constexpr std::array kNames{"printed", "not printed", "unknown"};
    diary_.write("done " + job.name + " " + kNames[static_cast<std::size_t>(result.outcome)]);
  }

 private:
  Diary& diary_;
};

struct Script {
  std::mutex mutex;
  PrinterStatus status;
  PrintResult result = PrintResult::printed();
  std::counting_semaphore<100> may_print{100};
  std::atomic<int> asked = 0;
};

// Does what the script says; a print waits for its leave and for the end of the program.
class FakePrinter final : public Printer {
 public:
  FakePrinter(Script& script, Diary& diary) : script_(script), diary_(diary) {}
  PrinterStatus status(const std::stop_token&) override {
    ++script_.asked;
    const std::lock_guard lock(script_.mutex);
    return script_.status;
  }
  PrintResult print(const Bitmap&, const std::string& name, const std::stop_token& stop) override {
    diary_.write("bytes " + name);
    while (!script_.may_print.try_acquire_for(milliseconds{10})) {
      if (stop.stop_requested()) {
        return PrintResult::unknown("the program ends");
      }
    }
    const std::lock_guard lock(script_.mutex);
    return script_.result;
  }

 private:
  Script& script_;
  Diary& diary_;
};

PrinterStatus well() {
  PrinterStatus status;
  status.reachable = true;
  status.paper = PaperLevel::kOk;
  return status;
}

class PrintSpoolerTest : public ::testing::Test {
 protected:
  void open(milliseconds every = std::chrono::hours{1}) {
    spooler_ = std::make_unique<PrintSpooler>(
        PrintSpooler::Parts{.printer = std::make_unique<FakePrinter>(script_, diary_),
                            .journal = journal_,
                            .listener = listener_,
                            .log = [this](const std::string& line) { log_.write(line); },
                            .status_every = every});
  }
  static PrintJob job(const std::string& ticket) {
    return {.ticket_id = ticket, .name = "A-" + ticket, .page = [] { return striped_page(8); }};
  }
  void become(const PrinterStatus& status) {
    const std::lock_guard lock(script_.mutex);
    script_.status = status;
  }

  Diary diary_;
  Diary log_;
  Script script_{.mutex = {}, .status = well()};
  FakeJournal journal_{diary_};
  FakeListener listener_{diary_};
  std::unique_ptr<PrintSpooler> spooler_;
};

TEST_F(PrintSpoolerTest, WritesTheJournalBeforeTheBytesAndAfterThem) {
  open();
  ASSERT_TRUE(eventually([&] { return diary_.has("printer ready"); }));
  ASSERT_TRUE(spooler_->print(job("1")));
  ASSERT_TRUE(eventually([&] { return diary_.has("done A-1 printed"); }));
  EXPECT_EQ(diary_.lines(),
            (std::vector<std::string>{"printer ready", "journal 1 sending", "bytes A-1",
                                      "journal 1 printed", "done A-1 printed"}));
}

TEST_F(PrintSpoolerTest, TellsWhatIsWrongBeforeItTellsThatThePageFailed) {
  open();
  ASSERT_TRUE(eventually([&] { return diary_.has("printer ready"); }));
  script_.result = PrintResult::not_printed("the printer is out of paper");
  PrinterStatus out = well();
  out.paper = PaperLevel::kOut;
  become(out);
  ASSERT_TRUE(spooler_->print(job("1")));
  ASSERT_TRUE(eventually([&] { return diary_.has("done A-1 not printed"); }));
  EXPECT_EQ(diary_.lines(), (std::vector<std::string>{
                                "printer ready", "journal 1 sending", "bytes A-1",
                                "journal 1 failed", "printer paper_out", "done A-1 not printed"}));
  EXPECT_EQ(spooler_->report().health, PrinterHealth::kPaperOut);
  EXPECT_TRUE(log_.has("printing A-1: not printed, the printer is out of paper"));
}

TEST_F(PrintSpoolerTest, RepeatsNoPageByItself) {
  open(milliseconds{5});
  script_.result = PrintResult::unknown("no answer");
  ASSERT_TRUE(spooler_->print(job("1")));
  ASSERT_TRUE(eventually([&] { return diary_.has("done A-1 unknown"); }));
  const int asked = script_.asked;
  ASSERT_TRUE(eventually([&] { return script_.asked > asked + 5; }));
  const auto lines = diary_.lines();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "bytes A-1"), 1);
  EXPECT_TRUE(diary_.has("journal 1 unknown"));
}

TEST_F(PrintSpoolerTest, NoticesTroubleWhileNothingIsPrinted) {
  open(milliseconds{5});
  ASSERT_TRUE(eventually([&] { return diary_.has("printer ready"); }));
  PrinterStatus low = well();
  low.paper = PaperLevel::kNearEnd;
  low.detail = "the paper roll ends soon";
  become(low);
  ASSERT_TRUE(eventually([&] { return diary_.has("printer paper_low"); }));
  EXPECT_EQ(spooler_->report().detail, "the paper roll ends soon");
  become({});
  ASSERT_TRUE(eventually([&] { return diary_.has("printer offline"); }));
}

TEST_F(PrintSpoolerTest, TellsOnlyWhatChanged) {
  open(milliseconds{5});
  ASSERT_TRUE(eventually([&] { return script_.asked > 10; }));
  EXPECT_EQ(diary_.lines(), std::vector<std::string>{"printer ready"});
}

TEST_F(PrintSpoolerTest, TakesPagesWhileThePrinterHangsAndRefusesWhenTooManyWait) {
  while (script_.may_print.try_acquire()) {
  }
  open();
  ASSERT_TRUE(spooler_->print(job("first")));
  ASSERT_TRUE(eventually([&] { return diary_.has("bytes A-first"); }));
  for (std::size_t waiting = 0; waiting < printing::kMostWaitingJobs; ++waiting) {
    ASSERT_TRUE(spooler_->print(job(std::to_string(waiting))));
  }
  EXPECT_FALSE(spooler_->print(job("one too many")));
  script_.may_print.release(50);
  EXPECT_TRUE(eventually([&] { return diary_.has("done A-31 printed"); }));
  EXPECT_FALSE(diary_.has("bytes A-one too many"));
}

TEST_F(PrintSpoolerTest, EndsInTheMiddleOfAPageThatIsThenUnknown) {
  while (script_.may_print.try_acquire()) {
  }
  open();
  ASSERT_TRUE(spooler_->print(job("1")));
  ASSERT_TRUE(spooler_->print(job("2")));
  ASSERT_TRUE(eventually([&] { return diary_.has("bytes A-1"); }));
  spooler_.reset();
  EXPECT_TRUE(diary_.has("journal 1 unknown"));
  EXPECT_FALSE(diary_.has("journal 2 sending")) << "still waiting, to be offered after the start";
}

TEST_F(PrintSpoolerTest, PrintsEvenWhenTheJournalCannotBeWritten) {
  journal_.full = true;
  open();
  ASSERT_TRUE(spooler_->print(job("1")));
  ASSERT_TRUE(eventually([&] { return diary_.has("done A-1 printed"); }));
  EXPECT_TRUE(log_.has("print journal of A-1: disk full"));
}

TEST_F(PrintSpoolerTest, KeepsNoJournalOfATestPage) {
  open();
  ASSERT_TRUE(eventually([&] { return diary_.has("printer ready"); }));
  PrintJob test = job("");
  test.name = "test";
  ASSERT_TRUE(spooler_->print(std::move(test)));
  ASSERT_TRUE(eventually([&] { return diary_.has("done test printed"); }));
  EXPECT_EQ(diary_.lines().size(), 3U);
}

TEST_F(PrintSpoolerTest, FailsAPageThatCannotBeLaidOutWithoutSendingAByte) {
  open();
  PrintJob broken = job("1");
  broken.page = []() -> tl::expected<Bitmap, std::string> {
    return tl::unexpected(std::string("logo.png: cannot be read"));
  };
  ASSERT_TRUE(spooler_->print(std::move(broken)));
  ASSERT_TRUE(eventually([&] { return diary_.has("done A-1 not printed"); }));
  EXPECT_TRUE(diary_.has("journal 1 failed"));
  EXPECT_FALSE(diary_.has("bytes A-1"));
}

TEST_F(PrintSpoolerTest, DoesWithoutAPrinterWhereTheBranchChoseSo) {
  PrintSpooler spooler({.printer = nullptr,
                        .journal = journal_,
                        .listener = listener_,
                        .log = [](const std::string&) {}});
  ASSERT_TRUE(spooler.print(job("1")));
  ASSERT_TRUE(eventually([&] { return diary_.has("done A-1 not printed"); }));
  EXPECT_EQ(spooler.report().health, PrinterHealth::kNone);
  EXPECT_FALSE(can_print(PrinterHealth::kNone));
}

}  // namespace
}  // namespace navbat::kiosk
