#include "display_board/app/photographer.h"

namespace navbat::board {
namespace {

constexpr std::chrono::milliseconds kArrived{800};  // a call has reached its size

}  // namespace

void Photographer::look(BoardScene& scene, domain::Timestamp now) {
  const Picture& picture = scene.picture();
  const bool arrived = wish_.after_calls == 0 || now - picture.stage.since >= kArrived;
  if (wish_.file.empty() || taken_ || picture.trust != Trust::kCurrent ||
      calls_ < wish_.after_calls || !arrived) {
    return;
  }
  taken_ = true;
  shell_.post([this, &scene] {
    if (const auto saved = shell_.screenshot(scene, wish_.file); !saved) {
      log_(saved.error());
      failed_ = true;
    }
    shell_.quit();
  });
}

}  // namespace navbat::board
