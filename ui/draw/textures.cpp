#include "ui/draw/textures.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <set>

namespace navbat::ui {
namespace {

// The largest power of two by which the image may be shrunk and still fill `shown`. Powers, so that
// a picture that grows in motion is not made anew with each frame.
int shrink_for(const Image& image, Size shown, int longest_side) {
  const auto width = static_cast<float>(image.width);
  const auto height = static_cast<float>(image.height);
  int shrink = 1;
  while (width / static_cast<float>(2 * shrink) >= shown.w &&
         height / static_cast<float>(2 * shrink) >= shown.h) {
    shrink *= 2;
  }
  while (std::max(image.width, image.height) / shrink > longest_side) {
    shrink *= 2;
  }
  return shrink;
}

}  // namespace

Textures::Id Textures::new_id() { return std::bit_cast<Id>(++last_id_); }

Textures::Id Textures::of(const std::shared_ptr<const Image>& image, Size shown) {
  const int shrink = shrink_for(*image, shown, longest_side_);
  Picture& picture = pictures_[image];
  if (picture.id == nullptr || picture.shrink > shrink) {
    picture = {.id = new_id(),
               .shrink = shrink,
               .texture = upload_(shrink == 1 ? *image
                                              : shrunk(*image, std::max(1, image->width / shrink),
                                                       std::max(1, image->height / shrink)))};
  }
  return picture.id;
}

Textures::Id Textures::replace_atlas(std::shared_ptr<SDL_Texture> atlas) {
  atlas_ = std::move(atlas);
  atlas_id_ = new_id();
  return atlas_id_;
}

SDL_Texture* Textures::find(Id id) const {
  if (id == atlas_id_) {
    return atlas_.get();
  }
  const auto found = std::find_if(pictures_.begin(), pictures_.end(),
                                  [id](const auto& entry) { return entry.second.id == id; });
  return found != pictures_.end() ? found->second.texture.get() : nullptr;
}

void Textures::keep_shown(const ImDrawData& frame) {
  if (pictures_.empty()) {
    return;
  }
  std::set<Id> shown;
  for (int n = 0; n < frame.CmdListsCount; ++n) {
    for (const ImDrawCmd& command : frame.CmdLists[n]->CmdBuffer) {
      shown.insert(command.GetTexID());
    }
  }
  std::erase_if(pictures_,
                [&shown](const auto& entry) { return !shown.contains(entry.second.id); });
}

void Textures::clear() {
  pictures_.clear();
  atlas_.reset();
}

}  // namespace navbat::ui
