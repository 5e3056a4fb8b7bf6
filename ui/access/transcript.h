#pragma once
// What a frame says to those who cannot see it: every text outside targets, and every target by its
// spoken label, in the order in which the frame draws them. Collected only while somebody listens.

#include <string>
#include <string_view>
#include <vector>

#include "ui/draw/geometry.h"

namespace navbat::ui {

class Catalogue;

class Transcript {
 public:
  // Something to say: a text, or a target when `target` is its id.
  struct Line {
    std::string text;
    std::string language;  // whose voice speaks it
    std::string target;
  };

  // A target as ui::touch declares it.
  struct Target {
    std::string id;
    Rect rect;
    std::string label;     // what it is called
    std::string spoken;    // all that is to be said of it; empty: the label and the texts on it
    std::string language;  // empty: the page's
    bool selected = false;
    bool enabled = true;
  };

  void begin_frame(bool collecting);
  bool collecting() const { return collecting_; }

  void add_text(const Rect& ink, std::string_view spoken, std::string_view language);
  void add_target(Target target);

  // To be said now, once, whatever else is on the page: "Volume 60 percent".
  void say(std::string_view text);

  // Puts the lines together. `words` are those of the page's language.
  void end_frame(std::string_view page, const Catalogue& words);

  const std::string& page() const { return page_; }
  const std::vector<Line>& lines() const { return lines_; }
  const std::vector<Line>& said() const { return said_; }

  // The line of a target; null when the frame has none.
  const Line* line_of(std::string_view target) const;

 private:
  struct Entry {
    bool is_target = false;
    Target target;  // of a text only `rect`, `spoken` and `language`
    std::vector<std::string> parts;
  };
  void lay_texts_on_targets();
  static std::string compose(const Entry& entry, const Catalogue& words);

  bool collecting_ = false;
  std::string page_;
  std::vector<Entry> entries_;
  std::vector<Line> lines_;
  std::vector<Line> said_;
};

}  // namespace navbat::ui
