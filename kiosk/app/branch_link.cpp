#include "kiosk/app/branch_link.h"

#include <utility>
#include <variant>

#include "server_sync/client/curl_transport.h"
#include "system/random_source.h"

namespace navbat::kiosk {
namespace {

LiveQueue live_queue(const client::QueueSnapshot& snapshot) {
  LiveQueue queue;
  queue.counters_open = snapshot.counters_open;
  queue.waiting_total = snapshot.waiting_total;
  for (const client::ServiceQueue& service : snapshot.services) {
    ServiceWait& wait = queue.services[service.service];
    wait.waiting = service.waiting;
    if (service.promise) {
      wait.range =
          domain::shown_range(service.promise->low, service.promise->high, service.promise->limit);
    }
  }
  return queue;
}

BranchFacts branch_facts(const client::BranchInfo& info) {
  BranchFacts facts;
  facts.bank = info.bank;
  facts.name = Translated(info.name);
  facts.time_zone = info.time_zone;
  for (const client::ServiceInfo& service : info.services) {
    facts.services.push_back({.id = service.id,
                              .icon = service.icon,
                              .color = ui::parse_color(service.color).value_or(ui::rgb(0x46536D)),
                              .target_wait = service.target_wait,
                              .name = Translated(service.name)});
  }
  return facts;
}

}  // namespace

tl::expected<std::unique_ptr<BranchLink>, std::string> BranchLink::open(
    const Options& options, const domain::Clock& clock) {
  auto transport = client::make_curl_transport({.base_url = options.server_url,
                                                .bearer_token = options.token,
                                                .ca_file = {},
                                                .user_agent = "navbat-kiosk"});
  if (!transport) {
    return tl::unexpected(transport.error());
  }
  auto link = std::unique_ptr<BranchLink>(new BranchLink(clock));
  BranchLink* self = link.get();
  auto client = client::DeviceClient::open({.branch = domain::BranchId(options.branch),
                                            .node = domain::NodeId(options.device),
                                            .kiosk_letter = options.letter,
                                            .data_dir = options.data},
                                           std::move(*transport), clock, system::fill_random,
                                           {.news = [self] { self->tell_change(); },
                                            .changed = [self] { self->tell_change(); },
                                            .log = options.log});
  if (!client) {
    return tl::unexpected(client.error());
  }
  link->client_ = std::move(*client);
  return link;
}

BranchLink::~BranchLink() { stop(); }

void BranchLink::start() { client_->start(); }

void BranchLink::stop() { client_->stop(); }

void BranchLink::on_change(std::function<void()> changed) { changed_ = std::move(changed); }

void BranchLink::tell_change() const {
  if (changed_) {
    changed_();
  }
}

tl::expected<IssuedTicket, std::string> BranchLink::take(const domain::ServiceId& service,
                                                         const std::string& language) {
  const auto ticket = client_->issue({.service = service,
                                      .language = domain::LanguageTag(language),
                                      .priority = {},
                                      .appointment = {},
                                      .phone = {},
                                      .booking = {}});
  if (!ticket) {
    return tl::unexpected(ticket.error().detail);
  }
  IssuedTicket issued{.id = ticket->id.to_string(),
                      .label = ticket->label.to_string(),
                      .service = ticket->service,
                      .issued_at = ticket->issued_at,
                      .people_ahead = ticket->people_ahead,
                      .promise = {}};
  if (ticket->promise) {
    issued.promise =
        domain::shown_range(ticket->promise->low, ticket->promise->high, ticket->promise->limit);
  }
  return issued;
}

void BranchLink::printed(const std::string& ticket_id) {
  if (const auto id = domain::TicketId::parse(ticket_id)) {
    // A failure only means that a restart would offer a reprint of a paper that is already out.
    static_cast<void>(client_->set_print_state(*id, domain::PrintState::kPrinted));
  }
}

std::optional<BranchFacts> BranchLink::facts() const {
  const auto known = client_->branch();
  return known ? std::optional(branch_facts(known->info)) : std::nullopt;
}

std::optional<LiveQueue> BranchLink::queue() const {
  const std::lock_guard lock(mutex_);
  for (const client::BranchNews& news : client_->drain()) {
    if (const auto* snapshot = std::get_if<client::QueueSnapshot>(&news)) {
      queue_ = live_queue(*snapshot);
    }
  }
  return queue_;
}

std::optional<domain::Milliseconds> BranchLink::age() const {
  return client_->link().age(clock_.now());
}

}  // namespace navbat::kiosk
