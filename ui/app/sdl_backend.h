#pragma once
// Window and SDL_Renderer. Dear ImGui's library in Debian has no backend for it;
// SDL_RenderGeometryRaw takes its triangles as they are.

#include <memory>

#include "ui/app/backend.h"

struct SDL_Window;
struct SDL_Renderer;
struct SDL_Texture;

namespace navbat::ui {

struct WindowSpec {
  std::string title;
  Size design;  // logical size; the window has its proportions unless full screen
  bool fullscreen = false;
  // Window pixels per logical unit. 0: as large as the display allows, at most as `pixels` says.
  float scale = 0;
  Size pixels{};          // of the screen that the program is meant for; none: those of `design`
  bool software = false;  // never ask for a GPU
  bool locked = false;    // full screen: the keyboard is this window's alone, no arrow is shown
};

// The logical size of a screen of so many pixels: its shorter side is 1080 units, so that 2160×3840
// shows what 1080×1920 shows, with twice the pixels.
Size design_size(Size pixels);

class SdlBackend final : public Backend {
 public:
  // SDL's video must be up. The error is one line.
  static tl::expected<std::unique_ptr<SdlBackend>, std::string> open(const WindowSpec& spec);

  Size pixels() const override;
  void upload_atlas() override;
  void present(const ImDrawData& data, Color clear, Image* capture) override;

 private:
  struct Closer {
    void operator()(SDL_Window* window) const;
    void operator()(SDL_Renderer* renderer) const;
    void operator()(SDL_Texture* texture) const;
  };
  SdlBackend() = default;
  void draw(const ImDrawData& data);
  Image read_back();

  std::unique_ptr<SDL_Window, Closer> window_;
  std::unique_ptr<SDL_Renderer, Closer> renderer_;
  std::unique_ptr<SDL_Texture, Closer> atlas_;
  bool never_swaps_ = false;
};

}  // namespace navbat::ui
