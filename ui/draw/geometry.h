#pragma once
// Points and rectangles in logical units. A logical unit is one pixel of the size that a program
// was designed for (kiosk 1080 wide, board 1920 wide); the canvas scales to the real window.

#include <algorithm>

namespace navbat::ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }

struct Size {
  float w = 0;
  float h = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  bool operator==(const Rect&) const = default;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Point center() const { return {x + w / 2, y + h / 2}; }

  bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }

  // True when `other` lies inside, give or take half a unit.
  bool encloses(const Rect& other) const {
    constexpr float kSlack = 0.5F;
    return other.x >= x - kSlack && other.y >= y - kSlack && other.right() <= right() + kSlack &&
           other.bottom() <= bottom() + kSlack;
  }

  bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  Rect inset(float d) const { return inset(d, d); }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

  // Slicing: each takes a strip off this rectangle and returns it.
  Rect cut_top(float height) {
    const Rect strip{x, y, w, height};
    y += height;
    h -= height;
    return strip;
  }
  Rect cut_bottom(float height) {
    h -= height;
    return {x, y + h, w, height};
  }
  Rect cut_left(float width) {
    const Rect strip{x, y, width, h};
    x += width;
    w -= width;
    return strip;
  }
  Rect cut_right(float width) {
    w -= width;
    return {x + w, y, width, h};
  }
};

inline Rect centered(Point middle, Size size) {
  return {middle.x - size.w / 2, middle.y - size.h / 2, size.w, size.h};
}

}  // namespace navbat::ui
