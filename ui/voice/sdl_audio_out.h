#pragma once
// The default sound device through SDL (or its "disk" and "dummy" drivers, by SDL_AUDIODRIVER).

#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "ui/voice/audio_out.h"

namespace navbat::ui {

// SDL must outlive it. The device is open only while there is something to play; one that is pulled
// out in the middle of a sound is replaced by what is then the default, which plays it afresh.
class SdlAudioOut final : public AudioOut {
 public:
  SdlAudioOut();
  ~SdlAudioOut() override;
  SdlAudioOut(const SdlAudioOut&) = delete;
  SdlAudioOut& operator=(const SdlAudioOut&) = delete;

  tl::expected<void, std::string> play(const Sound& sound, const std::stop_token& stop,
                                       const Begun& begun) override;
  void rest() override;

 private:
  enum class End { kHeard, kStopped, kDeviceGone, kDeviceStuck };

  static void feed(void* self, std::uint8_t* bytes, int length);
  tl::expected<void, std::string> open(int rate);
  [[nodiscard]] bool is_there() const;
  End wait_until_heard(const Sound& sound, const std::stop_token& stop, const Begun& begun);

  std::uint32_t device_ = 0;  // 0: closed
  int rate_ = 0;
  std::mutex mutex_;
  std::condition_variable_any fed_;
  const Sound* playing_ = nullptr;  // guarded by mutex_, as is at_
  std::size_t at_ = 0;
};

}  // namespace navbat::ui
