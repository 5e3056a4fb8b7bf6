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

Decision decide_calls_presented(const BranchState& state, const CallsPresented& presented) {
  if (presented.calls.empty() || presented.calls.size() > kMostPresentedCalls) {
    return invalid("The calls are not right.", "1 to 256 calls");
  }
  for (const PresentedCall& call : presented.calls) {
    if (call.version < 1 || call.version > state.version()) {
      return invalid("A call is not of this branch.", "versions of events that the branch has");
    }
    if ((call.heard == Heard::kNothing) == call.heard_at.has_value()) {
      return invalid("A call was heard and was not.", "\"heard_at\" unless nothing was heard");
    }
  }
  return std::vector<EventPayload>{presented};
}

}  // namespace navbat::domain
