#pragma once
// Appointments as the API tells them: POST and GET /branches/{branch}/appointments.

#include <string>
#include <string_view>
#include <vector>

#include "domain/business_day.h"
#include "domain/check_in.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

struct NewAppointment {
  domain::ServiceId service;
  domain::Timestamp at{};
  domain::BookingCode code{};  // Empty: the server makes one of six digits.
};

// A business day's appointments by their time, cancelled ones too.
struct AppointmentList {
  domain::BusinessDay day;
  std::vector<domain::Appointment> appointments;
};
inline constexpr std::size_t kMostAppointments = 5000;

[[nodiscard]] std::string encode(const NewAppointment& appointment);
[[nodiscard]] Decoded<NewAppointment> decode_new_appointment(std::string_view json);
[[nodiscard]] std::string encode(const domain::Appointment& appointment);
[[nodiscard]] Decoded<domain::Appointment> decode_appointment(std::string_view json);
[[nodiscard]] std::string encode(const AppointmentList& list);
[[nodiscard]] Decoded<AppointmentList> decode_appointment_list(std::string_view json);

}  // namespace navbat::protocol
