// From the language to the paper, by a real pointer: what a printer burnt, decoded from the bytes
// that it got, is the ticket that the server has, in the customer's language.

#include "kiosk/app/branch_values.h"
#include "kiosk/printing/paper_layout.h"
#include "tests/e2e/kiosk_on_screen.h"
#include "tests/support/escpos_sink.h"
#include "tests/support/private_cups.h"

namespace navbat {
namespace {

using testing::eventually;

const std::vector<std::string> kServices{"cash",  "payments", "cards",
                                         "loans", "deposits", "business"};

ui::WallTime on_the_wall(domain::Timestamp at, const std::string& zone) {
  const domain::BranchCalendar calendar(domain::find_time_zone(zone).value(),
                                        std::chrono::minutes{0});
  const domain::LocalTime local = calendar.local(at);
  const std::chrono::weekday weekday{std::chrono::sys_days(local.date)};
  return {.year = static_cast<int>(local.date.year()),
          .month = static_cast<int>(static_cast<unsigned>(local.date.month())),
          .day = static_cast<int>(static_cast<unsigned>(local.date.day())),
          .weekday = static_cast<int>(weekday.iso_encoding()),
          .hour = local.hour,
          .minute = local.minute,
          .second = local.second};
}

class KioskPaper : public testing::KioskOnScreen {
 protected:
  // The paper of a ticket as the server tells it, drawn here.
  kiosk::Bitmap expected_paper(const kiosk::IssuedTicket& ticket,
                               const std::string& language) const {
    const kiosk::BranchFacts branch = kiosk::branch_facts(branch_at_server());
    const auto texts =
        ui::Catalogues::load(testing::tree_file("assets/lang"), kiosk::kLanguages).value();
    const kiosk::PaperFacts facts{.bank = branch.bank,
                                  .branch = branch.name.in(language),
                                  .service = branch.find(ticket.service)->name.in(language),
                                  .time = on_the_wall(ticket.issued_at, branch.time_zone),
                                  .phone_page = server_.url() + "/t/",
                                  .kiosk_number = "1"};
    return kiosk::lay_out(kiosk::make_paper(texts.of(language), ticket, facts),
                          testing::tree_file("assets/icons/bank.png"), dots_)
        .value();
  }

  // Language, service, ticket; the page is the sink's last.
  void take_one(const std::string& language, const std::string& service) {
    SCOPED_TRACE(language + " " + service);
    const std::size_t pages = sink_.pages().size();
    choose_language(language);
    press("home/service/" + service);
    ASSERT_TRUE(eventually([&] { return sink_.has_pages(pages + 1); })) << kiosk_->out();
    const kiosk::Bitmap burnt = sink_.pages().back();
    const std::string address = testing::read_code(burnt);
    ASSERT_FALSE(address.empty());
    EXPECT_EQ(code_on_screen(), address);
    const kiosk::IssuedTicket ticket = ticket_at(address);
    EXPECT_EQ(address, server_.url() + "/t/" + ticket.id);
    EXPECT_EQ(ticket.service.value(), service);
    EXPECT_EQ(ticket.language, language);
    EXPECT_TRUE(shows_number(ticket.label)) << kiosk_->out();
    EXPECT_TRUE(testing::is_burnt(burnt, expected_paper(ticket, language)));
    kiosk::IssuedTicket other = ticket;
    other.label.back() = other.label.back() == '9' ? '8' : '9';
    EXPECT_FALSE(testing::is_burnt(burnt, expected_paper(other, language)));
    leave_ticket();
  }

  testing::EscPosSink sink_;
  int dots_ = kiosk::kPaperDots;
};

TEST_F(KioskPaper, ComesOutWithTheNumberOfTheServerInEveryLanguage) {
  start_kiosk("kind = \"escpos\"\naddress = \"" + sink_.address() + "\"");
  std::size_t customer = 0;
  for (const std::string& language : kiosk::kLanguages) {
    take_one(language, kServices[customer++ % kServices.size()]);
    if (HasFatalFailure()) break;
  }
  EXPECT_EQ(sink_.pages().size(), kiosk::kLanguages.size());
  EXPECT_EQ(sink_.rubbish(), 0U);
}

TEST_F(KioskPaper, ComesOutOfAQueueOfThePrintingSystemOnNarrowPaper) {
  testing::PrivateCups cups;
  cups.add_raw_queue("ticket", sink_.address());
  start_kiosk("kind = \"cups\"\nqueue = \"ticket\"\nserver = \"" + cups.server() +
              "\"\ndots = 384");
  dots_ = 384;
  take_one("uz", "cards");
  if (HasFatalFailure()) FAIL() << cups.log();
  EXPECT_EQ(sink_.rubbish(), 0U);
}

}  // namespace
}  // namespace navbat
