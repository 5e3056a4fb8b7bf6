#include "tests/simulation/navbat_sim/session.h"

#include "server_sync/client/curl_transport.h"
#include "server_sync/protocol/queue_snapshot.h"
#include "server_sync/protocol/version.h"
#include "tests/simulation/navbat_sim/limits.h"
#include "tests/simulation/navbat_sim/reckoning.h"

namespace navbat::sim {
namespace {

domain::BranchConfig config_of(const protocol::BranchInfo& info, const domain::OrderPolicy& order) {
  domain::BranchConfig config;
  config.id = info.id;
  for (const protocol::ServiceInfo& service : info.services) {
    config.services.push_back({service.id, service.letter, service.target_wait, {}});
  }
  config.counters = info.counters;
  config.order = order;
  return config;
}

std::string branch_path(const SessionOptions& options) {
  return std::string{protocol::kBasePath} + "/branches/" + client::percent_encode(options.branch);
}

client::CurlTransportOptions transport_options(const SessionOptions& options, std::string token) {
  client::CurlTransportOptions result;
  result.base_url = options.server;
  result.bearer_token = std::move(token);
  result.user_agent = "navbat-sim";
  return result;
}

}  // namespace

tl::expected<std::unique_ptr<Session>, std::string> Session::open(SessionOptions options,
                                                                  std::stop_token stop) {
  auto transport = client::make_curl_transport(transport_options(options, options.board_token));
  if (!transport) return tl::unexpected(transport.error());
  client::HttpRequest request;
  request.target = branch_path(options);
  const auto reply = (*transport)->send(request, kRequestTimeout, stop);
  if (!reply) {
    return tl::unexpected(options.server +
                          ": expected a running navbat-server: " + reply.error().detail);
  }
  if (reply->status != 200) {
    return tl::unexpected(options.server + ": expected a branch \"" + options.branch +
                          "\", got status " + std::to_string(reply->status));
  }
  auto info = protocol::decode_branch_info(reply->body);
  if (!info) return tl::unexpected(options.server + ": " + info.error().to_string());
  std::unique_ptr<Session> session{
      new Session(std::move(options), std::move(*info), std::move(stop))};
  if (!session->journal_.open(session->options_.log)) {
    return tl::unexpected(session->options_.log.string() + ": expected a file that can be written");
  }
  session->start_following();
  return session;
}

Session::Session(SessionOptions options, protocol::BranchInfo branch, std::stop_token stop)
    : options_(std::move(options)),
      branch_(std::move(branch)),
      stop_(std::move(stop)),
      auditor_(config_of(branch_, options_.order), findings_) {}

void Session::start_following() {
  follower_ = std::make_unique<EventFollower>(options_.branch, transport(options_.board_token),
                                              auditor_, findings_, bell_);
}

std::unique_ptr<client::HttpTransport> Session::transport(const std::string& token) const {
  // The address and tokens were checked by open(); a counter's id adds nothing forbidden.
  return std::move(*client::make_curl_transport(transport_options(options_, token)));
}

std::unique_ptr<Actor> Session::kiosk(int number) {
  return std::make_unique<Actor>("kiosk " + std::to_string(number), options_.branch,
                                 transport(options_.kiosk_token), journal_, findings_, stop_);
}

std::unique_ptr<Actor> Session::teller(const domain::CounterId& counter) {
  constexpr std::string_view kPlace = "{counter}";
  std::string token = options_.teller_token;
  if (const auto at = token.find(kPlace); at != std::string::npos) {
    token.replace(at, kPlace.size(), counter.value());
  }
  return std::make_unique<Actor>("counter " + counter.value(), options_.branch, transport(token),
                                 journal_, findings_, stop_);
}

void Session::catch_up() {
  client::HttpRequest request;
  request.target = branch_path(options_) + "/queue";
  const auto reply = transport(options_.board_token)->send(request, kRequestTimeout, {});
  const auto queue = reply && reply->status == 200
                         ? protocol::decode_queue_snapshot(reply->body)
                         : tl::unexpected(protocol::DecodeError{"", "an answer"});
  if (!queue) {
    findings_.add("The queue cannot be read at the end: expected " + queue.error().expected + ".");
    return;
  }
  if (!follower_->wait_for(queue->version, Bell::Steady::now() + kCatchUp)) {
    findings_.add("The event stream stopped at version " + std::to_string(follower_->version()) +
                  " of " + std::to_string(queue->version) + ".");
  }
}

void Session::reckon(bool complete) {
  catch_up();
  follower_->with_auditor([&](const EventAuditor& auditor) {
    if (auditor.gave_up()) return;
    compare({journal_.issues(), journal_.calls(), complete, options_.alone}, auditor, findings_);
  });
}

}  // namespace navbat::sim
