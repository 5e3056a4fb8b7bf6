#include "ui/app/headless_backend.h"

#include <imgui.h>

namespace navbat::ui {

void HeadlessBackend::upload_atlas() { ImGui::GetIO().Fonts->ClearTexData(); }

void HeadlessBackend::present(const ImDrawData& /*data*/, Color /*clear*/, Image* capture) {
  if (capture != nullptr) {
    *capture = {};
  }
}

}  // namespace navbat::ui
