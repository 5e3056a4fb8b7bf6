#pragma once
// The board on one page: news come in, a picture goes out, calls are announced and reported.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "display_board/app/branch_feed.h"
#include "display_board/model/board_model.h"
#include "display_board/view/look.h"
#include "domain/time.h"
#include "ui/app/shell.h"

namespace navbat::board {

struct SceneSettings {
  ModelSettings model;
  std::string bank;  // until the branch says its own
  Layout layout;
  client::Translations zone_name;  // what the place is called; empty: not shown
};

// UI thread only.
class BoardScene final : public ui::Scene {
 public:
  struct Hooks {
    std::function<void(const Staged&)> announce;        // a call that is news came on the stage
    std::function<void(const domain::Notice&)> notice;  // one has begun
    std::function<void()> emergency_over;
    std::function<void(const client::Call&)> staged{};  // a call is in large from here on
    std::function<void(const CallLine&)> shown;  // a call is on the screen for the first time
    std::function<void()> presented;             // a frame is on the screen
    std::function<void()> looked;                // now and then, whether a frame was drawn or not
  };

  // All references outlive the scene.
  BoardScene(ui::Shell& shell, BranchFeed& feed, const domain::Clock& clock, SceneSettings settings,
             Hooks hooks);

  void draw(ui::Frame& frame) override;
  bool wants_frame(ui::Motion& motion) override;
  void presented() override;

  void set_panel(std::shared_ptr<const PanelContent> panel) { model_.set_panel(std::move(panel)); }

  [[nodiscard]] const Picture& picture() const { return picture_; }
  // See BoardModel.
  [[nodiscard]] std::optional<std::int64_t> began_after() const { return model_.began_after(); }

 private:
  // Brings the model up to now. True when the picture changed.
  bool update();
  void ask_to_be_woken(ui::Motion& motion);
  void begin(const BoardModel::Begun& begun);
  void report_new_calls();

  ui::Shell& shell_;
  BranchFeed& feed_;
  const domain::Clock& clock_;
  const SceneSettings settings_;
  const Hooks hooks_;
  BoardModel model_;
  Picture picture_;
  std::shared_ptr<const client::KnownBranch> branch_;
  std::optional<ui::Moment> animation_;         // its next frame
  std::optional<std::int64_t> reported_after_;  // began_after() for which newest_reported_ counts
  std::int64_t newest_reported_ = 0;
};

}  // namespace navbat::board
