#include "server_sync/server/core/appointment_commands.h"

#include "domain/commands.h"

namespace navbat::server {
namespace {

using Found = store::Result<std::optional<domain::Appointment>>;

const domain::Appointment* pointer_to(const Found& found) { return *found ? &**found : nullptr; }

store::Status write_audit(BranchWork& work, store::IdentityStore& audit, const char* action,
                          const domain::Appointment& appointment) {
  return audit.append_audit(
      work.transaction(),
      {work.now(), work.branch(), work.actor(), action, appointment.code.value(),
       appointment.service.value() + " at " + domain::to_rfc3339(appointment.at)});
}

// Which code the appointment gets, and what is known of it; an empty code when all are taken.
struct Place {
  domain::BookingCode code;
  std::optional<domain::Appointment> known;
};
store::Result<Place> find_place(BranchWork& work, const protocol::NewAppointment& wish,
                                const std::vector<domain::BookingCode>& codes) {
  if (!wish.code.empty()) {
    auto known = work.find_appointment(wish.code);
    if (!known) return tl::unexpected(known.error());
    return Place{wish.code, std::move(*known)};
  }
  for (const domain::BookingCode& code : codes) {
    const auto known = work.find_appointment(code);
    if (!known) return tl::unexpected(known.error());
    if (!*known) return Place{code, std::nullopt};
  }
  return Place{};
}

Answer no_code_left() {
  return to_answer(domain::Rejection{domain::RejectionCode::kBookingTaken,
                                     "No free code was found.",
                                     "the same request again, or one with a code",
                                     {},
                                     {}});
}

}  // namespace

Command book_command(store::IdentityStore& audit, protocol::NewAppointment wish,
                     std::vector<domain::BookingCode> codes) {
  return [&audit, wish = std::move(wish),
          codes = std::move(codes)](BranchWork& work) -> store::Result<Answer> {
    auto place = find_place(work, wish, codes);
    if (!place) return tl::unexpected(place.error());
    if (place->code.empty()) return no_code_left();
    const domain::Appointment* known = place->known ? &*place->known : nullptr;
    auto decision =
        domain::decide_book(work.state(), {place->code, wish.service, wish.at}, known, work.now());
    if (!decision) return to_answer(decision.error());
    if (decision->empty()) return Answer{200, protocol::encode(*known)};
    work.record(std::move(*decision));
    const domain::Appointment booked{.code = place->code, .service = wish.service, .at = wish.at};
    if (auto status = write_audit(work, audit, "appointment_booked", booked); !status) {
      return tl::unexpected(status.error());
    }
    return Answer{201, protocol::encode(booked)};
  };
}

Command cancel_booking_command(store::IdentityStore& audit, domain::BookingCode code) {
  return [&audit, code = std::move(code)](BranchWork& work) -> store::Result<Answer> {
    const Found known = work.find_appointment(code);
    if (!known) return tl::unexpected(known.error());
    auto decision = domain::decide_cancel_booking(code, pointer_to(known));
    if (!decision) return to_answer(decision.error());
    const domain::Appointment cancelled =
        domain::after(**known, domain::AppointmentCancelled{code});
    if (!decision->empty()) {
      work.record(std::move(*decision));
      auto status = write_audit(work, audit, "appointment_cancelled", cancelled);
      if (!status) return tl::unexpected(status.error());
    }
    return Answer{200, protocol::encode(cancelled)};
  };
}

Command appointments_query(domain::BusinessDay day) {
  return [day](BranchWork& work) -> store::Result<Answer> {
    auto found = work.store().appointments(
        work.transaction(), work.branch(), work.calendar().start_of(day),
        work.calendar().start_of(day.plus_days(1)), protocol::kMostAppointments);
    if (!found) return tl::unexpected(found.error());
    return Answer{200, protocol::encode(protocol::AppointmentList{day, std::move(*found)})};
  };
}

}  // namespace navbat::server
