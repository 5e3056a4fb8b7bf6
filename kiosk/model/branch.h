#pragma once
// What the kiosk knows of its branch, as plain values: filled by an adapter, read by screens and
// tests.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/promise_range.h"
#include "domain/time.h"
#include "ui/draw/color.h"

namespace navbat::kiosk {

// A text in several languages, by language tag.
class Translated {
 public:
  Translated() = default;
  explicit Translated(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

  // In `language`, else in the closest there is: "uz-Cyrl" falls back to "uz", then to English,
  // then to any.
  const std::string& in(const std::string& language) const;

  bool operator==(const Translated&) const = default;

 private:
  std::map<std::string, std::string> texts_;
};

struct ServiceOffer {
  domain::ServiceId id;
  std::string icon;  // the pictogram's name
  ui::Color color;
  domain::Seconds target_wait{};
  Translated name;
  bool operator==(const ServiceOffer&) const = default;
};

// Changes rarely.
struct BranchFacts {
  std::string bank;
  Translated name;
  std::string time_zone;  // IANA
  std::vector<ServiceOffer> services;
  bool operator==(const BranchFacts&) const = default;
};

struct ServiceWait {
  int waiting = 0;
  std::optional<domain::PromiseRange> range;  // nothing: no honest estimate
  bool operator==(const ServiceWait&) const = default;
};

// Changes all the time. Whether it is fresh enough to show is asked apart.
struct LiveQueue {
  std::map<domain::ServiceId, ServiceWait> services;
  int counters_open = 0;
  int waiting_total = 0;
  bool operator==(const LiveQueue&) const = default;
};

// A ticket that exists: durable, whether the server or the kiosk itself has numbered it.
struct IssuedTicket {
  std::string id;  // UUIDv7, for the phone page
  std::string label;
  domain::ServiceId service;
  domain::Timestamp issued_at{};
  std::optional<int> people_ahead;
  std::optional<domain::PromiseRange> promise;
};

}  // namespace navbat::kiosk
