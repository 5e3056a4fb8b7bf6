#include "server_sync/client/housekeeping.h"

#include <charconv>
#include <utility>

#include "server_sync/client/limits.h"

namespace navbat::client {
namespace {

constexpr std::string_view kClockFact = "clock";  // "OFFSET_MS LATEST_TRUE_MS"

}  // namespace

ClockMemory load_clock_memory(SharedStore& store) {
  const auto fact = store.with([](store::DeviceStore& open) { return open.fact(kClockFact); });
  if (!fact || !*fact) return {};
  const std::string& text = **fact;
  const char* end = text.data() + text.size();
  std::int64_t offset_ms = 0;
  std::int64_t latest_ms = 0;
  const auto first = std::from_chars(text.data(), end, offset_ms);
  if (first.ec != std::errc{} || first.ptr == end) return {};
  if (std::from_chars(first.ptr + 1, end, latest_ms).ec != std::errc{}) return {};
  return {domain::Milliseconds{offset_ms}, domain::from_unix_ms(latest_ms)};
}

Housekeeping::Housekeeping(SharedStore& store, BranchDirectory& directory,
                           const ServerClock& true_clock, const domain::Clock& device_clock,
                           Hooks hooks)
    : store_(store),
      directory_(directory),
      true_clock_(true_clock),
      device_clock_(device_clock),
      hooks_(std::move(hooks)) {}

void Housekeeping::run(bool answered, const std::stop_token& stop) {
  if (answered) keep_directory(stop);
  keep_time();
  forget_old();
}

void Housekeeping::keep_directory(const std::stop_token& stop) {
  const domain::Timestamp now = device_clock_.now();
  const bool is_old = !directory_at_ || now - *directory_at_ >= kDirectoryLife;
  if (!directory_wanted_.exchange(false) && !is_old) return;
  if (const auto refreshed = directory_.refresh(stop); !refreshed) {
    directory_wanted_ = true;
    if (!stop.stop_requested()) hooks_.log(refreshed.error());
    return;
  }
  directory_at_ = now;
  hooks_.changed();
}

void Housekeeping::keep_time() {
  const domain::Timestamp now = device_clock_.now();
  // At once when the server is first heard: what was remembered before is worth less.
  const bool is_news = true_clock_.is_synchronised() && !kept_synchronised_;
  if (!is_news && time_kept_at_ && now - *time_kept_at_ < kClockMemoryEvery) return;
  const ClockMemory memory = true_clock_.memory();
  const std::string text = std::to_string(memory.offset.count()) + " " +
                           std::to_string(domain::to_unix_ms(*memory.latest_true));
  const auto kept =
      store_.with([&](store::DeviceStore& store) { return store.save_fact(kClockFact, text); });
  if (!kept) hooks_.log("the time cannot be kept: " + kept.error().message);
  time_kept_at_ = now;
  kept_synchronised_ = true_clock_.is_synchronised();
}

void Housekeeping::forget_old() {
  // Only by a time that the server confirmed: a clock that leaped would forget everything.
  const auto known = directory_.current();
  if (!known || !true_clock_.is_synchronised()) return;
  const domain::BusinessDay today = known->calendar.day_of(true_clock_.now());
  if (forgotten_on_ == today) return;
  forgotten_on_ = today;
  const auto forgotten = store_.with(
      [&](store::DeviceStore& store) { return store.forget_before(today.plus_days(-kKeepDays)); });
  if (!forgotten) hooks_.log("old tickets stay: " + forgotten.error().message);
}

}  // namespace navbat::client
