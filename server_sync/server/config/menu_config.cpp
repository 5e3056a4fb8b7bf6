#include "server_sync/server/config/menu_config.h"

#include <algorithm>
#include <set>

#include "server_sync/server/config/config_parts.h"

namespace navbat::server {
namespace {

using domain::AlternativeKind;
using protocol::AlternativeInfo;
using protocol::BranchInfo;
using protocol::GroupInfo;
using system::ConfigReader;

constexpr std::size_t kLongestUrl = 500;  // What a QR code of paper's size still holds.

std::string group_key(std::size_t i, const char* member) { return element("groups", i, member); }

const GroupInfo* find_group(const BranchInfo& info, const domain::GroupId& id) {
  const auto found =
      std::ranges::find_if(info.groups, [&](const GroupInfo& group) { return group.id == id; });
  return found == info.groups.end() ? nullptr : &*found;
}

GroupInfo read_group(ConfigReader& in, std::size_t i, const BranchInfo& info) {
  GroupInfo group;
  group.id = domain::GroupId{read_name(in, group_key(i, "id"))};
  if (find_group(info, group.id) != nullptr) {
    in.fail(group_key(i, "id"), "a name that no other group has");
  }
  if (in.has(group_key(i, "parent"))) {
    group.parent = domain::GroupId{read_name(in, group_key(i, "parent"))};
  }
  group.icon = in.text_or(group_key(i, "icon"), "");
  group.color = in.text_or(group_key(i, "color"), "");
  group.name = in.text_table(group_key(i, "name"));
  return group;
}

// Whether going up from the group ends at the top.
bool reaches_top(const BranchInfo& info, const GroupInfo& from) {
  const GroupInfo* group = &from;
  for (std::size_t steps = 0; steps <= info.groups.size(); ++steps) {
    if (group->parent.empty()) return true;
    group = find_group(info, group->parent);
  }
  return false;
}

void check_parents(ConfigReader& in, const BranchInfo& info) {
  for (std::size_t i = 0; i < info.groups.size(); ++i) {
    const domain::GroupId& parent = info.groups[i].parent;
    if (!parent.empty() && find_group(info, parent) == nullptr) {
      in.fail(group_key(i, "parent"), "the id of one of [[groups]]");
    }
  }
  for (std::size_t i = 0; i < info.groups.size(); ++i) {
    if (!reaches_top(info, info.groups[i])) {
      in.fail(group_key(i, "parent"), "a group that is not inside this one");
    }
  }
}

void read_groups_of_services(ConfigReader& in, BranchInfo& info) {
  for (std::size_t i = 0; i < info.services.size(); ++i) {
    const std::string key = element("services", i, "group");
    if (!in.has(key)) continue;
    info.services[i].group = domain::GroupId{read_name(in, key)};
    if (find_group(info, info.services[i].group) == nullptr) {
      in.fail(key, "the id of one of [[groups]]");
    }
  }
}

void check_none_is_empty(ConfigReader& in, const BranchInfo& info) {
  std::set<domain::GroupId> filled;
  for (const protocol::ServiceInfo& service : info.services) {
    domain::GroupId id = service.group;
    while (!id.empty() && filled.insert(id).second) id = find_group(info, id)->parent;
  }
  for (std::size_t i = 0; i < info.groups.size(); ++i) {
    if (!filled.contains(info.groups[i].id)) {
      in.fail(group_key(i, "id"), "a group that a service is in, or a group with one");
    }
  }
}

AlternativeKind read_kind(ConfigReader& in, const std::string& key) {
  const std::string word = read_word(in, key, {"atm", "terminal", "app", "quieter_hour", "branch"});
  return *domain::parse_alternative_kind(word);
}

std::vector<domain::ServiceId> read_services(ConfigReader& in, const std::string& key,
                                             const BranchInfo& info) {
  std::vector<domain::ServiceId> services;
  for (const std::string& id : in.texts(key)) {
    const auto is_it = [&](const protocol::ServiceInfo& service) {
      return service.id.value() == id;
    };
    if (std::ranges::none_of(info.services, is_it)) in.fail(key, "ids of [[services]]");
    services.emplace_back(id);
  }
  return services;
}

std::string read_url(ConfigReader& in, const std::string& key, bool required) {
  const std::string url = required ? in.text(key) : in.text_or(key, "https://");
  const bool has_scheme = url.starts_with("https://") || url.starts_with("http://");
  const bool is_plain = std::ranges::all_of(url, [](char c) { return c > ' ' && c < 0x7F; });
  if (!has_scheme || !is_plain || url.size() > kLongestUrl) {
    in.fail(key, "an address such as \"https://bank.example/app\", at most 500 bytes");
  }
  return in.has(key) ? url : std::string{};
}

AlternativeInfo read_alternative(ConfigReader& in, std::size_t i, const BranchInfo& info) {
  const auto key = [i](const char* member) { return element("alternatives", i, member); };
  AlternativeInfo alternative;
  alternative.id = domain::AlternativeId{read_name(in, key("id"))};
  const auto same = [&](const AlternativeInfo& other) { return other.id == alternative.id; };
  if (std::ranges::any_of(info.alternatives, same)) {
    in.fail(key("id"), "a name that no other alternative has");
  }
  alternative.kind = read_kind(in, key("kind"));
  alternative.services = read_services(in, key("services"), info);
  alternative.name = in.text_table(key("name"));
  if (in.has(key("place"))) alternative.place = in.text_table(key("place"));
  alternative.url = read_url(in, key("url"), alternative.kind == AlternativeKind::kApp);
  if (alternative.kind == AlternativeKind::kBranch || in.has(key("branch"))) {
    alternative.branch = domain::BranchId{read_name(in, key("branch"))};
  }
  if (in.has(key("travel_min"))) {
    alternative.travel = std::chrono::minutes{in.whole(key("travel_min"), 0, 24 * 60)};
  }
  return alternative;
}

}  // namespace

void read_menu(ConfigReader& in, BranchInfo& info) {
  const std::size_t groups = in.tables("groups");
  for (std::size_t i = 0; i < groups; ++i) info.groups.push_back(read_group(in, i, info));
  check_parents(in, info);
  read_groups_of_services(in, info);
  check_none_is_empty(in, info);
  const std::size_t alternatives = in.tables("alternatives");
  for (std::size_t i = 0; i < alternatives; ++i) {
    info.alternatives.push_back(read_alternative(in, i, info));
  }
}

}  // namespace navbat::server
