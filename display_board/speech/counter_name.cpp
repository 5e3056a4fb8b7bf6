#include "display_board/speech/counter_name.h"

#include <algorithm>
#include <cctype>

#include "display_board/limits.h"
#include "ui/text/spoken.h"

namespace navbat::board {
namespace {

// More digits than these are a code.
constexpr std::size_t kLongestNumber = 4;
// Fewer letters than these are an abbreviation.
constexpr std::size_t kShortestWord = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// "Cash" can be said, "VIP" and "bcd" are spelled.
bool is_word(std::string_view letters) {
  constexpr std::string_view kVowels = "aeiouyAEIOUY";
  return letters.size() >= kShortestWord &&
         letters.find_first_of(kVowels) != std::string_view::npos &&
         !std::all_of(letters.begin(), letters.end(), is_capital);
}

// Letters and figures apart, without what stands between them.
std::vector<std::string_view> runs_of(std::string_view name) {
  std::vector<std::string_view> runs;
  while (!name.empty()) {
    const auto kind = is_digit(name.front()) ? is_digit : is_letter;
    const auto* const end = std::find_if_not(name.begin(), name.end(), kind);
    const auto length = static_cast<std::size_t>(end - name.begin());
    if (length > 0) {
      runs.push_back(name.substr(0, length));
    }
    name.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return runs;
}

std::vector<std::string_view> shortened(std::vector<std::string_view> runs) {
  std::size_t length = 0;
  for (const std::string_view run : runs) {
    length += run.size();
  }
  if (length <= kSpokenName) {
    return runs;
  }
  std::vector<std::string_view> kept{runs.front().substr(0, kSpokenName)};
  if (runs.size() > 1 && is_figure(runs.back())) {
    kept.push_back(runs.back().substr(0, kLongestNumber));
  }
  return kept;
}

void add_run(const ui::Catalogue& words, std::string_view run, std::vector<ui::LabelPart>& parts) {
  if (is_figure(run)) {
    const bool code = run.size() > kLongestNumber;
    auto read = ui::read_as_number(words, code ? run.substr(0, kSpelledLetters) : run);
    std::move(read.begin(), read.end(), std::back_inserter(parts));
  } else if (is_word(run)) {
    std::string written(run);
    std::transform(written.begin(), written.end(), written.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    parts.push_back({.written = std::move(written), .text = std::string(run)});
  } else {
    for (const char letter : run.substr(0, kSpelledLetters)) {
      parts.push_back(ui::read_letter(words, letter));
    }
  }
}

}  // namespace

std::vector<ui::LabelPart> read_counter(const ui::Catalogue& words, std::string_view counter) {
  if (!counter.empty() && counter.size() <= kLongestNumber && is_figure(counter)) {
    return {{.written = std::to_string(std::stoi(std::string(counter))),
             .text = ui::spoken_place(words, counter)}};
  }
  std::vector<ui::LabelPart> parts;
  for (const std::string_view run : shortened(runs_of(counter))) {
    add_run(words, run, parts);
  }
  return parts;
}

ui::ClipChoice counter_clips(const ui::Catalogue& words, const ui::LabelPart& part) {
  const std::string& name = part.written;
  if (!is_figure(name)) {
    return {{name}};
  }
  if (part.text == name || words.text("speech.counter_number") != "ordinal") {
    return ui::number_clips(name);
  }
  ui::ClipChoice choice{{"counter-" + name}};
  const int value = std::stoi(name);
  if (value > 20 && value % 10 != 0) {
    ui::ClipRow tens = ui::number_clips(std::to_string(value - value % 10)).back();
    tens.push_back("counter-" + std::to_string(value % 10));
    choice.push_back(std::move(tens));
  }
  return choice;
}

}  // namespace navbat::board
