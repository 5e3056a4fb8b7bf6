#include "display_board/panel/panel_source.h"

#include <algorithm>
#include <condition_variable>

#include "display_board/limits.h"

namespace navbat::board {

PanelSource::PanelSource(PanelSettings settings, const MakeTransport& make_transport,
                         const domain::Clock& clock, Today today, Hooks hooks)
    : settings_(std::move(settings)),
      hooks_(std::move(hooks)),
      reader_(settings_, make_transport, clock, std::move(today), hooks_.log),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

std::shared_ptr<const PanelContent> PanelSource::content() const {
  const std::lock_guard lock(mutex_);
  return content_;
}

void PanelSource::run(const std::stop_token& stop) {
  std::mutex alone;
  std::condition_variable_any stopped;
  while (!stop.stop_requested()) {
    reader_.read(stop, [this] { publish(); });
    const auto look = std::min(kDayLookEvery, settings_.refresh);
    for (auto waited = look * 0; waited < settings_.refresh && !stop.stop_requested();
         waited += look) {
      std::unique_lock lock(alone);
      stopped.wait_for(lock, stop, look, [] { return false; });
      publish();
    }
  }
}

void PanelSource::publish() {
  PanelContent content = reader_.content();
  {
    const std::lock_guard lock(mutex_);
    if (content == *content_) {
      return;
    }
    content_ = std::make_shared<const PanelContent>(std::move(content));
  }
  hooks_.changed();
}

}  // namespace navbat::board
