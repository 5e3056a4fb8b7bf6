#include "tests/simulation/navbat_sim/actor.h"

#include <array>
#include <boost/json.hpp>
#include <condition_variable>
#include <mutex>

#include "server_sync/client/backoff.h"
#include "server_sync/protocol/version.h"
#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {
namespace {

namespace json = boost::json;
using Steady = std::chrono::steady_clock;

std::mt19937_64 fresh_engine() {
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  return std::mt19937_64{seed};
}

std::string hex(std::uint64_t value) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
  return text.data();
}

// The server asks to be asked again; the command was not carried out.
bool is_busy(int status) { return status == 429 || status == 503; }

// Waits, but not longer than the stop.
void pause(std::chrono::milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace

std::optional<domain::TicketId> Answer::blocking_ticket() const {
  boost::system::error_code error;
  const json::value problem = json::parse(body, error);
  const json::value* member =
      !error && problem.is_object() ? problem.as_object().if_contains("ticket") : nullptr;
  if (member == nullptr || !member->is_string()) return std::nullopt;
  const json::string& text = member->get_string();
  return domain::TicketId::parse(std::string_view{text.data(), text.size()});
}

Actor::Actor(std::string name, std::string branch, std::unique_ptr<client::HttpTransport> transport,
             Journal& journal, Findings& findings, std::stop_token stop)
    : name_(std::move(name)),
      branch_path_(std::string{protocol::kBasePath} + "/branches/" +
                   client::percent_encode(branch)),
      transport_(std::move(transport)),
      journal_(journal),
      findings_(findings),
      stop_(std::move(stop)),
      engine_(fresh_engine()),
      run_(hex(engine_())) {}

std::string Actor::new_key() { return "sim-" + run_ + "-" + std::to_string(++sent_); }

domain::TicketId Actor::new_ticket_id() {
  std::array<std::uint8_t, 10> random{};
  for (std::uint8_t& byte : random) byte = static_cast<std::uint8_t>(engine_());
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  return domain::TicketId::make(now, random);
}

tl::expected<client::HttpResponse, std::string> Actor::send(const client::HttpRequest& request,
                                                            int& attempts) {
  client::Backoff backoff{{kRetryBase, kRetryCap}, std::mt19937_64{engine_()}};
  const auto give_up = Steady::now() + kGiveUpAfter;
  std::string last;
  for (attempts = 1; !stop_.stop_requested(); ++attempts) {
    auto reply = transport_->send(request, kRequestTimeout, stop_);
    if (reply && !is_busy(reply->status)) return std::move(*reply);
    last = reply ? "status " + std::to_string(reply->status) : reply.error().detail;
    if (Steady::now() >= give_up) return tl::unexpected(last);
    pause(backoff.next(), stop_);
  }
  return tl::unexpected(std::string{"stopped"});
}

void Actor::take_ticket(Answer& answer, const std::string& did) {
  if (!answer.ok() || answer.body.empty()) return;
  auto view = protocol::decode_ticket_view(answer.body);
  if (view) {
    answer.ticket = std::move(*view);
  } else {
    findings_.add("The answer to \"" + did + "\" is no ticket: " + view.error().to_string() + ".");
  }
}

Answer Actor::post(const std::string& did, const std::string& target, const std::string& body) {
  const std::string key = new_key();
  client::HttpRequest request;
  request.method = client::HttpMethod::kPost;
  request.target = target;
  request.headers = {{"Idempotency-Key", key}};
  if (!body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  request.body = body;
  int attempts = 1;
  auto reply = send(request, attempts);
  if (!reply) {
    if (!stop_.stop_requested()) {
      findings_.add(name_ + " got no answer to \"" + did + "\": " + reply.error() + ".");
    }
    return {};
  }
  Answer answer{reply->status, std::nullopt, std::move(reply->body)};
  if (answer.status >= 500) {
    findings_.add(name_ + " got " + std::to_string(answer.status) + " for \"" + did + "\".");
  }
  journal_.record({name_, did, key, answer.status, attempts, sim_, answer.body});
  return answer;
}

Answer Actor::issue(const NewTicket& wish) {
  const domain::TicketId id = new_ticket_id();
  json::object body{{"id", id.to_string()},
                    {"service", wish.service.value()},
                    {"language", wish.language.value()}};
  if (wish.priority) body["priority"] = "elderly";
  Answer answer = post("issue", branch_path_ + "/tickets", json::serialize(body));
  take_ticket(answer, "issue");
  if (!answer.ticket) return answer;
  const domain::Ticket& ticket = answer.ticket->ticket;
  if (ticket.id != id) findings_.add("The ticket's id is not the one that was sent.");
  journal_.add(IssueAck{id, ticket.label.to_string(), ticket.service});
  return answer;
}

Answer Actor::call(const domain::CounterId& counter) {
  const std::string path = "/counters/" + client::percent_encode(counter.value()) + "/call";
  Answer answer = post("call", branch_path_ + path, "");
  take_ticket(answer, "call");
  if (!answer.ticket) return answer;
  const domain::Ticket& ticket = answer.ticket->ticket;
  if (!ticket.called_at || ticket.counter != counter) {
    findings_.add("The answer to a call of counter " + counter.value() + " is not that call.");
    return answer;
  }
  journal_.add(CallAck{ticket.id, counter, *ticket.called_at});
  return answer;
}

Answer Actor::counter(const domain::CounterId& counter, const std::string& action,
                      const std::string& body) {
  const std::string path = "/counters/" + client::percent_encode(counter.value()) + "/" + action;
  return post(action, branch_path_ + path, body);
}

Answer Actor::ticket(const domain::TicketId& ticket, const std::string& action,
                     const std::string& body) {
  const std::string path = std::string{protocol::kBasePath} + "/tickets/" + ticket.to_string();
  Answer answer = post(action, path + "/" + action, body);
  take_ticket(answer, action);
  return answer;
}

Answer Actor::look_at(const domain::TicketId& ticket) {
  client::HttpRequest request;
  request.target = std::string{protocol::kBasePath} + "/tickets/" + ticket.to_string();
  int attempts = 1;
  auto reply = send(request, attempts);
  if (!reply) return {};
  Answer answer{reply->status, std::nullopt, std::move(reply->body)};
  take_ticket(answer, "look");
  return answer;
}

}  // namespace navbat::sim
