#include "tests/kiosk/steps.h"

namespace navbat::kiosk {
namespace {

void nothing(KioskStage& stage) { static_cast<void>(stage); }

void ask_phone(KioskStage& stage) {
  for (ServiceOffer& offer : stage.feed.facts_->services) {
    offer.asks_phone = offer.id == domain::ServiceId("cash");
  }
  stage.refresh();
}

void close_service(KioskStage& stage) {
  stage.feed.openings_[domain::ServiceId("payments")] = {
      .state = Opening::kClosed,
      .opens_at = domain::parse_rfc3339("2026-03-18T04:00:00.000Z").value()};
  stage.refresh();
}

void use_up_service(KioskStage& stage) {
  stage.feed.openings_[domain::ServiceId("payments")] = {.state = Opening::kFull, .opens_at = {}};
  stage.refresh();
}

void know_a_visit(KioskStage& stage) { stage.desk.rateable["A042"] = Rateable::kYes; }

// A booking of the cash desk that cannot be used now.
std::function<void(KioskStage&)> refuse_booking(Refusal why) {
  return [why](KioskStage& stage) {
    stage.desk.bookings["482913"] = {
        .code = "482913",
        .service = domain::ServiceId("cash"),
        .at = domain::parse_rfc3339("2026-03-17T12:00:00.000Z").value()};
    stage.desk.fails_to_issue = why;
    stage.desk.refused_until = domain::parse_rfc3339("2026-03-17T11:30:00.000Z").value();
  };
}

void check_in(KioskStage& stage) {
  must_tap(stage, "home/check_in");
  tap_digits(stage, "check_in", "482913");
  must_tap(stage, "check_in/continue");
}

void rate(KioskStage& stage, int score) {
  stage.robot->scan("A042");
  must_tap(stage, "feedback/score/" + std::to_string(score));
}

void give_tickets(KioskStage& stage) { stage.desk.given = sample_tickets(); }

void trouble_the_terminal(KioskStage& stage) {
  give_tickets(stage);
  stage.feed.link_ = {.online = false,
                      .refused = false,
                      .last_contact = domain::parse_rfc3339("2026-03-17T09:05:00.000Z").value(),
                      .waiting_to_send = 17,
                      .set_aside = 2};
  stage.refresh();
  stage.scene->printer_is(PrinterHealth::kPaperOut, "paper end sensor of 192.168.10.40");
}

void open_ticket(KioskStage& stage) {
  open_staff_menu(stage);
  must_tap(stage, "staff/tickets");
  must_tap(stage, "staff/ticket/" + sample_tickets().front().id);
}

}  // namespace

void must_tap(KioskStage& stage, const std::string& id) {
  EXPECT_TRUE(stage.robot->tap(id)) << id;
  stage.robot->advance(ui::Moment{600});
}

void tap_digits(KioskStage& stage, const std::string& path, const std::string& digits) {
  for (const char digit : digits) {
    EXPECT_TRUE(stage.robot->tap(path + "/" + digit)) << digit;
    stage.robot->advance(ui::Moment{350});
  }
}

void knock_five_times(KioskStage& stage) {
  stage.robot->advance(ui::Moment{1000});
  for (int i = 0; i < 5; ++i) {
    stage.robot->finger_down({30, 30});
    stage.robot->finger_up({30, 30});
    stage.robot->advance(ui::Moment{400});
  }
}

void open_staff_menu(KioskStage& stage) {
  knock_five_times(stage);
  tap_digits(stage, "staff_pin", stage.pin);
  must_tap(stage, "staff_pin/continue");
}

std::vector<IssuedTicket> sample_tickets() {
  std::vector<IssuedTicket> tickets;
  const auto add = [&](const char* label, const char* service, domain::PrintState paper,
                       bool voided) {
    IssuedTicket ticket = sample_ticket();
    ticket.id.back() = static_cast<char>('0' + tickets.size());
    ticket.label = label;
    ticket.service = domain::ServiceId(service);
    ticket.issued_at -= std::chrono::minutes(3) * static_cast<int>(tickets.size());
    ticket.paper = paper;
    ticket.voided = voided;
    tickets.push_back(ticket);
  };
  using enum domain::PrintState;
  add("B117", "payments", kUnknown, false);
  add("AX01", "cash", kFailed, false);
  add("A041", "cash", kPrinted, false);
  add("D009", "loans", kPrinted, true);
  add("F003", "business", kSending, false);
  add("C055", "cards", kPrinted, false);
  add("E012", "deposits", kWaiting, false);
  add("A040", "cash", kPrinted, false);
  return tickets;
}

const std::vector<StepCase>& all_steps() {
  static const std::vector<StepCase> kSteps{
      {"details", ask_phone, [](KioskStage& s) { must_tap(s, "home/service/cash"); }},
      {"details_typed", ask_phone,
       [](KioskStage& s) {
         must_tap(s, "home/service/cash");
         tap_digits(s, "details", "998901234567");
       }},
      {"details_shown", ask_phone,
       [](KioskStage& s) {
         must_tap(s, "home/service/cash");
         tap_digits(s, "details", "998901234567000");
         must_tap(s, "details/show");
       }},
      {"priority", nothing, [](KioskStage& s) { must_tap(s, "home/priority"); }},
      {"priority_chosen", nothing,
       [](KioskStage& s) {
         must_tap(s, "home/priority");
         must_tap(s, "priority/small_child");
         must_tap(s, "home/priority");
       }},
      {"check_in", nothing, [](KioskStage& s) { must_tap(s, "home/check_in"); }},
      {"check_in_typed", nothing,
       [](KioskStage& s) {
         must_tap(s, "home/check_in");
         tap_digits(s, "check_in", "482913");
       }},
      {"check_in_longest", nothing,
       [](KioskStage& s) {
         must_tap(s, "home/check_in");
         tap_digits(s, "check_in", "48291300112233445566");
       }},
      {"feedback_number", nothing, [](KioskStage& s) { must_tap(s, "home/feedback"); }},
      {"feedback_typed", nothing,
       [](KioskStage& s) {
         must_tap(s, "home/feedback");
         must_tap(s, "feedback/letter/A");
         must_tap(s, "feedback/letter/X");
         tap_digits(s, "feedback", "0042");
       }},
      {"feedback_faces", know_a_visit, [](KioskStage& s) { s.robot->scan("A042"); }},
      {"feedback_better", know_a_visit,
       [](KioskStage& s) {
         rate(s, 1);
         must_tap(s, "feedback/reason/wait");
         must_tap(s, "feedback/reason/clarity");
       }},
      {"feedback_liked", know_a_visit, [](KioskStage& s) { rate(s, 4); }},
      {"feedback_thanks", know_a_visit,
       [](KioskStage& s) {
         rate(s, 3);
         must_tap(s, "feedback/send");
       }},
      {"reprint", nothing, [](KioskStage& s) { s.scene->offer_reprint(sample_ticket()); }},
      {"trouble", [](KioskStage& s) { s.desk.fails = true; },
       [](KioskStage& s) { must_tap(s, "home/service/cash"); }},
      {"notice_closed", close_service, [](KioskStage& s) { must_tap(s, "home/service/payments"); }},
      {"notice_full", use_up_service, [](KioskStage& s) { must_tap(s, "home/service/payments"); }},
      {"too_early", refuse_booking(Refusal::kTooEarly), check_in},
      {"too_late", refuse_booking(Refusal::kTooLate), check_in},
      {"booking_used", refuse_booking(Refusal::kBookingUsed), check_in},
      {"booking_unknown", nothing, check_in},
      {"ticket_unknown", nothing, [](KioskStage& s) { s.robot->scan("B777"); }},
      {"rated_already", [](KioskStage& s) { s.desk.rateable["A042"] = Rateable::kRated; },
       [](KioskStage& s) { s.robot->scan("A042"); }},
      {"not_served_yet", [](KioskStage& s) { s.desk.rateable["A042"] = Rateable::kNotYet; },
       [](KioskStage& s) { s.robot->scan("A042"); }},
      {"unreadable", nothing, [](KioskStage& s) { s.robot->scan("?%?%?%?%"); }},
      {"try_later", [](KioskStage& s) { s.desk.server_answers = false; },
       [](KioskStage& s) { s.robot->scan("B777"); }},
      {"out_of_service", nothing, [](KioskStage& s) { s.scene->out_of_service(true); }},
      {"staff_pin", nothing,
       [](KioskStage& s) {
         knock_five_times(s);
         tap_digits(s, "staff_pin", "25");
       }},
      {"staff_pin_wrong", nothing,
       [](KioskStage& s) {
         knock_five_times(s);
         tap_digits(s, "staff_pin", "1111");
         must_tap(s, "staff_pin/continue");
       }},
      {"staff_pin_locked", nothing,
       [](KioskStage& s) {
         knock_five_times(s);
         for (int i = 0; i < 5; ++i) {
           tap_digits(s, "staff_pin", "1111");
           must_tap(s, "staff_pin/continue");
         }
       }},
      {"staff", give_tickets, open_staff_menu},
      {"staff_trouble", trouble_the_terminal,
       [](KioskStage& s) {
         open_staff_menu(s);
         must_tap(s, "staff/out");
         must_tap(s, "staff/test_print");
       }},
      {"staff_tickets", give_tickets,
       [](KioskStage& s) {
         open_staff_menu(s);
         must_tap(s, "staff/tickets");
       }},
      {"staff_no_tickets", nothing,
       [](KioskStage& s) {
         open_staff_menu(s);
         must_tap(s, "staff/tickets");
       }},
      {"staff_ticket", give_tickets, open_ticket},
      {"staff_void", give_tickets,
       [](KioskStage& s) {
         open_ticket(s);
         must_tap(s, "staff/void");
       }},
      {"staff_voided", give_tickets,
       [](KioskStage& s) {
         open_ticket(s);
         must_tap(s, "staff/void");
         must_tap(s, "staff/void/left");
       }},
      {"staff_sound", nothing, [](KioskStage& s) {
         open_staff_menu(s);
         must_tap(s, "staff/sound");
       }}};
  return kSteps;
}

}  // namespace navbat::kiosk
