// Following the branch. What the kiosk asks of it stands in branch_desk.cpp.

#include "kiosk/app/branch_link.h"

#include <utility>
#include <variant>

#include "kiosk/app/branch_values.h"
#include "kiosk/limits.h"
#include "server_sync/client/curl_transport.h"
#include "system/random_source.h"

namespace navbat::kiosk {

BranchLink::BranchLink(const Options& options, const domain::Clock& clock)
    : clock_(clock), neighbour_ids_(options.neighbours), log_(options.log) {}

tl::expected<std::unique_ptr<BranchLink>, std::string> BranchLink::open(
    const Options& options, const domain::Clock& clock) {
  auto transport = client::make_curl_transport({.base_url = options.server_url,
                                                .bearer_token = options.token,
                                                .ca_file = options.ca_file,
                                                .user_agent = "navbat-kiosk"});
  if (!transport) {
    return tl::unexpected(transport.error());
  }
  auto link = std::unique_ptr<BranchLink>(new BranchLink(options, clock));
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
  if (auto opened = link->open_neighbours(options); !opened) {
    return tl::unexpected(opened.error());
  }
  return link;
}

tl::expected<void, std::string> BranchLink::open_neighbours(const Options& options) {
  if (options.hub_url.empty() || options.neighbours.empty()) {
    return {};
  }
  auto transport = client::make_curl_transport({.base_url = options.hub_url,
                                                .bearer_token = options.hub_token,
                                                .ca_file = options.ca_file,
                                                .user_agent = "navbat-kiosk"});
  if (!transport) {
    return tl::unexpected(transport.error());
  }
  std::vector<domain::BranchId> branches;
  for (const std::string& id : options.neighbours) {
    branches.emplace_back(id);
  }
  neighbours_ = std::make_unique<client::NeighbourWatch>(
      std::move(*transport), std::move(branches), clock_, system::fill_random,
      client::NeighbourWatch::Hooks{.changed = [this] { tell_change(); }, .log = options.log});
  return {};
}

BranchLink::~BranchLink() { stop(); }

void BranchLink::start() {
  client_->start();
  if (neighbours_) {
    neighbours_->start();
  }
}

void BranchLink::stop() {
  if (neighbours_) {
    neighbours_->stop();
  }
  client_->stop();
}

void BranchLink::on_change(std::function<void()> changed) { changed_ = std::move(changed); }

void BranchLink::tell_change() const {
  if (changed_) {
    changed_();
  }
}

void BranchLink::log(const std::string& line) const { log_(line); }

std::optional<BranchFacts> BranchLink::facts() const {
  const auto known = client_->branch();
  return known ? std::optional(branch_facts(known->info)) : std::nullopt;
}

void BranchLink::drain() const {
  for (client::BranchNews& news : client_->drain()) {
    if (auto* snapshot = std::get_if<client::QueueSnapshot>(&news)) {
      snapshot_ = std::move(*snapshot);
    }
  }
}

std::optional<LiveQueue> BranchLink::queue() const {
  const std::lock_guard lock(mutex_);
  drain();
  return snapshot_ ? std::optional(live_queue(*snapshot_)) : std::nullopt;
}

std::optional<domain::Milliseconds> BranchLink::age() const {
  return client_->link().age(clock_.now());
}

OwnWaits BranchLink::own_waits() const {
  OwnWaits waits;
  const auto known = client_->branch();
  if (!known) {
    return waits;
  }
  for (const client::ServiceInfo& service : known->info.services) {
    if (const auto estimate = client_->estimate(service.id)) {
      waits[service.id] =
          domain::shown_range(estimate->range.low, estimate->range.high, estimate->range.limit);
    }
  }
  return waits;
}

Openings BranchLink::openings() const {
  const auto known = client_->branch();
  if (!known) {
    return {};
  }
  const std::lock_guard lock(mutex_);
  return kiosk::openings(*known, snapshot_ ? &*snapshot_ : nullptr, client_->true_now());
}

Outlook BranchLink::outlook() const {
  Outlook outlook;
  if (const auto usual = client_->usual_waits()) {
    for (const domain::UsualService& service : usual->services) {
      outlook.usual[service.service] = usual_hours(service);
    }
  }
  for (const std::string& id : neighbour_ids_) {
    const auto latest = neighbours_ ? neighbours_->latest(domain::BranchId(id)) : nullptr;
    if (latest && latest->age(clock_.now()) < kNeighbourFreshFor) {
      outlook.elsewhere[id] = live_queue(latest->queue).services;
    }
  }
  return outlook;
}

LinkHealth BranchLink::link() const {
  const client::LinkStatus status = client_->link();
  const client::UploadStatus uploads = client_->uploads();
  return {.online = status.state == client::LinkState::kLive,
          .refused = status.state == client::LinkState::kRefused || uploads.refused,
          .last_contact = status.last_news,
          .waiting_to_send = static_cast<int>(uploads.pending),
          .set_aside = static_cast<int>(uploads.set_aside)};
}

}  // namespace navbat::kiosk
