#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "ui/draw/canvas.h"
#include "ui/draw/shadow.h"

namespace navbat::ui {
namespace {

ImVec2 vec(Point p) { return {p.x, p.y}; }

constexpr float kPi = std::numbers::pi_v<float>;

}  // namespace

void Canvas::fill(const Rect& rect, Color color, float radius) {
  list_.AddRectFilled(vec(to_pixels({rect.x, rect.y})),
                      vec(to_pixels({rect.right(), rect.bottom()})), ink(color), pixels(radius));
}

void Canvas::gradient(const Rect& rect, Color from, Color to, Toward toward, float radius) {
  const ImVec2 a = vec(to_pixels({rect.x, rect.y}));
  const ImVec2 b = vec(to_pixels({rect.right(), rect.bottom()}));
  const int first = list_.VtxBuffer.Size;
  list_.AddRectFilled(a, b, ink(from), pixels(radius));
  const ImVec2 end = toward == Toward::kRight  ? ImVec2(b.x, a.y)
                     : toward == Toward::kDown ? ImVec2(a.x, b.y)
                                               : b;
  // Dear ImGui's own shading keeps the first colour's alpha; a soft edge's share has to be kept
  // instead.
  const ImVec2 way(end.x - a.x, end.y - a.y);
  const float length = way.x * way.x + way.y * way.y;
  const auto solid = static_cast<float>(ink(from) >> IM_COL32_A_SHIFT);
  for (ImDrawVert& vertex :
       std::span(list_.VtxBuffer.Data + first, list_.VtxBuffer.Data + list_.VtxBuffer.Size)) {
    const float along = ((vertex.pos.x - a.x) * way.x + (vertex.pos.y - a.y) * way.y) / length;
    const Color color = mix(from, to, std::clamp(along, 0.0F, 1.0F));
    const float edge = solid > 0 ? static_cast<float>(vertex.col >> IM_COL32_A_SHIFT) / solid : 1;
    vertex.col = ink(color.with_alpha(static_cast<float>(color.a) / 255.0F * edge));
  }
}

void Canvas::outline(const Rect& rect, Color color, float radius, float thickness) {
  const Rect inner = rect.inset(thickness / 2);
  list_.AddRect(vec(to_pixels({inner.x, inner.y})), vec(to_pixels({inner.right(), inner.bottom()})),
                ink(color), pixels(radius - thickness / 2), 0, pixels(thickness));
}

void Canvas::shadow(const Rect& rect, float radius, float blur, float drop, Color color) {
  if (theme_.flat || color.a == 0) {
    return;
  }
  // The patch's middle lies on the rectangle's edge; a rounded card's shadow starts a little
  // further in.
  const float inward = std::min({blur + radius * 0.3F, rect.w / 2, rect.h / 2});
  const Rect outer = rect.moved(0, drop).inset(-blur + radius * 0.12F);
  const float corner = std::min(blur + inward, std::min(outer.w, outer.h) / 2);
  const std::array<float, 4> xs{outer.x, outer.x + corner, outer.right() - corner, outer.right()};
  const std::array<float, 4> ys{outer.y, outer.y + corner, outer.bottom() - corner, outer.bottom()};
  const AtlasPatch& patch = fonts_.shadow();
  const std::array<float, 4> us{patch.u0, patch.u1, patch.u1, patch.u0};
  const std::array<float, 4> vs{patch.v0, patch.v1, patch.v1, patch.v0};
  const ImVec2 white = ImGui::GetDrawListSharedData()->TexUvWhitePixel;
  list_.PrimReserve(9 * 6, 9 * 4);
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      // The middle is even: without the patch it is filled faster.
      const bool middle = row == 1 && column == 1;
      list_.PrimRectUV(vec(to_pixels({xs[column], ys[row]})),
                       vec(to_pixels({xs[column + 1], ys[row + 1]})),
                       middle ? white : ImVec2(us[column], vs[row]),
                       middle ? white : ImVec2(us[column + 1], vs[row + 1]), ink(color));
    }
  }
}

void Canvas::circle(Point center, float radius, Color color) {
  list_.AddCircleFilled(vec(to_pixels(center)), pixels(radius), ink(color), 0);
}

void Canvas::arc(Point center, float radius, float thickness, float from_turn, float to_turn,
                 Color color) {
  list_.PathArcTo(vec(to_pixels(center)), pixels(radius), (from_turn * 2 - 0.5F) * kPi,
                  (to_turn * 2 - 0.5F) * kPi, 64);
  list_.PathStroke(ink(color), 0, pixels(thickness));
}

void Canvas::line(Point from, Point to, Color color, float thickness) {
  list_.AddLine(vec(to_pixels(from)), vec(to_pixels(to)), ink(color), pixels(thickness));
}

void Canvas::dashes(Point from, Point to, Color color, float thickness, float dash) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const auto along = [&](float distance) -> Point {
    const float share = distance / length;
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
  };
  for (float at = 0; at < length; at += 2 * dash) {
    line(along(at), along(std::min(at + dash, length)), color, thickness);
  }
}

void Canvas::curve(const std::vector<Point>& points, Color color, float thickness) {
  for (const Point& point : points) {
    list_.PathLineTo(vec(to_pixels(point)));
  }
  list_.PathStroke(ink(color), 0, pixels(thickness));
}

