#include "ui/draw/damage.h"

#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>

namespace navbat::ui {
namespace {

constexpr int kTile = 64;  // pixels a side: a few hundred tiles for any screen

// So many further tiles cost less to fill than one more rectangle costs to draw.
constexpr int kCheapTiles = 3;

// With more than this share of tiles dirty the whole window is one rectangle.
constexpr double kMostlyDirty = 0.7;

// Order matters, and every bit of both reaches every bit above; the shift brings them down again.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

std::uint64_t hash_of(const ImDrawVert& vertex) {
  static_assert(sizeof(vertex.pos) == 8 && sizeof(vertex.uv) == 8 && sizeof(vertex.col) == 4);
  return mixed(mixed(std::bit_cast<std::uint64_t>(vertex.pos), vertex.col),
               std::bit_cast<std::uint64_t>(vertex.uv));
}

std::uint64_t hash_of(const ImDrawCmd& command) {
  std::uint64_t corner[2];
  static_assert(sizeof(corner) == sizeof(command.ClipRect));
  std::memcpy(corner, &command.ClipRect, sizeof(corner));
  const auto texture = std::bit_cast<std::uintptr_t>(command.GetTexID());
  return mixed(mixed(mixed(1, corner[0]), corner[1]), texture);
}

int area(const PixelRect& rect) { return (rect.right - rect.left) * (rect.bottom - rect.top); }

// Makes one rectangle of the two that grow least by it, if that is at most `most` tiles.
bool merge_cheapest(std::vector<PixelRect>& rects, int most) {
  int best = std::numeric_limits<int>::max();
  std::size_t one = 0;
  std::size_t other = 0;
  for (std::size_t i = 0; i < rects.size(); ++i) {
    for (std::size_t k = i + 1; k < rects.size(); ++k) {
      const int growth = area(around(rects[i], rects[k])) - area(rects[i]) - area(rects[k]);
      if (growth < best) {
        best = growth;
        one = i;
        other = k;
      }
    }
  }
  if (rects.size() < 2 || best > most) {
    return false;
  }
  rects[one] = around(rects[one], rects[other]);
  rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(other));
  return true;
}

// Few rectangles of tiles that cover all dirty ones.
std::vector<PixelRect> cover(const std::vector<bool>& dirty, int columns, int rows) {
  std::vector<PixelRect> rects;
  const auto is_dirty = [&](int x, int y) {
    return dirty[static_cast<std::size_t>(y * columns + x)];
  };
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      if (!is_dirty(x, y)) {
        continue;
      }
      const int first = x;
      while (x + 1 < columns && is_dirty(x + 1, y)) {
        ++x;
      }
      rects.push_back({first, y, x + 1, y + 1});
      if (rects.size() > Damage::kMostRects) {
        merge_cheapest(rects, std::numeric_limits<int>::max());
      }
    }
  }
  while (merge_cheapest(rects, kCheapTiles)) {
  }
  return rects;
}

}  // namespace

std::vector<PixelRect> Damage::take(const ImDrawData& data, std::uint32_t clear, int width,
                                    int height) {
  resize(width, height);
  std::swap(now_, before_);
  std::fill(now_.begin(), now_.end(), mixed(0, clear));
  for (int n = 0; n < data.CmdListsCount; ++n) {
    fold(*data.CmdLists[n]);
  }
  const PixelRect whole{0, 0, width, height};
  if (!known_) {
    known_ = true;
    return {whole};
  }
  std::vector<bool> dirty(now_.size());
  std::size_t count = 0;
  for (std::size_t tile = 0; tile < now_.size(); ++tile) {
    dirty[tile] = now_[tile] != before_[tile];
    count += static_cast<std::size_t>(dirty[tile]);
  }
  if (static_cast<double>(count) > kMostlyDirty * static_cast<double>(now_.size())) {
    return {whole};
  }
  std::vector<PixelRect> rects = cover(dirty, columns_, rows_);
  for (PixelRect& rect : rects) {
    rect = common({rect.left * kTile, rect.top * kTile, rect.right * kTile, rect.bottom * kTile},
                  whole);
  }
  return rects;
}

void Damage::resize(int width, int height) {
  if (width == width_ && height == height_) {
    return;
  }
  width_ = width;
  height_ = height;
  columns_ = (width + kTile - 1) / kTile;
  rows_ = (height + kTile - 1) / kTile;
  const auto tiles = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
  now_.assign(tiles, 0);
  before_.assign(tiles, 0);
  known_ = false;
}

void Damage::fold(const ImDrawList& list) {
  vertices_.clear();
  for (const ImDrawVert& vertex : list.VtxBuffer) {
    vertices_.push_back(hash_of(vertex));
  }
  const PixelRect window{0, 0, width_, height_};
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const PixelRect clip = common(clip_of(command), window);
    if (clip.empty()) {
      continue;
    }
    const std::uint64_t seed = hash_of(command);
    const std::span indices(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount);
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
      const std::size_t a = command.VtxOffset + indices[i];
      const std::size_t b = command.VtxOffset + indices[i + 1];
      const std::size_t c = command.VtxOffset + indices[i + 2];
      const auto corner = [&list](std::size_t index) { return list.VtxBuffer.Data[index].pos; };
      const PixelRect touched = common(reach_of(corner(a), corner(b), corner(c)), clip);
      if (!touched.empty()) {
        fold(touched, mixed(mixed(mixed(seed, vertices_[a]), vertices_[b]), vertices_[c]));
      }
    }
  }
}

void Damage::fold(const PixelRect& touched, std::uint64_t hash) {
  for (int y = touched.top / kTile; y <= (touched.bottom - 1) / kTile; ++y) {
    for (int x = touched.left / kTile; x <= (touched.right - 1) / kTile; ++x) {
      std::uint64_t& tile = now_[static_cast<std::size_t>(y * columns_ + x)];
      tile = mixed(tile, hash);
    }
  }
}

}  // namespace navbat::ui
