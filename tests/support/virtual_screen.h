#pragma once
// A display that nobody looks at, with a pointer that does what it is told, and eyes for QR codes:
// Xvfb, xdotool, ImageMagick and zbar, each the real program.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"

namespace navbat::testing {

class VirtualScreen {
 public:
  // Starts an X server and makes the environment's DISPLAY name it. `folder` exists and takes logs;
  // with `in_file` also the screen's memory, see ScreenMemory. Throws std::runtime_error when it
  // cannot.
  VirtualScreen(std::filesystem::path folder, int width, int height, bool in_file = false);

  // A real pointer press and release.
  void click(int x, int y);
  void point_at(int x, int y);
  // A real key, by its X name ("Right", "F4"); `down` false lets go of one that is held.
  void key(const std::string& name);
  void hold_key(const std::string& name, bool down);
  // Characters, so many milliseconds apart: a person or a scanner.
  void type(const std::string& text, int pause_ms);
  // What is on the screen now, as PNG.
  void save(const std::filesystem::path& picture);
  // What the QR codes in a picture say, one a line; empty when there is none.
  [[nodiscard]] std::string read_codes(const std::filesystem::path& picture);

 private:
  // Runs a program of the PATH to its end; returns what it wrote.
  std::string run(const std::string& name, const std::vector<std::string>& arguments);

  std::filesystem::path folder_;
  int runs_ = 0;
  std::unique_ptr<ChildProcess> server_;
};

}  // namespace navbat::testing
