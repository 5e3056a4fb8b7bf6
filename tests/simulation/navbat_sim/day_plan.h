#pragma once
// What a simulated day holds before it begins: who comes when and for what, and who works when. All
// chance is drawn here, so that nothing the server answers can change it.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"

namespace navbat::sim {

// Simulated time: since midnight of the simulated day.
using SimTime = std::chrono::milliseconds;

struct PlannedCustomer {
  SimTime arrives{};
  domain::ServiceId service;
  domain::LanguageTag language;
  bool priority = false;
  SimTime service_time{};
  std::optional<SimTime> leaves;          // Gives the ticket back then, when not called before.
  bool no_show = false;                   // Does not come when called.
  SimTime silent_after = SimTime::max();  // Gone without a word when called later than this.
  std::optional<domain::ServiceId> transfer_to;
};

struct Period {
  SimTime from{};
  SimTime to{};
};

struct PlannedTeller {
  domain::CounterId counter;
  std::vector<domain::ServiceId> services;  // Empty: all.
  std::vector<Period> shifts;  // Ascending. After the last one: until nobody is left waiting.
  std::vector<Period> breaks;  // Ascending; begun when the counter is free.
  double pace = 1.0;           // Multiplies service times.
};

// How long a customer takes who is not of the plan (somebody took a ticket by hand).
struct ServiceTime {
  double mean_s = 300;
  double cv = 0.8;
};

struct DayPlan {
  std::vector<PlannedCustomer> customers;  // By arrival.
  std::vector<PlannedTeller> tellers;
  std::map<domain::ServiceId, ServiceTime> service_times;
  SimTime opens{};
  SimTime walk{};     // From the call to the counter.
  SimTime no_show{};  // How long a teller waits for somebody who does not come.
};

}  // namespace navbat::sim
