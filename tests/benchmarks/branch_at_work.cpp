#include "tests/benchmarks/branch_at_work.h"

#include <cstdio>
#include <stdexcept>

#include "tests/support/http_connection.h"

namespace navbat::benchmarks {
namespace {

std::string teller(int counter) { return "demo-teller-" + std::to_string(counter); }

}  // namespace

BranchAtWork::Called BranchAtWork::call(int counter) {
  char id[40];
  std::snprintf(id, sizeof id, "01890a5d-ac96-774b-bcce-%012d", ++made_);
  const std::string body =
      std::string{R"({"service":"cash","language":"uz","id":")"} + id + R"("})";
  request("/branches/demo/tickets", "demo-kiosk", body, 201);
  const std::string reply = request("/branches/demo/counters/" + std::to_string(counter) + "/call",
                                    teller(counter), "{}", 200);
  const auto answered = std::chrono::steady_clock::now();
  at_counter_[static_cast<std::size_t>(counter)] = id;
  const std::size_t at = reply.find(R"("label":")") + 9;
  return {.label = reply.substr(at, reply.find('"', at) - at), .answered = answered};
}

void BranchAtWork::finish(int counter) {
  if (at_counter_[static_cast<std::size_t>(counter)].empty()) return;
  request("/tickets/" + at_counter_[static_cast<std::size_t>(counter)] + "/start", teller(counter),
          "{}", 200);
  end(counter, "finish");
}

void BranchAtWork::end_as_no_show(int counter) { end(counter, "no-show"); }

void BranchAtWork::end(int counter, const std::string& verb) {
  std::string& ticket = at_counter_[static_cast<std::size_t>(counter)];
  if (ticket.empty()) return;
  request("/tickets/" + ticket + "/" + verb, teller(counter), "{}", 200);
  ticket.clear();
}

std::string BranchAtWork::request(const std::string& target, const std::string& token,
                                  const std::string& body, int expected) {
  // A connection each: a server may close one that was used for long, or rested.
  testing::HttpConnection http(port_);
  const auto reply = http.request("POST", "/api/v1" + target, token, body);
  if (reply.status != expected) {
    throw std::runtime_error(target + ": " + std::to_string(reply.status) + " " + reply.body);
  }
  return reply.body;
}

}  // namespace navbat::benchmarks
