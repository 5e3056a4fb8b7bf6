#pragma once
// Where frames go. One real (SDL), one that draws nothing (tests).

#include <string>
#include <tl/expected.hpp>

#include "ui/draw/color.h"
#include "ui/draw/geometry.h"
#include "ui/draw/image.h"

struct ImDrawData;

namespace navbat::ui {

class Backend {
 public:
  virtual ~Backend() = default;

  virtual Size pixels() const = 0;  // of the window now

  // Takes Dear ImGui's font atlas over into a texture; its memory copy is freed.
  virtual void upload_atlas() = 0;

  // Draws and shows one frame. With `capture`, also reads it back.
  virtual void present(const ImDrawData& data, Color clear, Image* capture) = 0;
};

}  // namespace navbat::ui
