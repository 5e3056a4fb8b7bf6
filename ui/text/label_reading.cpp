#include "ui/text/label_reading.h"

#include <algorithm>

#include "ui/text/spoken.h"

namespace navbat::ui {
namespace {

// More digits than these are heard as a code, whatever the language.
constexpr std::size_t kLongestNumber = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char capital_of(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

LabelPart read_digit(const Catalogue& words, char digit) {
  return {.written = std::string(1, digit), .text = spoken_digit(words, digit)};
}

std::vector<LabelPart> read_digits(const Catalogue& words, std::string_view digits) {
  std::vector<LabelPart> parts;
  for (const char digit : digits) {
    parts.push_back(read_digit(words, digit));
  }
  return parts;
}

}  // namespace

LabelPart read_letter(const Catalogue& words, char letter) {
  const std::string name(1, capital_of(letter));
  return {.written = name, .text = words.text("speech.letter." + name)};
}

std::vector<LabelPart> read_as_number(const Catalogue& words, std::string_view digits) {
  if (digits.size() > kLongestNumber) {
    return read_digits(words, digits);
  }
  // Zeros in front are printed on the paper, so they are heard.
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  std::vector<LabelPart> parts = read_digits(words, digits.substr(0, zeros));
  const std::string number(digits.substr(zeros));
  parts.push_back({.written = number, .text = number == "0" ? spoken_digit(words, '0') : number});
  return parts;
}

std::vector<LabelPart> read_label(const Catalogue& words, std::string_view label) {
  const bool as_number = words.text("speech.ticket_number") == "number";
  std::vector<LabelPart> parts;
  while (!label.empty()) {
    const auto* const end = std::find_if_not(label.begin(), label.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - label.begin());
    if (length > 0) {
      const std::string_view digits = label.substr(0, length);
      auto read = as_number ? read_as_number(words, digits) : read_digits(words, digits);
      std::move(read.begin(), read.end(), std::back_inserter(parts));
      label.remove_prefix(length);
      continue;
    }
    if (is_letter(label.front())) {
      parts.push_back(read_letter(words, label.front()));
    }
    label.remove_prefix(1);
  }
  return parts;
}

std::string joined(const std::vector<LabelPart>& parts) {
  std::string text;
  bool after_figure = false;
  for (const LabelPart& part : parts) {
    const bool figure = is_digit(part.written.front());
    if (!text.empty()) {
      text += figure != after_figure ? ", " : " ";
    }
    text += part.text;
    after_figure = figure;
  }
  return text;
}

}  // namespace navbat::ui
