#pragma once
// Dear ImGui's triangles on an SDL_Renderer. Dear ImGui's library in Debian has no backend for it;
// SDL_RenderGeometryRaw takes the triangles as they are.

#include <cstdint>
#include <vector>

#include "ui/draw/color.h"
#include "ui/draw/textures.h"
#include "ui/draw/triangles.h"

struct SDL_Renderer;

namespace navbat::ui {

// `part` grown so that it holds each picture that it touches: SDL's software renderer scales what
// is clipped a little differently from what is not.
PixelRect with_whole_pictures(PixelRect part, const ImDrawData& data, const Textures& textures);

class SdlPainter {
 public:
  // Fills `part` of the renderer's target with `clear` and draws what of `data` lies in it; the
  // rest of the target stays as it is. With OpenGL pixels come out the same whatever the part.
  void paint(SDL_Renderer& renderer, const ImDrawData& data, const Textures& textures, Color clear,
             const PixelRect& part);

 private:
  // How pixels are filled. Without a graphics card a texture that is white everywhere costs more
  // than twice as much as none, and blending what is opaque six times as much as not to.
  enum class Fill { kTextured, kPlain, kOpaque };
  // Triangles that are filled alike: `count` indices of chosen_.
  struct Run {
    Fill fill = Fill::kTextured;
    std::size_t count = 0;
  };

  void choose(const ImDrawList& list, const ImDrawCmd& command, bool is_atlas,
              const PixelRect& part);
  Fill fill_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) const;

  Fill fill_ = Fill::kTextured;
  // Kept for their memory.
  std::vector<ImDrawIdx> chosen_;
  std::vector<Run> runs_;
};

}  // namespace navbat::ui
