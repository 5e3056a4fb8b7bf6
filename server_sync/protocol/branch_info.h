#pragma once
// What a branch is called and offers, in the words of its customers: GET /branches/{branch}.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/alternative.h"
#include "domain/check_in.h"
#include "domain/ids.h"
#include "domain/opening_hours.h"
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
  domain::GroupId group{};                   // Where the menu shows it; empty: at the top.
  std::optional<domain::WeekHours> hours{};  // Within the branch's; nothing: as the branch.
  std::optional<int> quota{};                // Tickets a business day.
  bool asks_phone = false;                   // The kiosk asks for a phone number; may be skipped.
  domain::Seconds usual_service{300};        // At the counter, as the administrator believes.
};

// Services that the kiosk's menu shows together; groups may stand in groups.
struct GroupInfo {
  domain::GroupId id;
  domain::GroupId parent{};  // Empty: at the top.
  std::string icon;
  std::string color;
  Translations name;
};

// A way without waiting at a counter.
struct AlternativeInfo {
  domain::AlternativeId id;
  domain::AlternativeKind kind = domain::AlternativeKind::kAtm;
  std::vector<domain::ServiceId> services;  // That it can stand for.
  Translations name;
  Translations place;                               // Where or how, in one line; may be empty.
  std::string url{};                                // Of an app, for a QR code; may be empty.
  domain::BranchId branch{};                        // Of kind kBranch; may be empty.
  std::optional<std::chrono::minutes> travel = {};  // To get there.
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
  domain::OpeningHours hours{};
  std::vector<GroupInfo> groups{};
  std::vector<AlternativeInfo> alternatives{};
  domain::CheckInLimits check_in{};

  [[nodiscard]] domain::ServiceHours hours_of(const ServiceInfo& service) const {
    return {hours, service.hours};
  }
};

[[nodiscard]] std::string encode(const BranchInfo& info);
// An alternative of a kind that this version does not know is left out.
[[nodiscard]] Decoded<BranchInfo> decode_branch_info(std::string_view json);

}  // namespace navbat::protocol
