#include "ui/app/sdl_backend.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace navbat::ui {
namespace {

// The share of a desktop that a window may fill, so that its frame and the panel stay visible.
constexpr float kDesktopShare = 0.92F;

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
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
  if (spec.software) {
    // Else SDL shows the software picture through OpenGL, and a driver's libraries come along.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  } else {
    backend->renderer_.reset(SDL_CreateRenderer(
        backend->window_.get(), -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
  }
  if (!backend->renderer_) {
    backend->renderer_.reset(SDL_CreateRenderer(backend->window_.get(), -1, SDL_RENDERER_SOFTWARE));
  }
  if (!backend->renderer_) {
    return tl::unexpected(std::string("no renderer: ") + SDL_GetError());
  }
  const char* driver = SDL_GetCurrentVideoDriver();
  backend->never_swaps_ = driver != nullptr && std::string_view(driver) == "offscreen";
  return backend;
}

Size SdlBackend::pixels() const {
  int w = 0;
  int h = 0;
  SDL_GetRendererOutputSize(renderer_.get(), &w, &h);
  return {static_cast<float>(w), static_cast<float>(h)};
}

void SdlBackend::upload_atlas() {
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  fonts.GetTexDataAsRGBA32(&pixels, &width, &height);
  atlas_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC,
                                 width, height));
  SDL_UpdateTexture(atlas_.get(), nullptr, pixels, width * 4);
  SDL_SetTextureBlendMode(atlas_.get(), SDL_BLENDMODE_BLEND);
  fonts.SetTexID(atlas_.get());
  fonts.ClearTexData();
}

void SdlBackend::present(const ImDrawData& data, Color clear, Image* capture) {
  SDL_RenderSetClipRect(renderer_.get(), nullptr);
  SDL_SetRenderDrawColor(renderer_.get(), clear.r, clear.g, clear.b, 255);
  SDL_RenderClear(renderer_.get());
  draw(data);
  if (capture != nullptr) {
    *capture = read_back();
  }
  SDL_RenderPresent(renderer_.get());
  if (never_swaps_) {
    // Without a swap the driver would queue frames for ever: reading one pixel waits for it.
    const SDL_Rect corner{0, 0, 1, 1};
    std::uint32_t pixel = 0;
    SDL_RenderReadPixels(renderer_.get(), &corner, SDL_PIXELFORMAT_RGBA32, &pixel, 4);
  }
}

void SdlBackend::draw(const ImDrawData& data) {
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.ElemCount == 0) {
        continue;
      }
      const SDL_Rect clip{static_cast<int>(command.ClipRect.x),
                          static_cast<int>(command.ClipRect.y),
                          static_cast<int>(command.ClipRect.z - command.ClipRect.x),
                          static_cast<int>(command.ClipRect.w - command.ClipRect.y)};
      SDL_RenderSetClipRect(renderer_.get(), &clip);
      const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
      const auto* bytes = reinterpret_cast<const std::byte*>(vertices);
      const auto at = [bytes](std::size_t offset) { return bytes + offset; };
      SDL_RenderGeometryRaw(
          renderer_.get(), static_cast<SDL_Texture*>(command.GetTexID()),
          reinterpret_cast<const float*>(at(offsetof(ImDrawVert, pos))), sizeof(ImDrawVert),
          reinterpret_cast<const SDL_Color*>(at(offsetof(ImDrawVert, col))), sizeof(ImDrawVert),
          reinterpret_cast<const float*>(at(offsetof(ImDrawVert, uv))), sizeof(ImDrawVert),
          list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
          list.IdxBuffer.Data + command.IdxOffset, static_cast<int>(command.ElemCount),
          sizeof(ImDrawIdx));
    }
  }
  SDL_RenderSetClipRect(renderer_.get(), nullptr);
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
