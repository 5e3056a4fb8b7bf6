#include "ui/app/mailbox.h"

namespace navbat::ui {

void Mailbox::post(std::function<void()> task) {
  bool was_empty = false;
  {
    const std::lock_guard lock(mutex_);
    was_empty = tasks_.empty();
    tasks_.push_back(std::move(task));
  }
  if (was_empty) {
    wake_();
  }
}

void Mailbox::run_all() {
  std::vector<std::function<void()>> tasks;
  {
    const std::lock_guard lock(mutex_);
    tasks.swap(tasks_);
  }
  for (const auto& task : tasks) {
    task();
  }
}

bool Mailbox::waiting() const {
  const std::lock_guard lock(mutex_);
  return !tasks_.empty();
}

}  // namespace navbat::ui
