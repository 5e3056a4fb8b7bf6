#include "kiosk/printing/paper_ticket.h"

#include "kiosk/model/wait.h"
#include "ui/text/labels.h"

namespace navbat::kiosk {
namespace {

std::string foot_text(const ui::Catalogue& words, const ui::WallTime& time,
                      const std::string& kiosk_number) {
  return ui::short_date_text(words, time) + "  ·  " + ui::clock_text(words, time) + "  ·  " +
         words.text("paper.kiosk", {{"number", kiosk_number}});
}

}  // namespace

PaperTicket make_paper(const ui::Catalogue& words, const IssuedTicket& ticket,
                       const PaperFacts& facts) {
  PaperTicket paper;
  paper.bank = facts.bank;
  paper.branch = facts.branch;
  paper.mark = facts.copy ? words.text("paper.copy") : "";
  paper.heading = words.text("paper.your_number");
  paper.label = ui::spaced_label(ticket.label);
  paper.service = facts.service;
  if (ticket.people_ahead) {
    paper.facts.push_back(
        {words.text("paper.ahead"), words.count("paper.people", *ticket.people_ahead)});
  }
  if (ticket.promise) {
    const Wait wait = wait_of(ticket.promise, true, domain::Seconds::max());
    paper.facts.push_back({words.text("paper.wait"), wait_text(words, "paper.", wait)});
    paper.notes.push_back(
        words.text("paper.limit", {{"limit", std::to_string(ticket.promise->limit_min)}}));
  } else {
    paper.notes.push_back(words.text("paper.soon"));
  }
  if (!facts.phone_page.empty()) {
    paper.address = facts.phone_page + ticket.id;
    paper.follow = words.text("paper.follow");
  }
  paper.foot = foot_text(words, facts.time, facts.kiosk_number);
  return paper;
}

TestPage make_test_page(const ui::Catalogues& all, const ui::Catalogue& words,
                        const TestFacts& facts) {
  TestPage page{.bank = facts.bank,
                .branch = facts.branch,
                .title = words.text("paper.test"),
                .samples = {},
                .printer = facts.printer,
                .address = facts.phone_page,
                .foot = foot_text(words, facts.time, facts.kiosk_number) + "  ·  " + facts.version};
  for (const ui::Catalogue& catalogue : all.all()) {
    page.samples.push_back(catalogue.text("paper.your_number") + "  A 042  " +
                           catalogue.count("paper.people", 3));
  }
  return page;
}

}  // namespace navbat::kiosk
