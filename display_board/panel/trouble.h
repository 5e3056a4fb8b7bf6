#pragma once
// A fault that lasts: said once in the log when it begins and once when it is over, however often
// the same thing is tried in between.

#include <functional>
#include <string>
#include <string_view>

namespace navbat::board {

using Log = std::function<void(const std::string& line)>;

class Trouble {
 public:
  // `line` says what is wrong and what was expected.
  void begins(const Log& log, std::string_view line) {
    if (!on_) {
      say(log, line);
    }
    on_ = true;
  }

  void is_over(const Log& log, std::string_view line) {
    if (on_) {
      say(log, line);
    }
    on_ = false;
  }

  [[nodiscard]] bool on() const { return on_; }

 private:
  // Names of files are anything; the line stays one line.
  static void say(const Log& log, std::string_view line) {
    std::string clean(line);
    for (char& c : clean) {
      if ((c >= 0 && c < ' ') || c == '\x7F') {
        c = '?';
      }
    }
    log(clean);
  }

  bool on_ = false;
};

}  // namespace navbat::board
