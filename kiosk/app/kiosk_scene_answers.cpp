// Answers to errands and news of the terminal, each with a new frame.

#include <utility>

#include "kiosk/app/kiosk_scene.h"

namespace navbat::kiosk {

void KioskScene::issued(IssuedTicket ticket) {
  navigator_.issued(std::move(ticket), shell_.now());
  shell_.redraw();
}

void KioskScene::not_issued(const NoTicket& why) {
  navigator_.not_issued(why.why, why.at, why.service, shell_.now());
  shell_.redraw();
}

void KioskScene::printed(const std::string& ticket_id, PrintProgress progress) {
  navigator_.printed(ticket_id, progress);
  shell_.redraw();
}

void KioskScene::booking_found(Booking booking) {
  navigator_.booking_found(std::move(booking), shell_.now());
  shell_.redraw();
}

void KioskScene::ticket_found(IssuedTicket ticket, Rateable rateable) {
  navigator_.ticket_found(std::move(ticket), rateable, shell_.now());
  shell_.redraw();
}

void KioskScene::no_ticket(bool server_answered) {
  navigator_.no_ticket(server_answered, shell_.now());
  shell_.redraw();
}

void KioskScene::pin_checked(bool right) {
  navigator_.pin_checked(right, shell_.now());
  shell_.redraw();
}

void KioskScene::tickets_loaded(std::vector<IssuedTicket> tickets) {
  navigator_.tickets_loaded(std::move(tickets));
  shell_.redraw();
}

void KioskScene::offer_reprint(IssuedTicket ticket) {
  navigator_.offer_reprint(std::move(ticket), shell_.now());
  shell_.redraw();
}

void KioskScene::printer_is(PrinterHealth health, const std::string& detail) {
  device_.printer = health;
  device_.printer_detail = detail;
  shell_.redraw();
}

void KioskScene::volume_is(int percent) {
  device_.volume = percent;
  shell_.redraw();
}

void KioskScene::out_of_service(bool out) {
  navigator_.set_out_of_service(out, shell_.now());
  shell_.redraw();
}

}  // namespace navbat::kiosk
