#include "server_sync/protocol/usual_waits.h"

#include "server_sync/protocol/json_parts.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostServices = 100;
constexpr std::size_t kHours = 24;

json::object to_json(const domain::UsualService& service) {
  json::array hours;
  for (const domain::UsualHour& hour : service.hours) {
    hours.push_back(json::object{
        {"hour", hour.hour}, {"p50_wait_s", hour.p50_wait.count()}, {"tickets", hour.tickets}});
  }
  return {{"id", service.service.value()}, {"hours", std::move(hours)}};
}

domain::UsualService read_service(ObjectReader in) {
  domain::UsualService service;
  service.service = in.name<domain::ServiceId>("id");
  const json::array* hours = in.array("hours", kHours);
  if (hours == nullptr) return service;
  for (const json::value& value : *hours) {
    ObjectReader item = in.nested(value, "hours[]");
    service.hours.push_back(
        {.hour = static_cast<int>(item.integer("hour", 0, kHours - 1)),
         .p50_wait = domain::Seconds{item.integer("p50_wait_s", 0, kMostSeconds)},
         .tickets = item.integer("tickets", 1, 1'000'000'000)});
  }
  return service;
}

}  // namespace

std::string encode(const UsualWaits& waits) {
  json::array services;
  for (const domain::UsualService& service : waits.services) services.push_back(to_json(service));
  return json::serialize(
      json::object{{"day", waits.day.to_string()}, {"services", std::move(services)}});
}

Decoded<UsualWaits> decode_usual_waits(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  UsualWaits waits;
  waits.day = read_day(in, "day");
  if (const json::array* services = in.array("services", kMostServices)) {
    for (const json::value& service : *services) {
      waits.services.push_back(read_service(in.nested(service, "services[]")));
    }
  }
  if (error) return tl::unexpected(*error);
  return waits;
}

}  // namespace navbat::protocol
