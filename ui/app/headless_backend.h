#pragma once
// A window that exists only as a size: screens are laid out, touched and probed, nothing is
// rasterised.

#include "ui/app/backend.h"

namespace navbat::ui {

class HeadlessBackend final : public Backend {
 public:
  explicit HeadlessBackend(Size pixels);

  Size pixels() const override { return pixels_; }
  bool lit() const override { return true; }
  void upload_atlas() override;
  void lost(Lost /*what*/) override {}
  void present(const ImDrawData& data, Color clear, Image* capture) override;

 private:
  Size pixels_;
};

}  // namespace navbat::ui
