#include "kiosk/screens/ticket_model.h"

#include <algorithm>
#include <chrono>

#include "kiosk/limits.h"
#include "ui/text/labels.h"

namespace navbat::kiosk {

TicketModel make_ticket(HeaderModel header, const std::string& service, const IssuedTicket* ticket,
                        const std::string& issued_on, const std::string& phone_page,
                        PrintProgress paper) {
  TicketModel model;
  model.header = std::move(header);
  model.service = service;
  model.paper = paper;
  if (ticket == nullptr) {
    return model;
  }
  model.issued = true;
  model.issued_on = issued_on;
  model.label = ui::spaced_label(ticket->label);
  // A promise on a ticket is never "not live": it was made for it. The target colours nothing here.
  model.wait = wait_of(ticket->promise, true, domain::Seconds::max());
  if (ticket->promise) {
    model.limit_min = ticket->promise->limit_min;
  }
  model.people_ahead = ticket->people_ahead;
  if (!phone_page.empty()) {
    model.qr = ui::make_qr(phone_page + ticket->id);
  }
  return model;
}

void count_down(TicketModel& model, Moment since, std::optional<Moment> deadline, Moment now) {
  model.since = since;
  if (!deadline) {
    return;
  }
  const Moment left = std::max(Moment{0}, *deadline - now);
  model.seconds_left = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
  model.share_left = static_cast<float>(left.count()) / static_cast<float>(kTicketShownFor.count());
  model.closing = left <= kTicketWarnsFor;
}

}  // namespace navbat::kiosk
