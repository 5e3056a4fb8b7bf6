#include "server_sync/protocol/branch_info.h"

#include "server_sync/protocol/hours_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostServices = 100;
constexpr std::size_t kMostCounters = 1000;
constexpr std::size_t kMostLanguages = 40;
constexpr std::size_t kMostGroups = 200;
constexpr std::size_t kMostAlternatives = 200;
constexpr std::size_t kLongestUrl = 500;
constexpr std::int64_t kMostTickets = 1'000'000;
constexpr const char* kPhone = "phone";

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
  if (const auto usual = in.integer_opt("usual_service_s", 1, kDay_s)) {
    service.usual_service = domain::Seconds{*usual};
  }
  service.name = read_translations(in, "name");
  service.hint = read_translations(in, "hint");
  service.group = in.name_opt<domain::GroupId>("group").value_or(domain::GroupId{});
  service.hours = read_week_opt(in, "hours");
  if (const auto quota = in.integer_opt("quota", 1, kMostTickets)) {
    service.quota = static_cast<int>(*quota);
  }
  service.asks_phone = in.string_or_empty("details") == kPhone;
  return service;
}

json::object to_json(const ServiceInfo& service) {
  json::object out{{"id", service.id.value()},
                   {"letter", text({&service.letter, 1})},
                   {"icon", service.icon},
                   {"color", service.color},
                   {"target_wait_s", service.target_wait.count()},
                   {"usual_service_s", service.usual_service.count()},
                   {"name", to_json(service.name)},
                   {"hint", to_json(service.hint)}};
  if (!service.group.empty()) out["group"] = service.group.value();
  if (service.hours) out["hours"] = week_to_json(*service.hours);
  if (service.quota) out["quota"] = *service.quota;
  if (service.asks_phone) out["details"] = kPhone;
  return out;
}

GroupInfo read_group(ObjectReader in) {
  GroupInfo group;
  group.id = in.name<domain::GroupId>("id");
  group.parent = in.name_opt<domain::GroupId>("parent").value_or(domain::GroupId{});
  group.icon = in.string_or_empty("icon");
  group.color = in.string_or_empty("color");
  group.name = read_translations(in, "name");
  return group;
}

json::object to_json(const GroupInfo& group) {
  json::object out{{"id", group.id.value()},
                   {"icon", group.icon},
                   {"color", group.color},
                   {"name", to_json(group.name)}};
  if (!group.parent.empty()) out["parent"] = group.parent.value();
  return out;
}

std::optional<AlternativeInfo> read_alternative(ObjectReader in) {
  AlternativeInfo alternative;
  const auto kind = domain::parse_alternative_kind(in.string("kind", 40));
  if (!kind) return std::nullopt;
  alternative.kind = *kind;
  alternative.id = in.name<domain::AlternativeId>("id");
  alternative.services = in.names<domain::ServiceId>("services", kMostServices);
  alternative.name = read_translations(in, "name");
  alternative.place = read_translations(in, "place");
  alternative.url = in.string_or_empty("url", kLongestUrl);
  alternative.branch = in.name_opt<domain::BranchId>("branch").value_or(domain::BranchId{});
  if (const auto travel = in.integer_opt("travel_min", 0, 24 * 60)) {
    alternative.travel = std::chrono::minutes{*travel};
  }
  return alternative;
}

json::object to_json(const AlternativeInfo& alternative) {
  json::array services;
  for (const domain::ServiceId& service : alternative.services) {
    services.push_back(text(service.value()));
  }
  json::object out{{"id", alternative.id.value()},
                   {"kind", text(to_string(alternative.kind))},
                   {"services", std::move(services)},
                   {"name", to_json(alternative.name)},
                   {"place", to_json(alternative.place)}};
  if (!alternative.url.empty()) out["url"] = alternative.url;
  if (!alternative.branch.empty()) out["branch"] = alternative.branch.value();
  if (alternative.travel) out["travel_min"] = alternative.travel->count();
  return out;
}

template <typename Item>
json::array all_to_json(const std::vector<Item>& items) {
  json::array out;
  for (const Item& item : items) out.push_back(to_json(item));
  return out;
}

void read_menu(ObjectReader& in, BranchInfo& info) {
  if (const json::array* groups = in.array("groups", kMostGroups, false)) {
    for (const json::value& group : *groups) {
      info.groups.push_back(read_group(in.nested(group, "groups[]")));
    }
  }
  const json::array* alternatives = in.array("alternatives", kMostAlternatives, false);
  if (alternatives == nullptr) return;
  for (const json::value& item : *alternatives) {
    auto alternative = read_alternative(in.nested(item, "alternatives[]"));
    if (alternative) info.alternatives.push_back(std::move(*alternative));
  }
}

void read_check_in(ObjectReader& in, domain::CheckInLimits& limits) {
  const json::value* value = in.object("appointments", false);
  if (value == nullptr) return;
  ObjectReader part = in.nested(*value, "appointments");
  const auto minutes = [&part](std::string_view member, std::chrono::minutes usual) {
    const auto given = part.integer_opt(member, 0, 24 * 60);
    return given ? std::chrono::minutes{*given} : usual;
  };
  limits.early = minutes("early_min", limits.early);
  limits.late = minutes("late_min", limits.late);
}

}  // namespace

std::string encode(const BranchInfo& info) {
  json::array languages;
  for (const std::string& language : info.languages) languages.push_back(text(language));
  json::array counters;
  for (const domain::CounterId& counter : info.counters) counters.push_back(text(counter.value()));
  json::object out{{"id", info.id.value()},
                   {"bank", info.bank},
                   {"name", to_json(info.name)},
                   {"time_zone", info.time_zone},
                   {"day_starts_at_min", info.day_starts_at_min},
                   {"languages", std::move(languages)},
                   {"services", all_to_json(info.services)},
                   {"counters", std::move(counters)},
                   {"special_days", special_days_to_json(info.hours.special_days)},
                   {"groups", all_to_json(info.groups)},
                   {"alternatives", all_to_json(info.alternatives)},
                   {"appointments", json::object{{"early_min", info.check_in.early.count()},
                                                 {"late_min", info.check_in.late.count()}}}};
  if (info.hours.week) out["hours"] = week_to_json(*info.hours.week);
  return json::serialize(out);
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
  info.hours.week = read_week_opt(in, "hours");
  info.hours.special_days = read_special_days(in, "special_days");
  read_menu(in, info);
  read_check_in(in, info.check_in);
  if (error) return tl::unexpected(*error);
  return info;
}

}  // namespace navbat::protocol
