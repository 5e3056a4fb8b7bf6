#include "tests/support/virtual_screen.h"

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "tests/support/eventually.h"

namespace navbat::testing {
namespace {

std::string in_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  std::string folder;
  while (std::getline(folders, folder, ':')) {
    const auto candidate = std::filesystem::path(folder) / name;
    if (std::filesystem::exists(candidate)) return candidate.string();
  }
  throw std::runtime_error(name + ": not in the PATH; scripts/packages lists where it comes from");
}

}  // namespace

VirtualScreen::VirtualScreen(std::filesystem::path folder, int width, int height, bool in_file)
    : folder_(std::move(folder)) {
  const std::string size = std::to_string(width) + "x" + std::to_string(height) + "x24";
  // It picks a free display number and writes it down when it is ready.
  std::vector<std::string> arguments{in_path("Xvfb"), "-displayfd", "1", "-screen", "0", size,
                                     "-nolisten",     "tcp"};
  if (in_file) {
    arguments.insert(arguments.end(), {"-fbdir", folder_.string()});
  }
  server_ =
      std::make_unique<ChildProcess>(arguments, folder_ / "screen.out", folder_ / "screen.err");
  const auto number = [this] { return server_->out(); };
  if (!eventually([&] { return number().find('\n') != std::string::npos; })) {
    throw std::runtime_error("no virtual screen: " + server_->err());
  }
  const std::string written = number();
  ::setenv("DISPLAY", (":" + written.substr(0, written.find('\n'))).c_str(), 1);
}

void VirtualScreen::click(int x, int y) {
  run("xdotool", {"mousemove", std::to_string(x), std::to_string(y), "click", "1"});
}

void VirtualScreen::point_at(int x, int y) {
  run("xdotool", {"mousemove", std::to_string(x), std::to_string(y)});
}

void VirtualScreen::key(const std::string& name) { run("xdotool", {"key", name}); }

void VirtualScreen::hold_key(const std::string& name, bool down) {
  run("xdotool", {down ? "keydown" : "keyup", name});
}

void VirtualScreen::type(const std::string& text, int pause_ms) {
  run("xdotool", {"type", "--delay", std::to_string(pause_ms), text});
}

void VirtualScreen::save(const std::filesystem::path& picture) {
  run("import", {"-window", "root", picture.string()});
}

std::string VirtualScreen::read_codes(const std::filesystem::path& picture) {
  return run("zbarimg", {"--quiet", "--raw", picture.string()});
}

std::string VirtualScreen::run(const std::string& name, const std::vector<std::string>& arguments) {
  std::vector<std::string> all{in_path(name)};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const auto log = folder_ / (name + "-" + std::to_string(++runs_));
  ChildProcess process(all, log.string() + ".out", log.string() + ".err");
  if (!process.wait(std::chrono::seconds{60})) {
    throw std::runtime_error(name + " does not end");
  }
  return process.out();
}

}  // namespace navbat::testing
