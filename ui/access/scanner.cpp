#include "ui/access/scanner.h"

#include <algorithm>
#include <utility>

#include "ui/text/utf8.h"

namespace navbat::ui {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

}  // namespace

void ScannerReader::take(std::string_view text, Moment at) {
  settle(at);
  last_ = at;
  if (spoilt_) {
    return;
  }
  characters_ += static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
  held_ += text;
  if (held_.size() > kMostBytes || std::any_of(text.begin(), text.end(), is_control) ||
      !is_valid_utf8(held_)) {
    spoilt_ = true;
    held_.clear();
    held_.shrink_to_fit();
  }
}

bool ScannerReader::take_key(bool enter, Moment at) {
  settle(at);
  const bool scanning = spoilt_ || characters_ >= kLeastCharacters;
  if (!scanning) {
    // A hand's key: what was held is a hand's too.
    typed_ += held_;
    held_.clear();
    characters_ = 0;
    return false;
  }
  last_ = at;
  if (enter) {
    finish();
  } else {
    spoilt_ = true;
    held_.clear();
  }
  return true;
}

void ScannerReader::finish() {
  scan_ = Scan{.text = spoilt_ ? std::string() : held_, .usable = !spoilt_};
  held_.clear();
  characters_ = 0;
  spoilt_ = false;
}

// A scanner that sends no Enter ends with silence.
void ScannerReader::settle(Moment now) {
  if ((characters_ == 0 && !spoilt_) || now - last_ <= kGap) {
    return;
  }
  if (spoilt_ || characters_ >= kLeastCharacters) {
    finish();
    return;
  }
  typed_ += held_;
  held_.clear();
  characters_ = 0;
}

std::optional<Scan> ScannerReader::take_scan(Moment now) {
  settle(now);
  return std::exchange(scan_, std::nullopt);
}

std::string ScannerReader::take_typed(Moment now) {
  settle(now);
  return std::exchange(typed_, {});
}

std::optional<Moment> ScannerReader::deadline() const {
  if (characters_ == 0 && !spoilt_) {
    return std::nullopt;
  }
  return last_ + kGap + Moment{1};
}

}  // namespace navbat::ui
