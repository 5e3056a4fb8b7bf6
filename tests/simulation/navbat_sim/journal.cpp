#include "tests/simulation/navbat_sim/journal.h"

#include <boost/json.hpp>
#include <utility>

namespace navbat::sim {
namespace {

namespace json = boost::json;

std::string line_of(const Acknowledged& done) {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  json::object out;
  out["at"] = domain::to_rfc3339(now);
  out["sim_s"] =
      done.sim ? json::value(static_cast<double>(done.sim->count()) / 1000.0) : json::value{};
  out["who"] = done.who;
  out["did"] = done.did;
  out["key"] = done.key;
  out["status"] = done.status;
  out["attempts"] = done.attempts;
  boost::system::error_code error;
  json::value reply = json::parse(done.body, error);
  out["reply"] = error ? json::value{} : std::move(reply);
  return json::serialize(out) + "\n";
}

}  // namespace

bool Journal::open(const std::filesystem::path& file) {
  if (file.empty()) return true;
  file_.open(file, std::ios::trunc);
  return file_.is_open();
}

void Journal::record(const Acknowledged& acknowledged) {
  const std::string line = file_.is_open() ? line_of(acknowledged) : std::string{};
  const std::lock_guard lock(mutex_);
  ++requests_;
  retries_ += acknowledged.attempts - 1;
  if (acknowledged.status >= 300) {
    ++refusals_[acknowledged.did + " " + std::to_string(acknowledged.status)];
  }
  if (file_.is_open()) file_ << line << std::flush;
}

void Journal::add(IssueAck ack) {
  const std::lock_guard lock(mutex_);
  issues_.push_back(std::move(ack));
}

std::size_t Journal::issued() {
  const std::lock_guard lock(mutex_);
  return issues_.size();
}

void Journal::add(CallAck ack) {
  const std::lock_guard lock(mutex_);
  calls_.push_back(std::move(ack));
}

}  // namespace navbat::sim