void Canvas::glow(Point center, float radius, Color color, const Rect& within) {
  if (theme_.flat) {
    return;
  }
  constexpr int kSpokes = 48;
  constexpr int kRings = 10;
  push_clip(within);
  const ImVec2 uv = ImGui::GetDrawListSharedData()->TexUvWhitePixel;
  const auto base = static_cast<ImDrawIdx>(list_._VtxCurrentIdx);
  list_.PrimReserve(kSpokes * kRings * 6, (kRings + 1) * kSpokes);
  for (int ring = 0; ring <= kRings; ++ring) {
    const float share = static_cast<float>(ring) / kRings;
    // A cosine falls off smoothly at both ends, so neither the middle nor the rim shows an edge.
    const float strength = 0.5F * (1 + std::cos(share * kPi));
    const std::uint32_t shade =
        ink(color.with_alpha(static_cast<float>(color.a) / 255.0F * strength));
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
      const float angle = 2 * kPi * static_cast<float>(spoke) / kSpokes;
      list_.PrimWriteVtx(vec(to_pixels({center.x + std::cos(angle) * radius * share,
                                        center.y + std::sin(angle) * radius * share})),
                         uv, shade);
    }
  }
  const auto index = [base](int ring, int spoke) {
    return static_cast<ImDrawIdx>(base + ring * kSpokes + spoke % kSpokes);
  };
  for (int ring = 0; ring < kRings; ++ring) {
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
      list_.PrimWriteIdx(index(ring, spoke));
      list_.PrimWriteIdx(index(ring + 1, spoke));
      list_.PrimWriteIdx(index(ring + 1, spoke + 1));
      list_.PrimWriteIdx(index(ring, spoke));
      list_.PrimWriteIdx(index(ring + 1, spoke + 1));
      list_.PrimWriteIdx(index(ring, spoke + 1));
    }
  }
  pop_clip();
}

void Canvas::qr(const Rect& within, const QrMatrix& code, Color dark) {
  const float side_px = std::min(pixels(within.w), pixels(within.h));
  const float module = std::max(1.0F, std::floor(side_px / static_cast<float>(code.side)));
  const Point middle = to_pixels(within.center());
  const float half = module * static_cast<float>(code.side) / 2;
  const float left = std::round(middle.x - half);
  const float top = std::round(middle.y - half);
  const ImVec2 uv = ImGui::GetDrawListSharedData()->TexUvWhitePixel;
  // Runs of dark modules, as plain quads: whole pixels need no soft edges.
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side; ++x) {
      if (!code.at(x, y)) {
        continue;
      }
      const int first = x;
      while (x + 1 < code.side && code.at(x + 1, y)) {
        ++x;
      }
      list_.PrimReserve(6, 4);
      list_.PrimRectUV(
          {left + static_cast<float>(first) * module, top + static_cast<float>(y) * module},
          {left + static_cast<float>(x + 1) * module, top + static_cast<float>(y + 1) * module}, uv,
          uv, ink(dark));
    }
  }
}

void Canvas::logo(const Rect& within, Color tint) {
  const AtlasPatch& patch = fonts_.logo();
  if (patch.u1 <= patch.u0) {
    return;
  }
  Size size{within.h * patch.aspect, within.h};
  if (size.w > within.w) {
    size = {within.w, within.w / patch.aspect};
  }
  const Rect place = centered(within.center(), size);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV(vec(to_pixels({place.x, place.y})),
                   vec(to_pixels({place.right(), place.bottom()})), {patch.u0, patch.v0},
                   {patch.u1, patch.v1}, ink(tint));
}

void Canvas::picture(const Rect& within, const std::shared_ptr<const Image>& image, float radius,
                     PictureFit fit) {
  if (textures_ == nullptr || !image || image->width <= 0 || image->height <= 0 || within.w <= 0 ||
      within.h <= 0) {
    return;
  }
  const auto wide = static_cast<float>(image->width);
  const auto high = static_cast<float>(image->height);
  const bool filling = fit == PictureFit::kFilling;
  // The larger of the two scales covers the place, the smaller one lies within it.
  const float by_width = within.w / wide;
  const float by_height = within.h / high;
  const float scale = filling ? std::max(by_width, by_height) : std::min(by_width, by_height);
  const Size whole{wide * scale, high * scale};
  const Rect place = filling ? within : centered(within.center(), whole);
  const ImVec2 crop((1 - place.w / whole.w) / 2, (1 - place.h / whole.h) / 2);
  list_.AddImageRounded(textures_->of(image, {pixels(whole.w), pixels(whole.h)}),
                        vec(to_pixels({place.x, place.y})),
                        vec(to_pixels({place.right(), place.bottom()})), crop,
                        {1 - crop.x, 1 - crop.y}, ink(rgb(0xFFFFFF)), pixels(radius));
}

float Canvas::icon_side(IconSize size) const {
  return theme_.icon_mm[static_cast<std::size_t>(size)] * units_per_mm_;
}

void Canvas::icon(Point center, IconSize size, char32_t code_point, Color color) {
  fonts_.need_icon(code_point);
  const ImFont* font = fonts_.icons(size);
  const ImFontGlyph* glyph = font->FindGlyphNoFallback(static_cast<ImWchar>(code_point));
  if (glyph == nullptr) {
    return;
  }
  // Centred by its advance and em box, not by its ink: icons of one family stay on one line.
  const float drawn = pixels(icon_side(size)) / font->FontSize;
  const Point middle = to_pixels(center);
  const float x = std::round(middle.x - font->FontSize * drawn / 2);
  const float y = std::round(middle.y - font->FontSize * drawn / 2);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV({x + glyph->X0 * drawn, y + glyph->Y0 * drawn},
                   {x + glyph->X1 * drawn, y + glyph->Y1 * drawn}, {glyph->U0, glyph->V0},
                   {glyph->U1, glyph->V1}, ink(color));
}

}  // namespace navbat::ui
