#pragma once
// The health of the board's parts as the branch knows it: told when it changes, not each time
// somebody looks.

#include <functional>
#include <map>
#include <string>

#include "domain/event.h"

namespace navbat::board {

// One thread.
class PartReports {
 public:
  // `tell` gets each change; a part that is well from the start is not worth an event.
  explicit PartReports(std::function<void(domain::DeviceReported)> tell) : tell_(std::move(tell)) {}

  void set(const std::string& part, bool well, const std::string& trouble,
           const std::string& detail = {}) {
    const std::string state = well ? kWell : trouble;
    std::string& known = states_.try_emplace(part, kWell).first->second;
    if (known == state) {
      return;
    }
    known = state;
    tell_({.device = {},
           .part = domain::PartName(part),
           .state = domain::PartName(state),
           .detail = detail});
  }

 private:
  static constexpr const char* kWell = "ok";

  const std::function<void(domain::DeviceReported)> tell_;
  std::map<std::string, std::string> states_;
};

}  // namespace navbat::board
