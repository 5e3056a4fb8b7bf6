#include "ui/access/transcript.h"

#include <algorithm>
#include <utility>

#include "ui/text/catalogue.h"

namespace navbat::ui {

void Transcript::begin_frame(bool collecting) {
  collecting_ = collecting;
  entries_.clear();
  lines_.clear();
  said_.clear();
}

void Transcript::add_text(const Rect& ink, std::string_view spoken, std::string_view language) {
  if (!collecting_ || spoken.empty()) {
    return;
  }
  Entry entry;
  entry.target.rect = ink;
  entry.target.spoken = spoken;
  entry.target.language = language;
  entries_.push_back(std::move(entry));
}

void Transcript::add_target(Target target) {
  if (collecting_) {
    entries_.push_back({.is_target = true, .target = std::move(target), .parts = {}});
  }
}

void Transcript::say(std::string_view text) {
  if (collecting_) {
    said_.push_back({.text = std::string(text), .language = {}, .target = {}});
  }
}

// A text whose middle lies in a target belongs to it: to the one that was declared last before it,
// for a row may lie in a card.
void Transcript::lay_texts_on_targets() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].is_target) {
      continue;
    }
    const Point middle = entries_[i].target.rect.center();
    for (std::size_t k = i; k-- > 0;) {
      if (entries_[k].is_target && entries_[k].target.rect.contains(middle)) {
        entries_[k].parts.push_back(std::move(entries_[i].target.spoken));
        entries_[i].target.spoken.clear();
        break;
      }
    }
  }
}

std::string Transcript::compose(const Entry& entry, const Catalogue& words) {
  std::string text = entry.target.spoken.empty() ? entry.target.label : entry.target.spoken;
  if (entry.target.spoken.empty()) {
    for (const std::string& part : entry.parts) {
      if (text.find(part) == std::string::npos) {
        text += (text.empty() ? "" : ", ") + part;
      }
    }
  }
  if (entry.target.selected) {
    text += ", " + words.text("speech.selected");
  }
  if (!entry.target.enabled) {
    text += ", " + words.text("speech.unavailable");
  }
  return text;
}

void Transcript::end_frame(std::string_view page, const Catalogue& words) {
  page_ = page;
  if (!collecting_) {
    return;
  }
  lay_texts_on_targets();
  for (Entry& entry : entries_) {
    std::string text = entry.is_target ? compose(entry, words) : std::move(entry.target.spoken);
    if (!text.empty()) {
      std::string language =
          entry.target.language.empty() ? words.language() : std::move(entry.target.language);
      lines_.push_back({std::move(text), std::move(language), std::move(entry.target.id)});
    }
  }
  entries_.clear();
  for (Line& line : said_) {
    line.language = words.language();
  }
}

const Transcript::Line* Transcript::line_of(std::string_view target) const {
  if (target.empty()) {
    return nullptr;
  }
  const auto found = std::find_if(lines_.begin(), lines_.end(),
                                  [target](const Line& line) { return line.target == target; });
  return found == lines_.end() ? nullptr : &*found;
}

}  // namespace navbat::ui
