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

void Housekeeping::run(bool answered, const std::stop_token& stop) {
  if (answered) {
    parts_.reconciler.run(stop);
    keep_directory(stop);
    keep_lists(stop);
  }
  keep_time();
  forget_old();
}

void Housekeeping::keep_directory(const std::stop_token& stop) {
  const domain::Timestamp now = parts_.device_clock.now();
  const bool is_old = !directory_at_ || now - *directory_at_ >= kDirectoryLife;
  if (!directory_wanted_.exchange(false) && !is_old) return;
  if (const auto refreshed = parts_.directory.refresh(stop); !refreshed) {
    directory_wanted_ = true;
    if (!stop.stop_requested()) hooks_.log(refreshed.error().detail);
    return;
  }
  directory_at_ = now;
  hooks_.changed();
}

void Housekeeping::keep_lists(const std::stop_token& stop) {
  const auto known = parts_.directory.current();
  if (!known) return;
  const domain::BusinessDay today = known->calendar.day_of(parts_.true_clock.now());
  keep_list(bookings_, today, stop, [&] { return parts_.bookings.refresh(today, stop); });
  keep_list(usual_waits_, today, stop, [&] { return parts_.usual_waits.refresh(stop); });
}

template <typename Refresh>
void Housekeeping::keep_list(List& list, const domain::BusinessDay& today,
                             const std::stop_token& stop, Refresh refresh) {
  const domain::Timestamp now = parts_.device_clock.now();
  if (stop.stop_requested()) return;
  if (list.failed_at && now - *list.failed_at < kListRetryAfter) return;
  const bool is_old = !list.asked_at || now - *list.asked_at >= kListLife || list.day != today;
  if (!list.wanted.exchange(false) && !is_old) return;
  const auto refreshed = refresh();
  if (!refreshed && !refreshed.error().not_there) {
    list.wanted = true;
    list.failed_at = now;
    if (!stop.stop_requested()) hooks_.log(refreshed.error().detail);
    return;
  }
  // A server without such a list (an older one, or a board's token) is asked again no sooner.
  list.failed_at.reset();
  list.asked_at = now;
  list.day = today;
  if (refreshed) hooks_.changed();
}

void Housekeeping::keep_time() {
  const domain::Timestamp now = parts_.device_clock.now();
  // At once when the server is first heard: what was remembered before is worth less.
  const bool is_news = parts_.true_clock.is_synchronised() && !kept_synchronised_;
  if (!is_news && time_kept_at_ && now - *time_kept_at_ < kClockMemoryEvery) return;
  const ClockMemory memory = parts_.true_clock.memory();
  const std::string text = std::to_string(memory.offset.count()) + " " +
                           std::to_string(domain::to_unix_ms(*memory.latest_true));
  const auto kept = parts_.store.with(
      [&](store::DeviceStore& store) { return store.save_fact(kClockFact, text); });
  if (!kept) hooks_.log("the time cannot be kept: " + kept.error().message);
  time_kept_at_ = now;
  kept_synchronised_ = parts_.true_clock.is_synchronised();
}

void Housekeeping::forget_old() {
  // Only by a time that the server confirmed: a clock that leaped would forget everything.
  const auto known = parts_.directory.current();
  if (!known || !parts_.true_clock.is_synchronised()) return;
  const domain::BusinessDay today = known->calendar.day_of(parts_.true_clock.now());
  if (forgotten_on_ == today) return;
  forgotten_on_ = today;
  const auto forgotten = parts_.store.with(
      [&](store::DeviceStore& store) { return store.forget_before(today.plus_days(-kKeepDays)); });
  if (!forgotten) hooks_.log("old tickets stay: " + forgotten.error().message);
}

}  // namespace navbat::client
