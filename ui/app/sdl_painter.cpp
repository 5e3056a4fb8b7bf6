#include "ui/app/sdl_painter.h"

#include <SDL.h>

#include <cstddef>
#include <span>

namespace navbat::ui {
namespace {

// A plain triangle from this size on (pixels of its box) is worth a draw call without a texture;
// smaller ones are drawn like their neighbours.
constexpr int kLarge = 4096;

SDL_Rect sdl_rect(const PixelRect& rect) {
  return {rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top};
}

void draw_triangles(SDL_Renderer& renderer, SDL_Texture* texture,
                    std::span<const ImDrawVert> vertices, std::span<const ImDrawIdx> indices) {
  const auto* bytes = reinterpret_cast<const std::byte*>(vertices.data());
  const auto at = [bytes](std::size_t offset) { return bytes + offset; };
  SDL_RenderGeometryRaw(
      &renderer, texture, reinterpret_cast<const float*>(at(offsetof(ImDrawVert, pos))),
      sizeof(ImDrawVert), reinterpret_cast<const SDL_Color*>(at(offsetof(ImDrawVert, col))),
      sizeof(ImDrawVert), reinterpret_cast<const float*>(at(offsetof(ImDrawVert, uv))),
      sizeof(ImDrawVert), static_cast<int>(vertices.size()), indices.data(),
      static_cast<int>(indices.size()), sizeof(ImDrawIdx));
}

// Where a command draws.
PixelRect place_of(const ImDrawList& list, const ImDrawCmd& command) {
  PixelRect place{};
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  for (const ImDrawIdx index :
       std::span(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount)) {
    const ImVec2& at = vertices[index].pos;
    const PixelRect reach = reach_of(at, at, at);
    place = place.empty() ? reach : around(place, reach);
  }
  return common(place, clip_of(command));
}

bool is_white(const ImDrawVert& vertex, const ImVec2& white) {
  return vertex.uv.x == white.x && vertex.uv.y == white.y;
}

bool is_opaque(const ImDrawVert& vertex) {
  return (vertex.col & IM_COL32_A_MASK) == IM_COL32_A_MASK;
}

}  // namespace

PixelRect with_whole_pictures(PixelRect part, const ImDrawData& data, const Textures& textures) {
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (textures.is_atlas(command.GetTexID())) {
        continue;
      }
      const PixelRect place = place_of(list, command);
      const PixelRect grown = around(part, place);
      if (!common(part, place).empty() && grown != part) {
        return with_whole_pictures(grown, data, textures);
      }
    }
  }
  return part;
}

void SdlPainter::paint(SDL_Renderer& renderer, const ImDrawData& data, const Textures& textures,
                       Color clear, const PixelRect& part) {
  const SDL_Rect whole = sdl_rect(part);
  SDL_RenderSetClipRect(&renderer, nullptr);
  SDL_SetRenderDrawBlendMode(&renderer, SDL_BLENDMODE_NONE);
  SDL_SetRenderDrawColor(&renderer, clear.r, clear.g, clear.b, 255);
  SDL_RenderFillRect(&renderer, &whole);
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const PixelRect clip = common(clip_of(command), part);
      SDL_Texture* texture = textures.find(command.GetTexID());
      if (texture == nullptr || clip.empty()) {
        continue;
      }
      const SDL_Rect clip_rect = sdl_rect(clip);
      SDL_RenderSetClipRect(&renderer, &clip_rect);
      choose(list, command, textures.is_atlas(command.GetTexID()), clip);
      const std::span vertices(list.VtxBuffer.begin() + command.VtxOffset, list.VtxBuffer.end());
      std::span<const ImDrawIdx> left = chosen_;
      for (const Run& run : runs_) {
        SDL_SetRenderDrawBlendMode(
            &renderer, run.fill == Fill::kOpaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
        draw_triangles(renderer, run.fill == Fill::kTextured ? texture : nullptr, vertices,
                       left.first(run.count));
        left = left.subspan(run.count);
      }
    }
  }
  SDL_RenderSetClipRect(&renderer, nullptr);
}

// The command's triangles that reach into `part`, in order. How one is filled depends on those
// before it, whether they do or not: so every part gets the same pixels.
void SdlPainter::choose(const ImDrawList& list, const ImDrawCmd& command, bool is_atlas,
                        const PixelRect& part) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const std::span indices(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount);
  chosen_.clear();
  runs_.clear();
  fill_ = Fill::kTextured;
  for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
    const ImDrawVert& a = vertices[indices[i]];
    const ImDrawVert& b = vertices[indices[i + 1]];
    const ImDrawVert& c = vertices[indices[i + 2]];
    fill_ = is_atlas ? fill_of(a, b, c) : Fill::kTextured;
    if (common(reach_of(a.pos, b.pos, c.pos), part).empty()) {
      continue;
    }
    if (runs_.empty() || runs_.back().fill != fill_) {
      runs_.push_back({.fill = fill_});
    }
    runs_.back().count += 3;
    chosen_.insert(chosen_.end(), {indices[i], indices[i + 1], indices[i + 2]});
  }
}

SdlPainter::Fill SdlPainter::fill_of(const ImDrawVert& a, const ImDrawVert& b,
                                     const ImDrawVert& c) const {
  const ImVec2& white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  if (!is_white(a, white) || !is_white(b, white) || !is_white(c, white)) {
    return Fill::kTextured;
  }
  const bool opaque = is_opaque(a) && is_opaque(b) && is_opaque(c);
  const PixelRect box = reach_of(a.pos, b.pos, c.pos);
  if ((box.right - box.left) * (box.bottom - box.top) >= kLarge) {
    return opaque ? Fill::kOpaque : Fill::kPlain;
  }
  // A small one needs no change, unless the one before must not blend and this one does.
  return fill_ == Fill::kOpaque && !opaque ? Fill::kPlain : fill_;
}

}  // namespace navbat::ui
