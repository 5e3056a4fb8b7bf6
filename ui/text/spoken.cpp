#include "ui/text/spoken.h"

#include <algorithm>
#include <array>

#include "ui/text/utf8.h"
#include "ui/text/uzbek.h"
#include "ui/voice/speech.h"

namespace navbat::ui {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char capital_of(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// More digits than this are no number but a code, and are said one by one.
constexpr std::size_t kLongestNumber = 6;

bool can_count(const Catalogue& words) { return voice_of(words.language()) != "uz"; }

void add_word(std::string& text, const std::string& word) {
  text += (text.empty() ? "" : " ") + word;
}

std::string number_word(const Catalogue& words, int value) {
  return value < 10 ? spoken_digit(words, static_cast<char>('0' + value))
                    : words.text("speech.number." + std::to_string(value));
}

// Hundreds, tens, ones, one after the other: right for Turkic languages, the only ones that ask.
std::string in_words(const Catalogue& words, int value) {
  if (value == 0) {
    return number_word(words, 0);
  }
  std::string text;
  if (value >= 1000) {
    add_word(text, in_words(words, value / 1000));
    add_word(text, number_word(words, 1000));
    value %= 1000;
  }
  if (value >= 100) {
    add_word(text, number_word(words, value / 100));
    add_word(text, number_word(words, 100));
    value %= 100;
  }
  if (value >= 10) {
    add_word(text, number_word(words, value / 10 * 10));
    value %= 10;
  }
  if (value > 0) {
    add_word(text, number_word(words, value));
  }
  return text;
}

std::string digits_in_words(const Catalogue& words, std::string_view digits) {
  const bool code = digits.size() > kLongestNumber || (digits.size() > 1 && digits.front() == '0');
  if (!code) {
    return in_words(words, std::stoi(std::string(digits)));
  }
  std::string text;
  for (const char digit : digits) {
    add_word(text, spoken_digit(words, digit));
  }
  return text;
}

// Numbers up to 999,999 as words, longer ones digit by digit.
std::string numbers_in_words(const Catalogue& words, std::string_view text) {
  std::string spoken;
  while (!text.empty()) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length == 0) {
      // "14:32" and "12–17" fall apart into two numbers.
      const bool between = text.front() == ':' && text.size() > 1 && is_digit(text[1]);
      spoken += between ? ' ' : text.front();
      text.remove_prefix(1);
      continue;
    }
    spoken += digits_in_words(words, text.substr(0, length));
    text.remove_prefix(length);
  }
  return spoken;
}

// What a voice would name ("bullet", "almost equal to") or stumble over.
bool is_mute(char32_t code_point) {
  constexpr std::u32string_view kMute = U"≈~•●·→←↑↓✓×|*_#<>«»“”„\"";
  return kMute.find(code_point) != std::u32string_view::npos;
}

std::string without_signs(std::string_view text) {
  constexpr char32_t kTurnedComma = 0x02BB;  // of oʻ and gʻ
  constexpr char32_t kApostrophe = 0x02BC;   // Uzbek's tutuq belgisi, which no voice knows
  std::string plain;
  while (!text.empty()) {
    const char32_t code_point = take_code_point(text);
    if (is_mute(code_point)) {
      plain += ' ';
    } else {
      append_utf8(plain, code_point == kApostrophe ? kTurnedComma : code_point);
    }
  }
  return plain;
}

std::string single_spaces(std::string_view text) {
  std::string neat;
  for (const char c : text) {
    if (c != ' ' || (!neat.empty() && neat.back() != ' ')) {
      neat += c;
    }
  }
  if (!neat.empty() && neat.back() == ' ') {
    neat.pop_back();
  }
  return neat;
}

}  // namespace

std::string spell(const Catalogue& words, std::string_view label) {
  std::string spoken;
  char before = ' ';
  for (const char raw : label) {
    const char letter = capital_of(raw);
    if (!is_digit(letter) && !is_capital(letter)) {
      continue;
    }
    if (!spoken.empty()) {
      // A short rest between the letters and the figures.
      spoken += is_capital(before) && is_digit(letter) ? ", " : " ";
    }
    spoken += is_digit(letter) ? spoken_digit(words, letter)
                               : words.text("speech.letter." + std::string(1, letter));
    before = letter;
  }
  return spoken;
}

std::string spoken_digit(const Catalogue& words, char digit) {
  return words.text("speech.digit." + std::string(1, digit));
}

std::string spoken_range(const Catalogue& words, std::int64_t low, std::int64_t high) {
  return words.count("speech.minutes_range", high, {{"low", std::to_string(low)}});
}

std::string spoken_about(const Catalogue& words, std::int64_t minutes) {
  return words.count("speech.minutes_about", minutes);
}

std::string spoken_up_to(const Catalogue& words, std::int64_t minutes) {
  return words.count("speech.minutes_up_to", minutes);
}

std::string spoken_limit(const Catalogue& words, std::int64_t minutes) {
  return words.count("speech.minutes_limit", minutes);
}

std::string spoken_minutes(const Catalogue& words, std::int64_t minutes) {
  return words.count("speech.minutes", minutes);
}

std::string spoken_clock(const Catalogue& words, const WallTime& time) {
  if (time.minute == 0) {
    return words.count("speech.oclock", time.hour);
  }
  const std::string minute = std::to_string(time.minute);
  return words.text("speech.clock", {{"hour", std::to_string(time.hour)},
                                     {"minute", minute.size() < 2 ? "0" + minute : minute}});
}

std::string spoken_date(const Catalogue& words, const WallTime& time) {
  const std::string month = std::to_string(time.month);
  return words.text(
      "speech.date",
      {{"weekday", words.text("common.weekday." + std::to_string(time.weekday))},
       {"day", words.text("speech.day." + std::to_string(time.day))},
       {"month", words.text("common.month." + (month.size() < 2 ? "0" + month : month))}});
}

std::string spoken_place(const Catalogue& words, std::string_view figures) {
  const int value = std::stoi(std::string(figures));
  const int last = value % 10;
  const bool named = value >= 1 && value <= 31;
  if (words.text("speech.counter_number") != "ordinal" || (!named && last == 0)) {
    return std::to_string(value);
  }
  if (named) {
    return words.text("speech.day." + std::to_string(value));
  }
  // Only the last word is an ordinal.
  return std::to_string(value - last) + " " + words.text("speech.day." + std::to_string(last));
}

std::string speakable(const Catalogue& words, std::string_view text) {
  const std::string plain = without_signs(text);
  if (can_count(words)) {
    return single_spaces(plain);
  }
  return single_spaces(latin_uzbek(numbers_in_words(words, plain)));
}

}  // namespace navbat::ui
