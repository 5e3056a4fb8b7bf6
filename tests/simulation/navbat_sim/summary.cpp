#include "tests/simulation/navbat_sim/summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace navbat::sim {
namespace {

struct ServerFigures {
  std::int64_t tickets = 0;
  std::int64_t called = 0;
  std::int64_t served = 0;
  std::int64_t left = 0;
  std::int64_t no_shows = 0;
  std::int64_t transferred = 0;
  std::int64_t promises = 0;
  std::int64_t kept = 0;
  std::vector<double> waits_s;
};

ServerFigures figures_of(const EventAuditor& auditor) {
  ServerFigures out;
  for (const auto& [id, ticket] : auditor.tickets()) {
    ++out.tickets;
    out.transferred += ticket.transfers;
    out.served += ticket.state == domain::TicketState::kFinished ? 1 : 0;
    out.left += ticket.state == domain::TicketState::kCancelled ? 1 : 0;
    out.no_shows += ticket.state == domain::TicketState::kNoShow ? 1 : 0;
    if (!ticket.last_call) continue;
    ++out.called;
    const auto wait = *ticket.last_call - ticket.issued_at;
    out.waits_s.push_back(static_cast<double>(wait.count()) / 1000.0);
    if (!ticket.promise) continue;
    ++out.promises;
    if (domain::is_kept(*ticket.promise, *ticket.last_call)) ++out.kept;
  }
  return out;
}

std::string fixed(double value, int digits) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return text.data();
}

double rank(const std::vector<double>& sorted, double p) {
  const auto place = static_cast<std::size_t>(std::ceil(p * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

std::string spread(std::vector<double> values, const std::string& unit) {
  if (values.empty()) return "nobody was called";
  std::sort(values.begin(), values.end());
  double total = 0;
  for (const double value : values) total += value;
  return "mean " + fixed(total / static_cast<double>(values.size()), 1) + ", P50 " +
         fixed(rank(values, 0.5), 1) + ", P90 " + fixed(rank(values, 0.9), 1) + " " + unit;
}

std::vector<double> minutes_of(const std::vector<SimTime>& waits) {
  std::vector<double> out;
  out.reserve(waits.size());
  for (const SimTime wait : waits) out.push_back(static_cast<double>(wait.count()) / 60'000.0);
  return out;
}

void write_waits(std::ostream& out, const ServerFigures& server, const SummaryInput& input) {
  if (input.day != nullptr) {
    out << "Waits      " << spread(minutes_of(input.day->waits), "simulated minutes");
    out << (input.speed ? " (" + fixed(*input.speed, 0) + " times real time)\n"
                        : std::string{" (time jumped from one thing to the next)\n"});
    out << "           ";
  } else {
    out << "Waits      ";
  }
  out << spread(server.waits_s, "s by the server's clock, which ");
  out << (input.same_clock ? "runs as fast\n" : "runs in real time\n");
}

void write_promises(std::ostream& out, const ServerFigures& server) {
  out << "Promises   ";
  if (server.promises == 0) {
    out << "none of those called had one\n";
    return;
  }
  const double share =
      100.0 * static_cast<double>(server.kept) / static_cast<double>(server.promises);
  out << server.kept << " of " << server.promises << " kept (" << fixed(share, 1)
      << " %), by the server's clock\n";
}

void write_requests(std::ostream& out, const Journal& journal, const SummaryInput& input) {
  out << "Requests   " << journal.requests() << " answered in " << fixed(input.took.count(), 1)
      << " s (" << fixed(static_cast<double>(journal.requests()) / input.took.count(), 0) << "/s), "
      << journal.retries() << " sent again";
  std::string refusals;
  for (const auto& [what, count] : journal.refusals()) {
    refusals += (refusals.empty() ? "; refused: " : ", ") + what + " × " + std::to_string(count);
  }
  out << refusals << "\n";
}

void write_findings(std::ostream& out, const Findings& findings) {
  if (findings.count() == 0) {
    out << "Broken     nothing\n";
    return;
  }
  out << "Broken     " << findings.count() << "\n";
  for (const std::string& sentence : findings.first()) out << "           " << sentence << "\n";
}

}  // namespace

std::string summarise(Session& session, const SummaryInput& input) {
  std::ostringstream out;
  session.follower().with_auditor([&](const EventAuditor& auditor) {
    const ServerFigures server = figures_of(auditor);
    out << "Tickets    " << server.tickets << " in the branch: " << server.called << " called, "
        << server.served << " served, " << server.left << " left, " << server.no_shows
        << " no-shows, " << server.transferred << " transferred\n";
    write_waits(out, server, input);
    write_promises(out, server);
    out << "Calls      " << auditor.calls() << ": " << auditor.calls_in_order()
        << " as the order prescribes, " << auditor.calls_by_hand() << " chosen by hand\n";
  });
  write_requests(out, session.journal(), input);
  write_findings(out, session.findings());
  return out.str();
}

}  // namespace navbat::sim
