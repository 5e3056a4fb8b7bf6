#include "kiosk/screens/staff_model.h"

#include "ui/text/labels.h"
#include "ui/text/spoken.h"

namespace navbat::kiosk {
namespace {

StaffTicket listed(const ScreenContext& context, const IssuedTicket& ticket) {
  const ServiceOffer* offer = context.facts.find(ticket.service);
  const auto at = context.wall(ticket.issued_at);
  return {.id = ticket.id,
          .label = ui::spaced_label(ticket.label),
          .plain_label = ticket.label,
          .service =
              offer == nullptr ? ticket.service.value() : offer->name.in(context.words.language()),
          .time = at ? ui::clock_text(context.words, *at) : "",
          .time_spoken = at ? ui::spoken_clock(context.words, *at) : "",
          .paper = ticket.paper,
          .voided = ticket.voided};
}

StaffFact printer_fact(const ScreenContext& context) {
  const DeviceHealth& device = context.device;
  const std::string state = device.printer == PrinterHealth::kUnknown
                                ? "unknown"
                                : std::string(short_name(device.printer));
  return {.text = context.words.text("kiosk.staff.printer." + state),
          .detail = device.printer_detail,
          .good = device.paper_expected() && device.printer != PrinterHealth::kPaperLow};
}

StaffFact link_fact(const ScreenContext& context) {
  const ui::Catalogue& words = context.words;
  const LinkHealth& link = context.device.link;
  StaffFact fact{.text = words.text("kiosk.staff.link.online"), .detail = {}, .good = link.online};
  if (!link.online) {
    const auto at = link.last_contact ? context.wall(*link.last_contact) : std::nullopt;
    fact.text =
        at ? words.text("kiosk.staff.link.offline_since", {{"time", ui::clock_text(words, *at)}})
           : words.text("kiosk.staff.link.offline");
  }
  if (link.refused) {
    fact.text = words.text("kiosk.staff.link.refused");
    fact.good = false;
  }
  fact.detail = link.waiting_to_send == 0
                    ? words.text("kiosk.staff.link.all_sent")
                    : words.count("kiosk.staff.link.waiting", link.waiting_to_send);
  if (link.set_aside > 0) {
    fact.detail += ", " + words.count("kiosk.staff.link.set_aside", link.set_aside);
    fact.good = false;
  }
  return fact;
}

std::string done_text(const ui::Catalogue& words, const StaffDesk& desk) {
  const std::string label = desk.selected ? ui::spaced_label(desk.selected->label) : std::string();
  switch (desk.done) {
    case StaffDone::kNothing:
      return {};
    case StaffDone::kTestPrint:
      return words.text("kiosk.staff.done.test_print");
    case StaffDone::kReprint:
      return words.text("kiosk.staff.done.reprint", {{"label", label}});
    case StaffDone::kVoid:
      break;
  }
  return words.text("kiosk.staff.done.void", {{"label", label}});
}

}  // namespace

StaffModel make_staff(const ScreenContext& context) {
  const StaffDesk& desk = context.navigator.staff();
  StaffModel model{
      .header = context.header,
      .page = desk.page,
      .about = context.words.text("kiosk.staff.about", {{"device", context.device.name},
                                                        {"version", context.device.version}}),
      .printer = printer_fact(context),
      .link = link_fact(context),
      .volume = context.device.volume,
      .out_of_service = context.navigator.out_of_service(),
      .tickets_known = desk.tickets_known,
      .tickets = {},
      .selected = {},
      .done = done_text(context.words, desk)};
  for (const IssuedTicket& ticket : desk.tickets) {
    model.tickets.push_back(listed(context, ticket));
  }
  if (desk.selected) {
    model.selected = listed(context, *desk.selected);
  }
  return model;
}

std::string paper_text(const ui::Catalogue& words, const StaffTicket& ticket) {
  return ticket.voided
             ? words.text("kiosk.staff.voided")
             : words.text("kiosk.staff.paper." + std::string(domain::to_string(ticket.paper)));
}

}  // namespace navbat::kiosk
