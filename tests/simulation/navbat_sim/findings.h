#pragma once
// Broken invariants, collected from all threads. Thread-safe.

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

#include "tests/simulation/navbat_sim/limits.h"

namespace navbat::sim {

class Findings {
 public:
  void add(std::string sentence) {
    const std::lock_guard lock(mutex_);
    ++count_;
    if (first_.size() < kMostMessages) first_.push_back(std::move(sentence));
  }
  [[nodiscard]] std::size_t count() const {
    const std::lock_guard lock(mutex_);
    return count_;
  }
  [[nodiscard]] std::vector<std::string> first() const {
    const std::lock_guard lock(mutex_);
    return first_;
  }

 private:
  mutable std::mutex mutex_;
  std::size_t count_ = 0;
  std::vector<std::string> first_;
};

}  // namespace navbat::sim
