#include "ui/voice/sdl_audio_out.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstring>

namespace navbat::ui {
namespace {

constexpr Uint16 kBufferSamples = 512;  // 23 ms at 22,050 Hz: soon heard, soon silent, few wakes

// A device that takes this much longer than the sound lasts does not play.
constexpr std::chrono::seconds kPatience{3};

}  // namespace

SdlAudioOut::~SdlAudioOut() { rest(); }

void SdlAudioOut::feed(void* self, std::uint8_t* bytes, int length) {
  auto& out = *static_cast<SdlAudioOut*>(self);
  const auto wanted = static_cast<std::size_t>(length) / sizeof(std::int16_t);
  std::size_t given = 0;
  {
    const std::lock_guard lock(out.mutex_);
    if (out.playing_ != nullptr) {
      given = std::min(wanted, out.playing_->samples.size() - out.at_);
      std::memcpy(bytes, out.playing_->samples.data() + out.at_, given * sizeof(std::int16_t));
      out.at_ += given;
      if (out.at_ == out.playing_->samples.size()) {
        out.playing_ = nullptr;
        out.played_.notify_all();
      }
    }
  }
  std::memset(bytes + given * sizeof(std::int16_t), 0, (wanted - given) * sizeof(std::int16_t));
}

tl::expected<void, std::string> SdlAudioOut::open(int rate) {
  if (device_ != 0 && rate_ == rate) {
    return {};
  }
  rest();
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
    return tl::unexpected(std::string("no sound: ") + SDL_GetError());
  }
  SDL_AudioSpec spec{};
  spec.freq = rate;
  spec.format = AUDIO_S16SYS;
  spec.channels = 1;
  spec.samples = kBufferSamples;
  spec.callback = &SdlAudioOut::feed;
  spec.userdata = this;
  device_ = SDL_OpenAudioDevice(nullptr, 0, &spec, nullptr, 0);
  if (device_ == 0) {
    std::string error = std::string("no sound device: ") + SDL_GetError();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return tl::unexpected(std::move(error));
  }
  rate_ = rate;
  SDL_PauseAudioDevice(device_, 0);
  return {};
}

tl::expected<void, std::string> SdlAudioOut::play(const Sound& sound, const std::stop_token& stop) {
  if (sound.samples.empty()) {
    return {};
  }
  if (auto opened = open(sound.rate); !opened) {
    return opened;
  }
  const auto length = std::chrono::milliseconds(static_cast<std::int64_t>(sound.samples.size()) *
                                                1000 / sound.rate);
  bool heard = false;
  {
    std::unique_lock lock(mutex_);
    playing_ = &sound;
    at_ = 0;
    heard =
        played_.wait_for(lock, stop, length + kPatience, [this] { return playing_ == nullptr; });
    playing_ = nullptr;
  }
  if (heard || stop.stop_requested()) {
    return {};
  }
  rest();
  return tl::unexpected<std::string>("the sound device does not play; expected it to take sound");
}

void SdlAudioOut::rest() {
  if (device_ == 0) {
    return;
  }
  SDL_CloseAudioDevice(device_);
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  device_ = 0;
}

}  // namespace navbat::ui
