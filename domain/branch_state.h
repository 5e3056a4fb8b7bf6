#pragma once
// The state of one branch on its business day: events applied in order, nothing else. Copyable,
// deterministic, not thread-safe. The same class runs in server, kiosk, board, tests and
// simulation.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/branch_config.h"
#include "domain/event.h"
#include "domain/ids.h"
#include "domain/ticket.h"

namespace navbat::domain {

enum class CounterStatus { kClosed, kIdle, kCalled, kServing, kPaused };
[[nodiscard]] std::string_view to_string(CounterStatus status);

struct CounterState {
  CounterId id;
  bool open = false;
  bool paused = false;
  std::string pause_reason;
  TellerId teller;
  std::vector<ServiceId> services;
  std::optional<TicketId> ticket;  // Called or served now.
  Timestamp since{};               // When its status last changed.
};

struct RecentCall {
  std::int64_t version = 0;
  TicketId ticket;
  Label label;
  ServiceId service;
  LanguageTag language;
  CounterId counter;
  Timestamp at{};
  bool recall = false;
};
inline constexpr std::size_t kRecentCalls = 12;

// Notices that ended, by whose ids a repeated request is recognised: more than anybody posts a day.
inline constexpr std::size_t kPastNotices = 256;

// A place in the line. Ordered by arrival, ties by id, so that every replica agrees.
struct QueuePlace {
  Timestamp counts_from;
  TicketId ticket;
  friend auto operator<=>(const QueuePlace&, const QueuePlace&) = default;
};
using Line = std::set<QueuePlace>;

class BranchState {
 public:
  explicit BranchState(const BranchConfig& config);  // `config` is copied.

  // Lets a state without events begin in the middle of a log, just before a day_opened event: the
  // next version to be applied is `version` + 1.
  void start_at(std::int64_t version);

  // Applies the next event. Its version must be version() + 1 and the event must be one that
  // `decide_*` can make in this state: anything else is a bug and asserts.
  void apply(const Event& event);

  [[nodiscard]] const BranchConfig& config() const { return config_; }
  [[nodiscard]] std::int64_t version() const { return version_; }
  [[nodiscard]] const std::optional<BusinessDay>& day() const { return day_; }

  [[nodiscard]] const Ticket* find(const TicketId& id) const;
  [[nodiscard]] const Ticket* find_by_label(const Label& label) const;  // Of the open day.
  [[nodiscard]] const std::unordered_map<TicketId, Ticket>& tickets() const { return tickets_; }

  // Who waits for a service in a class, first come first.
  [[nodiscard]] const Line& line(const ServiceId& service, PriorityClass priority_class) const;
  [[nodiscard]] std::size_t waiting(const ServiceId& service) const;
  [[nodiscard]] std::size_t waiting_total() const;
  // Who was put aside, oldest first.
  [[nodiscard]] const std::vector<TicketId>& on_hold() const { return on_hold_; }
  [[nodiscard]] std::vector<const Ticket*> open_tickets() const;  // By counts_from, then id.

  [[nodiscard]] const CounterState* find_counter(const CounterId& id) const;
  [[nodiscard]] const std::vector<CounterState>& counters() const { return counters_; }
  [[nodiscard]] CounterStatus status(const CounterState& counter) const;
  [[nodiscard]] int open_counters() const;

  [[nodiscard]] std::int32_t last_number(const std::string& series) const;  // 0 before the first.
  // Tickets of the open day that were given for the service, whatever became of them.
  [[nodiscard]] int issued_today(const ServiceId& service) const;
  [[nodiscard]] const std::vector<RecentCall>& recent_calls() const {
    return recent_calls_;
  }  // Newest first.
  // Waiting tickets that reached the bound on being overtaken, first come first.
  [[nodiscard]] const Line& overtaken_often() const { return overtaken_often_; }
  // Calls since the last normal one: what the ratio rule counts.
  [[nodiscard]] std::int32_t priority_streak() const { return priority_streak_; }
  // Open counters that work, at which `service` can be called now.
  [[nodiscard]] int working_counters(const ServiceId& service) const;

  // What boards have to say at `now`, oldest first; at most kMostNotices.
  [[nodiscard]] std::vector<Notice> notices(Timestamp now) const;
  // Posted in this business day and not withdrawn; it may be over.
  [[nodiscard]] const Notice* find_notice(const NoticeId& id) const;
  // Whether it was withdrawn in this business day, or is over and was forgotten.
  [[nodiscard]] bool notice_ended(const NoticeId& id) const;

 private:
  struct ServiceLines {
    ServiceId service;
    std::array<Line, kPriorityClasses> lines;
  };

  void on(const Event& event, const DayOpened& opened);
  void on(const Event& event, const CounterOpened& opened);
  void on(const Event& event, const CounterClosed& closed);
  void on(const Event& event, const CounterPaused& paused);
  void on(const Event& event, const CounterResumed& resumed);
  void on(const Event& event, const TicketIssued& issued);
  void on(const Event& event, const TicketRelabelled& relabelled);
  void on(const Event& event, const TicketReinstated& reinstated);
  void on(const Event& event, const TicketCalled& called);
  void on(const Event& event, const TicketRecalled& recalled);
  void on(const Event& event, const ServiceStarted& started);
  void on(const Event& event, const TicketFinished& finished);
  void on(const Event& event, const TicketNoShow& no_show);
  void on(const Event& event, const TicketHeld& held);
  void on(const Event& event, const TicketResumed& resumed);
  void on(const Event& event, const TicketTransferred& transferred);
  void on(const Event& event, const TicketCancelled& cancelled);
  void on(const Event&, const FeedbackGiven&) {}
  // The appointments of many days are kept by whoever keeps the log; the rest is for the review.
  void on(const Event&, const AppointmentBooked&) {}
  void on(const Event&, const AppointmentCancelled&) {}
  void on(const Event&, const GuidanceOffered&) {}
  void on(const Event&, const GuidanceTaken&) {}
  void on(const Event&, const GuidanceReturned&) {}
  void on(const Event&, const DeviceReported&) {}
  void on(const Event&, const CallsPresented&) {}
  void on(const Event& event, const NoticePosted& posted);
  void on(const Event&, const NoticeWithdrawn& withdrawn);

  Ticket& ticket(const TicketId& id);
  CounterState& counter(const CounterId& id);
  Line& line_of(const Ticket& ticket);
  void join_line(const Ticket& ticket);
  void leave_line(const Ticket& ticket);
  void free_counter_of(const Ticket& ticket, Timestamp at);
  void move(Ticket& ticket, TicketAction action);
  void count_overtaken(const Ticket& called, const CounterState& counter);
  void remember_call(RecentCall call);
  void end_notice(const NoticeId& id);

  BranchConfig config_;
  std::int64_t version_ = 0;
  std::optional<BusinessDay> day_;
  std::unordered_map<TicketId, Ticket> tickets_;
  std::map<Label, TicketId> by_label_;
  std::vector<ServiceLines> lines_;
  std::vector<CounterState> counters_;
  std::map<std::string, std::int32_t, std::less<>> last_number_;
  std::map<ServiceId, int> issued_today_;
  std::vector<TicketId> on_hold_;
  std::vector<RecentCall> recent_calls_;
  Line overtaken_often_;
  std::int32_t priority_streak_ = 0;
  std::vector<Notice> notices_;         // Oldest first.
  std::vector<NoticeId> past_notices_;  // The latest kPastNotices that ended, oldest first.
};

}  // namespace navbat::domain
