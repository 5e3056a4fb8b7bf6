#pragma once
// How often one login or one address may try. A bucket of tries each, refilled with time.

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "domain/time.h"

namespace navbat::server {

class AttemptLimit {
 public:
  // `tries` at once, then one in every `refill`. At most `remembered` names: beyond these the ones
  // that have all their tries are forgotten, and if that is not enough, all.
  AttemptLimit(unsigned tries, std::chrono::seconds refill, std::size_t remembered,
               const domain::Clock& clock);

  // Takes a try. When there is none: how long until there is. Thread-safe.
  [[nodiscard]] std::optional<std::chrono::seconds> take(const std::string& name);
  // Gives one back: it was no guess. Thread-safe.
  void give_back(const std::string& name);

 private:
  struct Bucket {
    double tries;
    domain::Timestamp at;
  };

  [[nodiscard]] double filled(const Bucket& bucket, domain::Timestamp now) const;
  void make_room(domain::Timestamp now);

  const double most_;
  const std::chrono::duration<double> refill_;
  const std::size_t remembered_;
  const domain::Clock& clock_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;  // guarded by mutex_
};

}  // namespace navbat::server
