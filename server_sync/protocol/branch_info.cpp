#include "server_sync/protocol/branch_info.h"

#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostServices = 100;
constexpr std::size_t kMostCounters = 1000;
constexpr std::size_t kMostLanguages = 40;

json::object to_json(const Translations& translations) {
  json::object out;
  for (const auto& [language, words] : translations) out[language] = words;
  return out;
}

Translations read_translations(ObjectReader& in, std::string_view member) {
  Translations result;
  const json::value* value = in.object(member, false);
  if (value == nullptr) return result;
  ObjectReader part = in.nested(*value, member);
  for (const auto& [language, words] : value->get_object()) {
    result[std::string{language}] = part.string(language);
  }
  return result;
}

ServiceInfo read_service(const json::value& value, std::optional<DecodeError>& error) {
  constexpr std::int64_t kDay_s = 24 * 3600;
  ObjectReader in{value, "services[]", error};
  ServiceInfo service;
  service.id = in.name<domain::ServiceId>("id");
  const std::string letter = in.string("letter", 1);
  service.letter = letter.empty() ? 'A' : letter.front();
  service.icon = in.string_or_empty("icon");
  service.color = in.string_or_empty("color");
  service.target_wait = domain::Seconds{in.integer("target_wait_s", 1, kDay_s)};
  service.name = read_translations(in, "name");
  service.hint = read_translations(in, "hint");
  return service;
}

}  // namespace

std::string encode(const BranchInfo& info) {
  json::array services;
  for (const ServiceInfo& service : info.services) {
    services.push_back(json::object{{"id", service.id.value()},
                                    {"letter", text({&service.letter, 1})},
                                    {"icon", service.icon},
                                    {"color", service.color},
                                    {"target_wait_s", service.target_wait.count()},
                                    {"name", to_json(service.name)},
                                    {"hint", to_json(service.hint)}});
  }
  json::array languages;
  for (const std::string& language : info.languages) languages.push_back(text(language));
  json::array counters;
  for (const domain::CounterId& counter : info.counters) counters.push_back(text(counter.value()));
  return json::serialize(json::object{{"id", info.id.value()},
                                      {"bank", info.bank},
                                      {"name", to_json(info.name)},
                                      {"time_zone", info.time_zone},
                                      {"day_starts_at_min", info.day_starts_at_min},
                                      {"languages", std::move(languages)},
                                      {"services", std::move(services)},
                                      {"counters", std::move(counters)}});
}

Decoded<BranchInfo> decode_branch_info(std::string_view document) {
  const auto value = parse_json(document);
  if (!value) return tl::unexpected(value.error());
  std::optional<DecodeError> error;
  ObjectReader in{*value, "", error};
  BranchInfo info;
  info.id = in.name<domain::BranchId>("id");
  info.bank = in.string_or_empty("bank");
  info.name = read_translations(in, "name");
  info.time_zone = in.string("time_zone");
  info.day_starts_at_min =
      static_cast<int>(in.integer_opt("day_starts_at_min", 0, 12 * 60).value_or(0));
  info.languages = in.strings("languages", kMostLanguages);
  if (const json::array* services = in.array("services", kMostServices)) {
    for (const json::value& service : *services)
      info.services.push_back(read_service(service, error));
  }
  info.counters = in.names<domain::CounterId>("counters", kMostCounters);
  if (error) return tl::unexpected(*error);
  return info;
}

}  // namespace navbat::protocol
