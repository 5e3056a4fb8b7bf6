#pragma once
// Takes the picture that --screenshot asks for, once the branch and so many calls were shown, and
// ends the program.

#include <filesystem>
#include <functional>
#include <string>

#include "display_board/app/board_scene.h"
#include "ui/app/shell.h"

namespace navbat::board {

struct PhotoWish {
  std::filesystem::path file;  // empty: no picture
  int after_calls = 0;         // when so many calls were shown
};

// UI thread only.
class Photographer {
 public:
  // `shell` outlives it. `log` gets one line when the picture cannot be saved.
  Photographer(PhotoWish wish, ui::Shell& shell, std::function<void(const std::string&)> log)
      : wish_(std::move(wish)), shell_(shell), log_(std::move(log)) {}

  void count_call() { ++calls_; }

  // After each frame of `scene`. The picture is taken in a turn of its own.
  void look(BoardScene& scene, domain::Timestamp now);

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  const PhotoWish wish_;
  ui::Shell& shell_;
  const std::function<void(const std::string&)> log_;
  int calls_ = 0;
  bool taken_ = false;
  bool failed_ = false;
};

}  // namespace navbat::board
