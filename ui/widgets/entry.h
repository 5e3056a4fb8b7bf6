#pragma once
// What somebody types on a key pad, and how it is shown. Models hold it; it knows no screen.

#include <string>
#include <string_view>

namespace navbat::ui {

// Edits of an entry, as a key pad reports them: digits, and these two.
inline constexpr char kErase = '\b';
inline constexpr char kDone = '\n';

// Digits, at most so many: what comes beyond is left out, nothing typed before is lost.
class Entry {
 public:
  explicit Entry(std::size_t most) : most_(most) {}

  // Applies edits in order; other characters than digits and kErase do nothing. True when the last
  // of them was kDone.
  bool take(std::string_view edits);
  void clear() { digits_.clear(); }

  const std::string& digits() const { return digits_; }
  std::size_t most() const { return most_; }
  bool empty() const { return digits_.empty(); }
  bool full() const { return digits_.size() >= most_; }

 private:
  std::string digits_;
  std::size_t most_;
};

// "901234567" by "## ### ## ##" is "90 123 45 67"; it ends where the digits end. Digits that the
// pattern has no place for follow after a space.
[[nodiscard]] std::string grouped(std::string_view digits, std::string_view pattern);

// All but the last `shown` digits as dots: "•••••••67".
[[nodiscard]] std::string masked(std::string_view digits, std::size_t shown);

}  // namespace navbat::ui
