#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>
#include <vector>

namespace navbat::client {

// Hands values from one background thread to one consumer that must never wait: the screen's
// thread drains what there is. Bounded: a producer waits while it is full, nothing is dropped.
template <typename T>
class Mailbox {
 public:
  // `wake` is called on the producer's thread when a value comes into the empty mailbox; it must be
  // quick and must not call the mailbox. May be null.
  Mailbox(std::size_t capacity, std::function<void()> wake)
      : capacity_(capacity), wake_(std::move(wake)) {}

  // Waits for room. False when `stop` fired first; the value is then not in the mailbox.
  [[nodiscard]] bool put(T value, const std::stop_token& stop) {
    return put(std::move(value), stop, [](const T&) { return false; });
  }

  // The same, except that the newest undelivered value is replaced when `replaces` says so of it.
  template <typename Replaces>
  [[nodiscard]] bool put(T value, const std::stop_token& stop, const Replaces& replaces) {
    bool was_empty = false;
    {
      std::unique_lock lock(mutex_);
      if (!values_.empty() && replaces(values_.back())) {
        values_.back() = std::move(value);
        return true;
      }
      if (!room_.wait(lock, stop, [this] { return values_.size() < capacity_; })) return false;
      was_empty = values_.empty();
      values_.push_back(std::move(value));
    }
    if (was_empty && wake_) wake_();
    return true;
  }

  // Everything there is, oldest first; at most `max` values. Never waits.
  [[nodiscard]] std::vector<T> drain(std::size_t max = static_cast<std::size_t>(-1)) {
    std::vector<T> out;
    {
      const std::lock_guard lock(mutex_);
      const std::size_t count = std::min(max, values_.size());
      out.reserve(count);
      for (std::size_t i = 0; i < count; ++i) {
        out.push_back(std::move(values_.front()));
        values_.pop_front();
      }
    }
    room_.notify_all();
    return out;
  }

 private:
  const std::size_t capacity_;
  const std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable_any room_;
  std::deque<T> values_;
};

}  // namespace navbat::client
