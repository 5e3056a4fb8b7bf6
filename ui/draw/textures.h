#pragma once
// Pictures as textures. Each texture has an id that no other ever has, so that a frame's draw data
// tells by ids alone whether two frames show the same.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>

#include "ui/draw/geometry.h"
#include "ui/draw/image.h"

struct ImDrawData;
struct SDL_Texture;

namespace navbat::ui {

// UI thread only.
class Textures {
 public:
  // An ImTextureID, as draw commands hold it.
  using Id = void*;

  // Makes a texture; null when it cannot, or when nothing is ever drawn (headless).
  using Upload = std::function<std::shared_ptr<SDL_Texture>(const Image& image)>;

  // No texture gets a side longer than `longest_side` pixels.
  Textures(int longest_side, Upload upload)
      : longest_side_(longest_side), upload_(std::move(upload)) {}

  // The texture of an image that is never changed, to be shown in a place of `shown` pixels; made
  // when there is none yet. It has at least so many pixels as are shown, as far as the image does.
  Id of(const std::shared_ptr<const Image>& image, Size shown);

  // A texture that stays, in the place of the one before: the font atlas.
  Id replace_atlas(std::shared_ptr<SDL_Texture> atlas);

  bool is_atlas(Id id) const { return id == atlas_id_; }

  // Null for one that could not be made.
  SDL_Texture* find(Id id) const;

  // Frees the pictures that `frame` does not show.
  void keep_shown(const ImDrawData& frame);

  // The device lost them all.
  void clear();

  std::size_t pictures() const { return pictures_.size(); }

 private:
  struct Picture {
    Id id = nullptr;
    int shrink = 1;  // how many times smaller than the image
    std::shared_ptr<SDL_Texture> texture;
  };
  Id new_id();

  const int longest_side_;
  const Upload upload_;
  std::uintptr_t last_id_ = 0;
  Id atlas_id_ = nullptr;
  std::shared_ptr<SDL_Texture> atlas_;
  // An image that is gone is no other one's namesake, though that may lie at the same address.
  std::map<std::weak_ptr<const Image>, Picture, std::owner_less<>> pictures_;
};

}  // namespace navbat::ui
