#pragma once
// Where frames go. One real (SDL), one that draws nothing (tests).

#include <string>
#include <tl/expected.hpp>

#include "ui/draw/color.h"
#include "ui/draw/geometry.h"
#include "ui/draw/image.h"
#include "ui/draw/textures.h"

struct ImDrawData;

namespace navbat::ui {

// What the system took away.
enum class Lost {
  kWindow,   // what the window shows
  kTargets,  // also what was drawn off the screen
  kDevice,   // also every texture
};

class Backend {
 public:
  virtual ~Backend() = default;

  virtual Size pixels() const = 0;  // of the window now

  // Whether the window is on a display that is there: neither hidden nor minimised, no cable gone.
  virtual bool lit() const = 0;

  // Takes Dear ImGui's font atlas over into a texture; its memory copy is freed.
  virtual void upload_atlas() = 0;

  // The next frame is drawn and shown anew. After kDevice the atlas has to be uploaded again.
  virtual void lost(Lost what) = 0;

  // Draws and shows what differs from the frame before. With `capture`, also reads the whole
  // picture back.
  virtual void present(const ImDrawData& data, Color clear, Image* capture) = 0;

  Textures& textures() { return *textures_; }
  const Textures& textures() const { return *textures_; }

 protected:
  // Made when it is known how large textures may be.
  std::unique_ptr<Textures> textures_;
};

}  // namespace navbat::ui
