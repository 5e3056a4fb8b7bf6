#include "server_sync/protocol/appointments.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr const char* kStateExpected = "booked, checked_in or cancelled";

json::object to_json(const domain::Appointment& appointment) {
  json::object out{{"code", appointment.code.value()},
                   {"service", appointment.service.value()},
                   {"at", domain::to_rfc3339(appointment.at)},
                   {"state", text(to_string(appointment.state))},
                   {"ticket", nullptr}};
  if (appointment.ticket) out["ticket"] = appointment.ticket->to_string();
  return out;
}

domain::Appointment read_appointment(ObjectReader in) {
  domain::Appointment appointment;
  appointment.code = in.name<domain::BookingCode>("code");
  appointment.service = in.name<domain::ServiceId>("service");
  appointment.at = in.time("at");
  const auto state = in.word_opt("state", domain::parse_appointment_state, kStateExpected);
  if (!state) in.fail("state", kStateExpected);
  appointment.state = state.value_or(domain::AppointmentState::kBooked);
  appointment.ticket = in.ticket_id_opt("ticket");
  return appointment;
}

}  // namespace

std::string encode(const NewAppointment& appointment) {
  json::object out{{"service", appointment.service.value()},
                   {"at", domain::to_rfc3339(appointment.at)}};
  if (!appointment.code.empty()) out["code"] = appointment.code.value();
  return json::serialize(out);
}

Decoded<NewAppointment> decode_new_appointment(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  NewAppointment appointment;
  appointment.service = in.name<domain::ServiceId>("service");
  appointment.at = in.time("at");
  if (in.has("code")) {
    const std::string code = in.string("code", 40);
    if (!domain::is_valid_booking_code(code)) {
      in.fail("code", "4 to 20 digits and capital letters A to Z");
    }
    appointment.code = domain::BookingCode{code};
  }
  if (error) return tl::unexpected(*error);
  return appointment;
}

std::string encode(const domain::Appointment& appointment) {
  return json::serialize(to_json(appointment));
}

Decoded<domain::Appointment> decode_appointment(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  auto appointment = read_appointment(ObjectReader{*value, "", error});
  if (error) return tl::unexpected(*error);
  return appointment;
}

std::string encode(const AppointmentList& list) {
  json::array appointments;
  for (const domain::Appointment& appointment : list.appointments) {
    appointments.push_back(to_json(appointment));
  }
  return json::serialize(
      json::object{{"day", list.day.to_string()}, {"appointments", std::move(appointments)}});
}

Decoded<AppointmentList> decode_appointment_list(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  AppointmentList list;
  list.day = read_day(in, "day");
  if (const json::array* appointments = in.array("appointments", kMostAppointments)) {
    for (const json::value& appointment : *appointments) {
      list.appointments.push_back(read_appointment(in.nested(appointment, "appointments[]")));
    }
  }
  if (error) return tl::unexpected(*error);
  return list;
}

}  // namespace navbat::protocol
