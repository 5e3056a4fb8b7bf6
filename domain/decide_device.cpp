// What kiosks and boards tell about themselves and their customers.

#include <set>

#include "domain/commands.h"

namespace navbat::domain {
namespace {

constexpr std::size_t kMostOptions = 20;
constexpr std::size_t kLongestDetail = 200;

tl::unexpected<Rejection> invalid(std::string detail, std::string expected) {
  return tl::unexpected(
      Rejection{RejectionCode::kInvalidValue, std::move(detail), std::move(expected), {}, {}});
}

}  // namespace

Decision decide_guidance(const BranchState& state, const GuidanceOffered& offered) {
  if (state.config().find_service(offered.service) == nullptr) {
    return tl::unexpected(
        Rejection{RejectionCode::kUnknownService,
                  "The branch has no service \"" + offered.service.value() + "\".",
                  "a service of the branch",
                  {},
                  {}});
  }
  std::set<AlternativeId> ids;
  for (const GuidanceOption& option : offered.options) ids.insert(option.id);
  if (offered.options.empty() || offered.options.size() > kMostOptions ||
      ids.size() != offered.options.size()) {
    return invalid("The options are not right.", "1 to 20 options, each once");
  }
  return std::vector<EventPayload>{offered};
}

Decision decide_device_report(const DeviceReported& report) {
  if (report.detail.size() > kLongestDetail) {
    return invalid("The detail is too long.", "at most 200 bytes");
  }
  return std::vector<EventPayload>{report};
}

}  // namespace navbat::domain
