#include "server_sync/client/kept_cursor.h"

#include <charconv>
#include <string>

namespace navbat::client {
namespace {

constexpr std::string_view kCursorFact = "stream_cursor";  // "BRANCH VERSION"

}  // namespace

std::optional<std::int64_t> load_cursor(SharedStore& store, const domain::BranchId& branch) {
  const auto fact = store.with([](store::DeviceStore& open) { return open.fact(kCursorFact); });
  if (!fact || !*fact) return std::nullopt;
  const std::string& text = **fact;
  const std::string prefix = branch.value() + " ";
  if (!text.starts_with(prefix)) return std::nullopt;
  std::int64_t version = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + prefix.size(), end, version);
  if (error != std::errc{} || rest != end || version < 0) return std::nullopt;
  return version;
}

tl::expected<void, IssueError> save_cursor(SharedStore& store, const domain::BranchId& branch,
                                           std::int64_t version) {
  const std::string text = branch.value() + " " + std::to_string(version);
  const auto kept =
      store.with([&](store::DeviceStore& open) { return open.save_fact(kCursorFact, text); });
  if (!kept) return tl::unexpected(IssueError{IssueFailure::kStorage, kept.error().message, {}});
  return {};
}

}  // namespace navbat::client
