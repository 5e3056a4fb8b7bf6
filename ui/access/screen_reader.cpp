#include "ui/access/screen_reader.h"

#include <algorithm>

#include "ui/text/spoken.h"

namespace navbat::ui {
namespace {

std::size_t end_of_breath(std::string_view text, std::size_t longest) {
  constexpr std::string_view kEnds = ".!?…";
  const std::size_t room = std::min(text.size(), longest);
  for (std::size_t i = 1; i < room; ++i) {
    if (text[i] == ' ' && kEnds.find(text[i - 1]) != std::string_view::npos) {
      return i;
    }
  }
  if (text.size() <= longest) {
    return text.size();
  }
  const std::size_t comma = text.rfind(", ", room);
  const std::size_t space = comma != std::string_view::npos ? comma + 1 : text.rfind(' ', room);
  return space == std::string_view::npos || space == 0 ? text.size() : space;
}

}  // namespace

std::vector<std::string> breaths(std::string_view text, std::size_t longest) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = end_of_breath(text, longest);
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  return parts;
}

ScreenReader::ScreenReader(Voice& voice, ReaderSettings settings)
    : voice_(voice), settings_(settings), volume_(settings.volume) {
  voice_.set_volume(volume_);
}

void ScreenReader::set_on(bool on) {
  if (on == on_) {
    return;
  }
  on_ = on;
  page_due_ = on;
  if (!on) {
    voice_.stop_all();
  }
}

void ScreenReader::set_volume(int percent) {
  volume_ = std::clamp(percent, settings_.least, settings_.most);
  voice_.set_volume(volume_);
  volume_changed_ = true;
}

void ScreenReader::repeat() {
  page_due_ = repeated_;
  again_ = true;
  repeated_ = true;
}

void ScreenReader::reset() {
  volume_ = settings_.volume;
  voice_.set_volume(volume_);
  voice_.stop_all();
  on_ = headphones_;
  page_due_ = on_;
  volume_changed_ = again_ = repeated_ = false;
  page_.clear();
  focus_.clear();
}

void ScreenReader::interrupt() {
  if (on_) {
    voice_.stop_all();
  }
}

bool ScreenReader::take(KeypadAction action) {
  const bool again = repeated_;
  repeated_ = false;
  switch (action) {
    case KeypadAction::kRepeat:
      repeated_ = again;
      set_on(true);
      repeat();
      return true;
    case KeypadAction::kLouder:
      louder();
      return true;
    case KeypadAction::kQuieter:
      quieter();
      return true;
    case KeypadAction::kSpeech:
      set_on(!on_);
      return true;
    case KeypadAction::kHeadphonesIn:
    case KeypadAction::kHeadphonesOut:
      headphones_ = action == KeypadAction::kHeadphonesIn;
      set_on(headphones_);
      return true;
    default:
      return false;
  }
}

void ScreenReader::say(const Transcript::Line& line, const Catalogues& languages) {
  for (std::string& breath : breaths(speakable(languages.of(line.language), line.text))) {
    voice_.say({.chime = Chime::kNone, .language = line.language, .text = std::move(breath)});
  }
}

void ScreenReader::say_page(const Transcript& transcript, const Catalogues& languages) {
  for (const Transcript::Line& line : transcript.lines()) {
    say(line, languages);
  }
}

void ScreenReader::shown(const Transcript& transcript, std::string_view focus,
                         const Catalogues& languages, std::string_view language) {
  if (!on_ || !transcript.collecting()) {
    return;
  }
  const bool whole_page = transcript.page() != page_ || page_due_;
  const bool moved = focus != focus_ && !focus.empty();
  page_ = transcript.page();
  focus_ = focus;
  if (whole_page) {
    voice_.stop_all();
  }
  for (const Transcript::Line& line : transcript.said()) {
    say(line, languages);
  }
  if (volume_changed_) {
    const Catalogue& words = languages.of(language);
    say({.text = words.text("speech.volume", {{"percent", std::to_string(volume_)}}),
         .language = words.language(),
         .target = {}},
        languages);
  }
  const Transcript::Line* focused = transcript.line_of(focus);
  if (whole_page) {
    say_page(transcript, languages);
  } else if ((moved || again_) && focused != nullptr) {
    say(*focused, languages);
  } else if (again_) {
    say_page(transcript, languages);
  }
  volume_changed_ = again_ = page_due_ = false;
}

}  // namespace navbat::ui
