#pragma once
// How other threads hand work to the UI thread.

#include <functional>
#include <mutex>
#include <vector>

namespace navbat::ui {

class Mailbox {
 public:
  // `wake` is called from the posting thread when the box was empty; it must wake the UI thread.
  explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  // Any thread. `task` runs on the UI thread, in the order of posting.
  void post(std::function<void()> task);

  // UI thread. Runs what is there.
  void run_all();

  // Any thread: whether something was posted since.
  bool waiting() const;

 private:
  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::vector<std::function<void()>> tasks_;
};

}  // namespace navbat::ui
