#include "kiosk/printing/paper_ticket.h"

#include "kiosk/model/wait.h"
#include "ui/text/labels.h"

namespace navbat::kiosk {

PaperTicket make_paper(const ui::Catalogue& words, const IssuedTicket& ticket,
                       const PaperFacts& facts) {
  PaperTicket paper;
  paper.bank = facts.bank;
  paper.branch = facts.branch;
  paper.heading = words.text("paper.your_number");
  paper.label = ui::spaced_label(ticket.label);
  paper.service = facts.service;
  if (ticket.people_ahead) {
    paper.rows.emplace_back(words.text("paper.ahead"),
                            words.count("paper.people", *ticket.people_ahead));
  }
  if (ticket.promise) {
    const Wait wait = wait_of(ticket.promise, true, domain::Seconds::max());
    paper.rows.emplace_back(words.text("paper.wait"), wait_text(words, "paper.", wait));
    paper.rows.emplace_back(
        words.text("paper.limit"),
        words.text("paper.under", {{"limit", std::to_string(ticket.promise->limit_min)}}));
  } else {
    paper.rows.emplace_back(words.text("paper.soon"), "");
  }
  if (!facts.phone_page.empty()) {
    paper.address = facts.phone_page + ticket.id;
    paper.follow = words.text("paper.follow");
  }
  paper.foot = ui::short_date_text(words, facts.time) + "   " + ui::clock_text(words, facts.time) +
               "   " + words.text("paper.kiosk", {{"number", facts.kiosk_number}});
  return paper;
}

}  // namespace navbat::kiosk
