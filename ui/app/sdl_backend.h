#pragma once
// Window and SDL_Renderer. The picture is kept in a texture as large as the window, and only what
// differs from the frame before is drawn: without a graphics card, filling pixels is what costs.

#include <memory>

#include "ui/app/backend.h"
#include "ui/app/sdl_painter.h"
#include "ui/draw/damage.h"

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
  bool lit() const override;
  void upload_atlas() override;
  void lost(Lost what) override;
  void present(const ImDrawData& data, Color clear, Image* capture) override;

 private:
  struct Closer {
    void operator()(SDL_Window* window) const;
    void operator()(SDL_Renderer* renderer) const;
    void operator()(SDL_Texture* texture) const;
  };
  SdlBackend() = default;
  tl::expected<void, std::string> open_renderer(bool software);
  std::shared_ptr<SDL_Texture> make_texture(int width, int height, const void* rgba);
  void fit_target(int width, int height);
  void show();
  Image read_back();

  std::unique_ptr<SDL_Window, Closer> window_;
  std::unique_ptr<SDL_Renderer, Closer> renderer_;
  // The picture; null where a renderer cannot draw into textures: then each frame is drawn whole.
  std::unique_ptr<SDL_Texture, Closer> target_;
  SdlPainter painter_;
  Damage damage_;
  bool software_ = false;
  bool window_lost_ = false;
  bool never_swaps_ = false;
};

}  // namespace navbat::ui
