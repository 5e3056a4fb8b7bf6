#pragma once
// What a branch is called and offers, in the words of its customers: GET /branches/{branch}.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

using Translations = std::map<std::string, std::string>;  // By language tag.

struct ServiceInfo {
  domain::ServiceId id;
  char letter = 'A';
  std::string icon;   // A name of assets/icons.
  std::string color;  // "#0FB5A2"
  domain::Seconds target_wait{};
  Translations name;
  Translations hint;
};

struct BranchInfo {
  domain::BranchId id;
  std::string bank;
  Translations name;
  std::string time_zone;
  int day_starts_at_min = 0;  // Minutes after local midnight at which a business day begins.
  std::vector<std::string> languages;
  std::vector<ServiceInfo> services;
  std::vector<domain::CounterId> counters;
};

[[nodiscard]] std::string encode(const BranchInfo& info);
[[nodiscard]] Decoded<BranchInfo> decode_branch_info(std::string_view json);

}  // namespace navbat::protocol
