#include "ui/app/sdl_backend.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace navbat::ui {
namespace {

// The share of a desktop that a window may fill, so that its frame and the panel stay visible.
constexpr float kDesktopShare = 0.92F;

// Pixels a side; more than any screen shows.
constexpr int kLargestSoftwareTexture = 8192;

float window_scale(const WindowSpec& spec) {
  if (spec.scale > 0) {
    return spec.scale;
  }
  const float wanted = spec.pixels.w > 0 ? spec.pixels.w / spec.design.w : 1;
  SDL_Rect desktop{};
  if (SDL_GetDisplayUsableBounds(0, &desktop) != 0 || desktop.w <= 0) {
    return wanted;
  }
  const float room_w = static_cast<float>(desktop.w) / spec.design.w;
  const float room_h = static_cast<float>(desktop.h) / spec.design.h;
  const float room = std::min(room_w, room_h);
  return room >= wanted ? wanted : room * kDesktopShare;
}

}  // namespace

Size design_size(Size pixels) {
  constexpr float kShorterSide = 1080;
  const float scale = kShorterSide / std::min(pixels.w, pixels.h);
  return {pixels.w * scale, pixels.h * scale};
}

void SdlBackend::Closer::operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
void SdlBackend::Closer::operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
void SdlBackend::Closer::operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }

tl::expected<std::unique_ptr<SdlBackend>, std::string> SdlBackend::open(const WindowSpec& spec) {
  auto backend = std::unique_ptr<SdlBackend>(new SdlBackend);
  const float scale = window_scale(spec);
  const auto side = [scale](float units) { return static_cast<int>(std::lround(units * scale)); };
  const Uint32 flags = spec.fullscreen ? Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP} : 0U;
  backend->window_.reset(SDL_CreateWindow(spec.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                          SDL_WINDOWPOS_CENTERED, side(spec.design.w),
                                          side(spec.design.h), flags));
  if (!backend->window_) {
    return tl::unexpected(std::string("no window: ") + SDL_GetError());
  }
  if (spec.locked && spec.fullscreen) {
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetWindowKeyboardGrab(backend->window_.get(), SDL_TRUE);
    SDL_ShowCursor(SDL_DISABLE);
  }
  if (auto opened = backend->open_renderer(spec.software); !opened) {
    return tl::unexpected(opened.error());
  }
  const char* driver = SDL_GetCurrentVideoDriver();
  backend->never_swaps_ = driver != nullptr && std::string_view(driver) == "offscreen";
  return backend;
}

tl::expected<void, std::string> SdlBackend::open_renderer(bool software) {
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
  if (software) {
    // Else SDL shows the software picture through OpenGL, and a driver's libraries come along.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  } else {
    renderer_.reset(SDL_CreateRenderer(window_.get(), -1,
                                       SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
  }
  if (!renderer_) {
    renderer_.reset(SDL_CreateRenderer(window_.get(), -1, SDL_RENDERER_SOFTWARE));
  }
  SDL_RendererInfo info{};
  if (!renderer_ || SDL_GetRendererInfo(renderer_.get(), &info) != 0) {
    return tl::unexpected(std::string("no renderer: ") + SDL_GetError());
  }
  software_ = (info.flags & SDL_RENDERER_SOFTWARE) != 0;
  // The software renderer names no limit: its textures are memory.
  const int side = info.max_texture_width > 0
                       ? std::min(info.max_texture_width, info.max_texture_height)
                       : kLargestSoftwareTexture;
  textures_ = std::make_unique<Textures>(side, [this](const Image& image) {
    return make_texture(image.width, image.height, image.rgba.data());
  });
  return {};
}

bool SdlBackend::lit() const {
  constexpr Uint32 kAway = SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED;
  return (SDL_GetWindowFlags(window_.get()) & kAway) == 0 && SDL_GetNumVideoDisplays() > 0;
}

Size SdlBackend::pixels() const {
  int w = 0;
  int h = 0;
  SDL_GetRendererOutputSize(renderer_.get(), &w, &h);
  return {static_cast<float>(w), static_cast<float>(h)};
}

std::shared_ptr<SDL_Texture> SdlBackend::make_texture(int width, int height, const void* rgba) {
  std::shared_ptr<SDL_Texture> texture(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGBA32,
                                                         SDL_TEXTUREACCESS_STATIC, width, height),
                                       Closer());
  if (texture) {
    SDL_UpdateTexture(texture.get(), nullptr, rgba, width * 4);
    SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_BLEND);
  }
  return texture;
}

void SdlBackend::upload_atlas() {
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  fonts.GetTexDataAsRGBA32(&pixels, &width, &height);
  fonts.SetTexID(textures_->replace_atlas(make_texture(width, height, pixels)));
  fonts.ClearTexData();
}

void SdlBackend::lost(Lost what) {
  window_lost_ = true;
  if (what == Lost::kWindow) {
    return;
  }
  damage_.forget();
  if (what == Lost::kDevice) {
    target_.reset();
    textures_->clear();
  }
}

// The picture's texture, as large as the window.
void SdlBackend::fit_target(int width, int height) {
  int has_width = 0;
  int has_height = 0;
  if (target_) {
    SDL_QueryTexture(target_.get(), nullptr, nullptr, &has_width, &has_height);
  }
  if ((target_ && has_width == width && has_height == height) ||
      SDL_RenderTargetSupported(renderer_.get()) == SDL_FALSE) {
    return;
  }
  damage_.forget();
  target_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888,
                                  SDL_TEXTUREACCESS_TARGET, width, height));
  if (target_) {
    SDL_SetTextureBlendMode(target_.get(), SDL_BLENDMODE_NONE);
    SDL_SetTextureScaleMode(target_.get(), SDL_ScaleModeNearest);
  }
}

void SdlBackend::present(const ImDrawData& data, Color clear, Image* capture) {
  textures_->keep_shown(data);
  const Size size = pixels();
  const auto width = static_cast<int>(size.w);
  const auto height = static_cast<int>(size.h);
  fit_target(width, height);
  const std::vector<PixelRect> parts = damage_.take(data, clear.packed(), width, height);
  if (!lit() || !target_) {
    // Nothing keeps what is drawn now: SDL draws nothing while a window is hidden.
    damage_.forget();
  }
  SDL_SetRenderTarget(renderer_.get(), target_.get());
  for (const PixelRect& part : parts) {
    painter_.paint(*renderer_, data, *textures_, clear,
                   software_ ? with_whole_pictures(part, data, *textures_) : part);
  }
  if (capture != nullptr) {
    *capture = read_back();
  }
  SDL_SetRenderTarget(renderer_.get(), nullptr);
  if (!parts.empty() || window_lost_) {
    show();
  }
}

void SdlBackend::show() {
  if (target_) {
    SDL_RenderCopy(renderer_.get(), target_.get(), nullptr, nullptr);
  }
  SDL_RenderPresent(renderer_.get());
  window_lost_ = false;
  if (never_swaps_) {
    // Without a swap the driver would queue frames for ever: reading one pixel waits for it.
    const SDL_Rect corner{0, 0, 1, 1};
    std::uint32_t pixel = 0;
    SDL_RenderReadPixels(renderer_.get(), &corner, SDL_PIXELFORMAT_RGBA32, &pixel, 4);
  }
}

Image SdlBackend::read_back() {
  Image image;
  SDL_GetRendererOutputSize(renderer_.get(), &image.width, &image.height);
  image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) *
                    4);
  SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGBA32, image.rgba.data(),
                       image.width * 4);
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
    image.rgba[i] = 255;
  }
  return image;
}

}  // namespace navbat::ui
