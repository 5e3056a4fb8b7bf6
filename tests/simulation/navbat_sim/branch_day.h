#pragma once
// Plays a planned day against the server: one thread, one heap of what comes next. Customers take
// tickets, wait, lose patience, come when called or do not; tellers open, call, serve, take breaks.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/simulation/navbat_sim/day_plan.h"
#include "tests/simulation/navbat_sim/pacer.h"
#include "tests/simulation/navbat_sim/random.h"
#include "tests/simulation/navbat_sim/session.h"

namespace navbat::sim {

// Counted by the simulation itself, in simulated time.
struct DayTally {
  std::int64_t tickets = 0;
  std::int64_t served = 0;
  std::int64_t no_shows = 0;
  std::int64_t left = 0;
  std::int64_t transferred = 0;
  std::vector<SimTime> waits;  // Issue to first call of those who were called.
};

class BranchDay {
 public:
  struct Pace {
    std::optional<double> speed;                    // Nothing: as fast as the server answers.
    std::optional<Bell::Steady::time_point> until;  // Real time at which to stop.
    int kiosks = 1;
  };

  // References outlive the day.
  BranchDay(DayPlan plan, Pace pace, Session& session, DayTally& tally, std::stop_token stop);

  // Until everybody was called or left, or nothing more can happen. False when it was cut short.
  [[nodiscard]] bool run(const std::function<void(const std::string&)>& progress);

 private:
  enum class What { kArrives, kLeaves, kTellerFree, kAtCounter, kServed };
  struct Next {
    SimTime at;
    std::uint64_t order;  // Ties in the order of planning.
    What what;
    std::size_t who;
    // The earliest on top.
    friend bool operator<(const Next& a, const Next& b) {
      return std::pair{b.at, b.order} < std::pair{a.at, a.order};
    }
  };
  struct Customer {
    std::optional<domain::TicketId> ticket;
    bool called = false;
    bool over = false;
  };
  enum class At { kAway, kIdle, kBreak, kBusy };
  struct Teller {
    std::unique_ptr<Actor> actor;
    At at = At::kAway;
    std::size_t shift = 0;
    std::size_t next_break = 0;
    std::optional<domain::TicketId> ticket;
    std::optional<std::size_t> customer;  // Nothing: a ticket that is not of the plan.
    SimTime service_time{};
    bool recalled = false;
    SimTime idle_since{};
    SimTime looks_up{};  // When idle: the next planned look at break and shift.
  };

  void plan_next(SimTime at, What what, std::size_t who);
  void happen(const Next& next);
  [[nodiscard]] bool wait_for_next(const std::function<void(const std::string&)>& progress);
  [[nodiscard]] bool over() const;
  [[nodiscard]] bool out_of_time() const;

  void arrive(std::size_t customer);
  void leave(std::size_t customer);

  void teller_free(std::size_t teller);
  [[nodiscard]] bool is_due_at_work(std::size_t teller);
  [[nodiscard]] bool take_break(std::size_t teller);
  void come(std::size_t teller);
  void go(std::size_t teller);
  void call_next(std::size_t teller);
  void wake_idle_tellers();
  void settle_what_others_did();
  void take(std::size_t teller, const protocol::TicketView& view);
  void adopt(std::size_t teller, const Answer& refusal);
  void at_counter(std::size_t teller);
  void served(std::size_t teller);
  void did_not_come(std::size_t teller);
  void end_visit(std::size_t teller);
  [[nodiscard]] SimTime service_time(std::size_t teller, const domain::ServiceId& service);
  [[nodiscard]] std::string progress_line() const;
  [[nodiscard]] SimTime now() const { return pacer_.now(); }

  DayPlan plan_;
  Pace pace_;
  Session& session_;
  DayTally& tally_;
  std::stop_token stop_;
  Pacer pacer_;
  Random random_{1};  // For customers who are not of the plan.
  std::priority_queue<Next> heap_;
  std::uint64_t order_ = 0;
  SimTime last_shift_ends_{};
  std::vector<std::unique_ptr<Actor>> kiosks_;
  std::vector<Customer> customers_;
  std::vector<Teller> tellers_;
  std::unordered_map<domain::TicketId, std::size_t> by_ticket_;
  std::size_t over_ = 0;
  Pacer::Steady::time_point moved_;  // When something last happened, real time.
  std::uint64_t seen_ = 0;           // Rings of the bell that were dealt with.
  Pacer::Steady::time_point next_line_;
};

}  // namespace navbat::sim
