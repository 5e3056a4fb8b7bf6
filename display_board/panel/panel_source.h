#pragma once
// Keeps the side panel's content up to date on a thread of its own.

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "display_board/panel/panel_reader.h"

namespace navbat::board {

class PanelSource {
 public:
  struct Hooks {                    // called on the source's thread
    std::function<void()> changed;  // content() is another one; quick, must not call the source
    Log log;
  };

  // `clock` outlives the source; `today` and the hooks are called until the destructor has
  // returned.
  PanelSource(PanelSettings settings, const MakeTransport& make_transport,
              const domain::Clock& clock, Today today, Hooks hooks);
  ~PanelSource() = default;  // ends soon, whatever a web server does
  PanelSource(const PanelSource&) = delete;
  PanelSource& operator=(const PanelSource&) = delete;

  // Any thread; never waits for disk or network, and is never null. The same object until something
  // changed.
  [[nodiscard]] std::shared_ptr<const PanelContent> content() const;

 private:
  void run(const std::stop_token& stop);
  void publish();

  const PanelSettings settings_;
  const Hooks hooks_;
  PanelReader reader_;  // the thread's
  mutable std::mutex mutex_;
  std::shared_ptr<const PanelContent> content_ = std::make_shared<const PanelContent>();
  std::jthread thread_;  // the last: it ends before what it uses
};

}  // namespace navbat::board
