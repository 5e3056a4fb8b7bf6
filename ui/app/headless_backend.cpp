#include "ui/app/headless_backend.h"

#include <imgui.h>

#include <limits>

namespace navbat::ui {

HeadlessBackend::HeadlessBackend(Size pixels) : pixels_(pixels) {
  textures_ = std::make_unique<Textures>(
      std::numeric_limits<int>::max(), [](const Image&) { return std::shared_ptr<SDL_Texture>(); });
}

void HeadlessBackend::upload_atlas() {
  ImGui::GetIO().Fonts->SetTexID(textures_->replace_atlas(nullptr));
  ImGui::GetIO().Fonts->ClearTexData();
}

void HeadlessBackend::present(const ImDrawData& data, Color /*clear*/, Image* capture) {
  textures_->keep_shown(data);
  if (capture != nullptr) {
    *capture = {};
  }
}

}  // namespace navbat::ui
