#pragma once
// A barcode scanner that types. Its characters come faster than any hand types and end with Enter;
// what comes slower is typed by a person. Pure: the moments are told.

#include <optional>
#include <string>
#include <string_view>

#include "ui/app/motion.h"

namespace navbat::ui {

// What a scanner read.
struct Scan {
  std::string text;
  bool usable =
      true;  // false: too long, no text, or keys in between that no code types; no text then
};

class ScannerReader {
 public:
  static constexpr std::size_t kMostBytes = 512;
  static constexpr std::size_t kLeastCharacters = 4;  // fewer are somebody's quick fingers
  static constexpr Moment kGap{45};                   // between two characters of one scan

  // Characters that came at `at`.
  void take(std::string_view text, Moment at);

  // A key that types nothing came. True when it was the scanner's: Enter ends a scan, any other
  // spoils it.
  bool take_key(bool enter, Moment at);

  // What has become clear by `now`: a scan, or characters that a person typed.
  std::optional<Scan> take_scan(Moment now);
  std::string take_typed(Moment now);

  // When to ask again.
  std::optional<Moment> deadline() const;

 private:
  void settle(Moment now);
  void finish();

  std::string held_;
  std::size_t characters_ = 0;
  bool spoilt_ = false;
  Moment last_{};
  std::optional<Scan> scan_;
  std::string typed_;
};

}  // namespace navbat::ui
