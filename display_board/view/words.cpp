#include "display_board/view/words.h"

#include <algorithm>

#include "ui/text/utf8.h"

namespace navbat::board {

namespace {

constexpr int kLongestWord = 22;  // letters; "Kreditgewährungsbearbei-tung"

void add_new(std::vector<std::string>& texts, std::string text) {
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) {
    texts.push_back(std::move(text));
  }
}

}  // namespace

std::vector<const ui::Catalogue*> catalogues(const View& view) {
  std::vector<const ui::Catalogue*> result;
  for (const std::string& language : view.picture.languages) {
    if (result.size() < kMostTogether) {
      result.push_back(&view.frame.languages.of(language));
    }
  }
  if (result.empty()) {
    result.push_back(&view.frame.words);
  }
  return result;
}

std::vector<std::string> each(const View& view, std::string_view key,
                              std::initializer_list<ui::Slot> slots) {
  std::vector<std::string> texts;
  for (const ui::Catalogue* words : catalogues(view)) {
    add_new(texts, words->text(key, slots));
  }
  return texts;
}

std::vector<std::string> each(const View& view, const client::Translations& texts) {
  std::vector<std::string> result;
  for (const ui::Catalogue* words : catalogues(view)) {
    add_new(result, with_short_words(in_language(texts, words->language()), kLongestWord));
  }
  return result;
}

std::string in_language(const client::Translations& texts, const std::string& language) {
  for (const std::string_view wanted : {std::string_view(language), std::string_view("en")}) {
    if (const auto found = texts.find(std::string(wanted)); found != texts.end()) {
      return found->second;
    }
  }
  return texts.empty() ? std::string() : texts.begin()->second;
}

std::vector<std::string> service_name(const View& view, const domain::ServiceId& service) {
  const client::ServiceInfo* info =
      view.branch != nullptr ? view.branch->find_service(service) : nullptr;
  return info != nullptr ? each(view, info->name) : std::vector<std::string>{service.value()};
}

const ui::Catalogue& words_of_turn(const View& view) {
  const auto all = catalogues(view);
  return *all[page_of_turn(view.picture.turn, all.size())];
}

std::size_t page_of_turn(int turn, std::size_t pages) {
  if (pages < 2) {
    return 0;
  }
  // The sum of the turn's digits to the base of `pages` follows no period.
  std::size_t sum = 0;
  for (auto rest = static_cast<std::size_t>(std::max(turn, 0)); rest > 0; rest /= pages) {
    sum += rest % pages;
  }
  return sum % pages;
}

std::string wait_text(const ui::Catalogue& words,
                      const std::optional<domain::PromiseRange>& range) {
  if (!range) {
    return "—";
  }
  const ui::Slot low{"low", std::to_string(range->low_min)};
  const ui::Slot high{"high", std::to_string(range->high_min)};
  if (range->low_min == 0) {
    return words.text("board.wait.up_to", {high});
  }
  if (range->low_min == range->high_min) {
    return words.text("board.wait.exact", {high});
  }
  return words.text("board.wait.range", {low, high});
}

std::string with_short_words(std::string_view text, int longest) {
  std::string result;
  int word = 0;
  while (!text.empty()) {
    const char32_t letter = ui::take_code_point(text);
    const bool joint = letter == U' ' || letter == U'-';
    if (!joint && word == longest) {
      result += '-';
      word = 0;
    }
    ui::append_utf8(result, letter);
    word = joint ? 0 : word + 1;
  }
  return result;
}

}  // namespace navbat::board
