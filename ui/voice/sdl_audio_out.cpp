#include "ui/voice/sdl_audio_out.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstring>

#include "ui/voice/voice_limits.h"

namespace navbat::ui {
namespace {

// What sound servers know our streams by, so that they can turn others down meanwhile.
constexpr const char* kRole = "Announcement";

}  // namespace

// Here and not when the device is opened: SDL's hints belong to the thread that starts the program.
SdlAudioOut::SdlAudioOut() { SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_ROLE, kRole); }

SdlAudioOut::~SdlAudioOut() { rest(); }

void SdlAudioOut::feed(void* self, std::uint8_t* bytes, int length) {
  auto& out = *static_cast<SdlAudioOut*>(self);
  const auto wanted = static_cast<std::size_t>(length) / sizeof(std::int16_t);
  std::size_t given = 0;
  {
    const std::lock_guard lock(out.mutex_);
    if (out.playing_ != nullptr) {
      const bool first = out.at_ == 0;
      given = std::min(wanted, out.playing_->samples.size() - out.at_);
      std::memcpy(bytes, out.playing_->samples.data() + out.at_, given * sizeof(std::int16_t));
      out.at_ += given;
      const bool last = out.at_ == out.playing_->samples.size();
      if (last) {
        out.playing_ = nullptr;
      }
      if (first || last) {
        out.fed_.notify_all();
      }
    }
  }
  std::memset(bytes + given * sizeof(std::int16_t), 0, (wanted - given) * sizeof(std::int16_t));
}

// SDL goes on asking for samples when the device is gone, and throws them away.
bool SdlAudioOut::is_there() const {
  return SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_PLAYING;
}

tl::expected<void, std::string> SdlAudioOut::open(int rate) {
  if (device_ != 0 && rate_ == rate && is_there()) {
    return {};
  }
  rest();
  SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_ROLE, kRole);
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

SdlAudioOut::End SdlAudioOut::wait_until_heard(const Sound& sound, const std::stop_token& stop,
                                               const Begun& begun) {
  const auto deadline = std::chrono::steady_clock::now() + length_of(sound) + kDevicePatience;
  std::unique_lock lock(mutex_);
  playing_ = &sound;
  at_ = 0;
  bool told = false;
  End end = End::kHeard;
  while (end == End::kHeard && (playing_ != nullptr || !told)) {
    fed_.wait_for(lock, stop, kDeviceCheck,
                  [&] { return playing_ == nullptr || (!told && at_ > 0); });
    if (!told && at_ > 0) {
      told = true;
      if (begun) {
        begun();
      }
    }
    if (stop.stop_requested()) {
      end = End::kStopped;
    } else if (!is_there()) {
      end = End::kDeviceGone;
    } else if (std::chrono::steady_clock::now() > deadline) {
      end = End::kDeviceStuck;
    }
  }
  playing_ = nullptr;
  return end;
}

tl::expected<void, std::string> SdlAudioOut::play(const Sound& sound, const std::stop_token& stop,
                                                  const Begun& begun) {
  if (sound.samples.empty()) {
    return {};
  }
  // Pulled out: once more, on the device that is there now.
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (auto opened = open(sound.rate); !opened) {
      return opened;
    }
    const End end = wait_until_heard(sound, stop, attempt == 0 ? begun : Begun());
    if (end == End::kHeard || end == End::kStopped) {
      return {};
    }
    rest();
    if (end == End::kDeviceStuck) {
      return tl::unexpected<std::string>(
          "the sound device does not play; expected it to take sound");
    }
  }
  return tl::unexpected<std::string>("the sound device is gone; expected one that stays");
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
