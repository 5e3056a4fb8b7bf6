#include "kiosk/app/ticket_jobs.h"

#include "kiosk/printing/paper_layout.h"

namespace navbat::kiosk {

Navigator::Jobs TicketJobs::for_scene(std::function<KioskScene&()> scene) {
  return {.issue = [this, scene](const domain::ServiceId& service,
                                 const std::string& language) { issue(scene, service, language); },
          .print = [this, scene](const IssuedTicket& ticket,
                                 const std::string& language) { print(scene, ticket, language); }};
}

void TicketJobs::issue(const std::function<KioskScene&()>& scene, const domain::ServiceId& service,
                       const std::string& language) {
  parts_.issuing([this, scene, service, language] {
    auto ticket = parts_.desk.take(service, language);
    if (!ticket) {
      parts_.log("no ticket for " + service.value() + ": " + ticket.error());
    }
    parts_.shell.post([scene, ticket = std::move(ticket)] {
      if (ticket) {
        scene().issued(*ticket);
      } else {
        scene().not_issued();
      }
    });
  });
}

void TicketJobs::print(const std::function<KioskScene&()>& scene, const IssuedTicket& ticket,
                       const std::string& language) {
  PaperFacts facts = scene().paper_facts(ticket, language);
  facts.phone_page = parts_.phone_page;
  facts.kiosk_number = parts_.kiosk_number;
  const ui::Catalogue& words = parts_.shell.catalogues().of(language);
  const PaperTicket paper = make_paper(words, ticket, facts);
  parts_.printing([this, scene, paper, id = ticket.id, name = ticket.label + "-" + ticket.id] {
    const auto bitmap = lay_out(paper, parts_.logo);
    const PrintResult result =
        bitmap ? parts_.printer.print(*bitmap, name, {}) : PrintResult::not_printed(bitmap.error());
    const bool printed = result.outcome == PrintOutcome::kPrinted;
    if (printed) {
      parts_.desk.printed(id);
    } else {
      parts_.log("not printed " + name + ": " + result.why);
    }
    parts_.shell.post([scene, id, printed] { scene().printed(id, printed); });
  });
}

void TicketJobs::warm_up() {
  parts_.printing([this] {
    PaperTicket sample;
    sample.label = "A 000";
    sample.bank = sample.branch = sample.heading = sample.service = sample.foot = "Oʻzbekcha";
    if (auto laid_out = lay_out(sample, parts_.logo); !laid_out) {
      parts_.log(laid_out.error());
    }
  });
}

}  // namespace navbat::kiosk
