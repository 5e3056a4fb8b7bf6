#include "display_board/app/board_scene.h"

#include <algorithm>

#include "display_board/view/views.h"

namespace navbat::board {

BoardScene::BoardScene(ui::Shell& shell, BranchFeed& feed, const domain::Clock& clock,
                       SceneSettings settings, Hooks hooks)
    : shell_(shell),
      feed_(feed),
      clock_(clock),
      settings_(std::move(settings)),
      hooks_(std::move(hooks)),
      model_(settings_.model, clock.now()) {
  update();
}

bool BoardScene::update() {
  const domain::Timestamp now = clock_.now();
  for (const client::BranchNews& news : feed_.drain()) {
    model_.take(news, now);
  }
  model_.set_link(feed_.link());
  auto branch = feed_.branch();
  const bool other_branch = branch != branch_;
  branch_ = branch;
  model_.set_branch(std::move(branch));
  begin(model_.advance(now));
  Picture picture = model_.picture(now);
  const bool changed = other_branch || picture != picture_;
  picture_ = std::move(picture);
  return changed;
}

void BoardScene::begin(const BoardModel::Begun& begun) {
  for (const domain::Notice& notice : begun.notices) {
    if (hooks_.notice) {
      hooks_.notice(notice);
    }
  }
  if (begun.emergency_over && hooks_.emergency_over) {
    hooks_.emergency_over();
  }
  for (const Staged& staged : begun.calls) {
    if (hooks_.staged) {
      hooks_.staged(staged.call);
    }
    if (hooks_.announce && !staged.late) {
      hooks_.announce(staged);
    }
  }
}

void BoardScene::ask_to_be_woken(ui::Motion& motion) {
  const domain::Timestamp now = clock_.now();
  motion.wake_after(std::max(ui::Moment{1}, model_.next_change(now) - now));
}

bool BoardScene::wants_frame(ui::Motion& motion) {
  if (hooks_.looked) {
    hooks_.looked();
  }
  const bool changed = update();
  if (!changed && !picture_.over) {
    model_.presented();
  }
  const bool moves = animation_ && *animation_ <= motion.now();
  ask_to_be_woken(motion);
  if (animation_) {
    motion.wake_at(*animation_);
  }
  return changed || moves;
}

void BoardScene::draw(ui::Frame& frame) {
  update();
  if (frame.words.language() != picture_.languages.front()) {
    shell_.set_language(picture_.languages.front());
  }
  const auto on_stage = clock_.now() - picture_.stage.since;
  const Look look = make_look(frame.theme);
  draw_board({.frame = frame,
              .look = look,
              .layout = settings_.layout,
              .picture = picture_,
              .branch = model_.branch(),
              .bank = settings_.bank,
              .zone = settings_.zone_name,
              .languages = settings_.model.turns.languages,
              .stage_since = frame.motion.now() - on_stage});
  animation_ = frame.motion.next_wake();
  ask_to_be_woken(frame.motion);
}

void BoardScene::report_new_calls() {
  std::vector<CallLine> calls = picture_.latest;
  if (picture_.stage.kind != StageKind::kEmpty) {
    calls.push_back(picture_.stage.call);
  }
  std::sort(calls.begin(), calls.end(),
            [](const CallLine& a, const CallLine& b) { return a.version < b.version; });
  if (reported_after_ != model_.began_after()) {
    // What was there before this board listened is history.
    reported_after_ = model_.began_after();
    newest_reported_ = reported_after_.value_or(0);
  }
  for (const CallLine& call : calls) {
    if (call.version > newest_reported_) {
      newest_reported_ = call.version;
      hooks_.shown(call);
    }
  }
}

void BoardScene::presented() {
  if (!picture_.over) {
    model_.presented();
    if (hooks_.shown && picture_.trust != Trust::kStarting) {
      report_new_calls();
    }
  }
  if (hooks_.presented) {
    hooks_.presented();
  }
  if (hooks_.looked) {
    hooks_.looked();
  }
}

}  // namespace navbat::board
