#include "kiosk/app/kiosk_errands.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/kiosk_scene.h"
#include "kiosk/limits.h"
#include "kiosk/printing/paper_layout.h"

namespace navbat::kiosk {

void KioskErrands::issue(const TicketWish& wish) {
  parts_.issuing([this, wish] {
    auto ticket = parts_.desk.take(wish);
    if (!ticket) {
      parts_.log("no ticket for " + wish.service.value() + ": " + ticket.error().detail);
    }
    parts_.shell.post([this, ticket = std::move(ticket)] {
      if (ticket) {
        scene_->issued(*ticket);
      } else {
        scene_->not_issued(ticket.error());
      }
    });
  });
}

void KioskErrands::print(const IssuedTicket& ticket, const std::string& language, bool copy) {
  PaperFacts facts = scene_->paper_facts(ticket, language);
  facts.phone_page = parts_.phone_page;
  facts.kiosk_number = parts_.kiosk_number;
  facts.copy = copy;
  const ui::Catalogue& words = parts_.shell.catalogues().of(language);
  const bool taken = parts_.print_page(
      {.ticket_id = ticket.id,
       .name = ticket.label + "-" + ticket.id,
       .page = [paper = make_paper(words, ticket, facts), logo = parts_.logo,
                dots = parts_.paper_dots] { return lay_out(paper, logo, dots); }});
  if (!taken) {
    parts_.log("not printed " + ticket.label + ": too many pages wait for the printer");
    scene_->printed(ticket.id, PrintProgress::kFailed);
  }
}

void KioskErrands::find_booking(const std::string& code) {
  parts_.asking([this, code] {
    auto booking = parts_.desk.find_booking(code);
    parts_.shell.post([this, booking = std::move(booking)] {
      if (booking) {
        scene_->booking_found(*booking);
      } else {
        scene_->not_issued(booking.error());
      }
    });
  });
}

void KioskErrands::find_ticket(const std::string& label_or_id) {
  parts_.asking([this, label_or_id] {
    TicketDesk::Found found = parts_.desk.find_ticket(label_or_id);
    parts_.shell.post([this, found = std::move(found)] {
      if (found.ticket) {
        scene_->ticket_found(*found.ticket, found.rateable);
      } else {
        scene_->no_ticket(found.server_answered);
      }
    });
  });
}

void KioskErrands::keep(const std::string& what,
                        std::function<tl::expected<void, std::string>()> job) {
  parts_.asking([this, what, job = std::move(job)] {
    if (const auto kept = job(); !kept) {
      parts_.log(what + " is lost: " + kept.error());
    }
  });
}

void KioskErrands::rate(const std::string& ticket_id, int score,
                        const std::vector<std::string>& reasons) {
  keep("a rating", [=, this] { return parts_.desk.rate(ticket_id, score, reasons); });
}

void KioskErrands::tell(const GuidanceOffered& offered) {
  keep("an offer", [this, offered] { return parts_.desk.tell(offered); });
}

void KioskErrands::tell(const GuidanceTaken& taken) {
  keep("a choice of self-service", [this, taken] { return parts_.desk.tell(taken); });
}

void KioskErrands::tell(const GuidanceReturned& returned) {
  keep("a return from self-service", [this, returned] { return parts_.desk.tell(returned); });
}

void KioskErrands::check_pin(const std::string& pin) {
  parts_.asking([this, pin] {
    const bool right = parts_.pin_right(pin);
    if (!right) {
      parts_.log("a wrong PIN was typed");
    }
    parts_.shell.post([this, right] { scene_->pin_checked(right); });
  });
}

void KioskErrands::load_tickets() {
  parts_.asking([this] {
    auto tickets = parts_.desk.latest(kTicketsListed);
    parts_.shell.post([this, tickets = std::move(tickets)] { scene_->tickets_loaded(tickets); });
  });
}

void KioskErrands::void_ticket(const std::string& ticket_id, const std::string& reason) {
  keep("a voided ticket", [=, this] { return parts_.desk.void_ticket(ticket_id, reason); });
}

void KioskErrands::test_print() {
  PrintJob job = scene_->test_page();
  if (!parts_.print_page(std::move(job))) {
    parts_.log("no test page: too many pages wait for the printer");
  }
}

void KioskErrands::test_sound() { parts_.test_sound(); }

void KioskErrands::set_volume(int percent) { parts_.set_volume(percent); }

void KioskErrands::set_out_of_service(bool out) {
  parts_.log(out ? "taken out of service by staff" : "back in service");
  parts_.keep_out_of_service(out);
}

void KioskErrands::leave() {
  parts_.log("left by staff");
  parts_.leave();
}

void KioskErrands::look_for_unprinted(domain::Timestamp since) {
  parts_.asking([this, since] {
    std::vector<IssuedTicket> tickets = parts_.desk.unprinted(since);
    std::erase_if(tickets, [](const IssuedTicket& ticket) { return ticket.voided; });
    for (const IssuedTicket& ticket : tickets) {
      parts_.log("ticket " + ticket.label + " may have no paper");
    }
    if (!tickets.empty()) {
      parts_.shell.post([this, ticket = tickets.front()] { scene_->offer_reprint(ticket); });
    }
  });
}

void KioskErrands::warm_up() {
  parts_.asking([this] {
    PaperTicket sample;
    sample.label = "A 000";
    sample.bank = sample.branch = sample.heading = sample.service = sample.foot = "Oʻzbekcha";
    if (auto laid_out = lay_out(sample, parts_.logo); !laid_out) {
      parts_.log(laid_out.error());
    }
  });
}

}  // namespace navbat::kiosk
