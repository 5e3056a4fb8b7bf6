#include "display_board/speech/call_phrase.h"

#include <algorithm>

#include "display_board/speech/counter_name.h"
#include "ui/text/label_reading.h"
#include "ui/text/spoken.h"

namespace navbat::board {
namespace {

constexpr std::string_view kPunctuation = " .,:;!?";

// One stretch of a pattern: its own words, or the name of a slot.
struct Stretch {
  std::string_view text;
  bool slot = false;
};

std::vector<Stretch> stretches_of(std::string_view pattern) {
  std::vector<Stretch> stretches;
  while (!pattern.empty()) {
    const bool slot = pattern.front() == '{';
    const std::size_t end = std::min(pattern.find(slot ? '}' : '{'), pattern.size());
    stretches.push_back({.text = pattern.substr(slot ? 1 : 0, end - (slot ? 1 : 0)), .slot = slot});
    pattern.remove_prefix(std::min(end + (slot ? 1 : 0), pattern.size()));
  }
  return stretches;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kPunctuation);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(kPunctuation) - first + 1);
}

// What fills the slots.
struct Read {
  std::vector<ui::LabelPart> ticket;
  std::vector<ui::LabelPart> counter;
};

Read read(const ui::Catalogue& words, std::string_view label, std::string_view counter) {
  return {.ticket = ui::read_label(words, label), .counter = read_counter(words, counter)};
}

void add_clips(const ui::Catalogue& words, const Read& read, bool ticket,
               std::vector<ui::ClipChoice>& clips) {
  for (const ui::LabelPart& part : ticket ? read.ticket : read.counter) {
    clips.push_back(ticket ? ui::number_clips(part.written) : counter_clips(words, part));
  }
}

}  // namespace

std::vector<Literal> literals_of(std::string_view pattern, std::string_view name) {
  std::vector<Literal> literals;
  for (const Stretch& stretch : stretches_of(pattern)) {
    const std::string_view text = trimmed(stretch.text);
    if (!stretch.slot && !text.empty()) {
      literals.push_back({.clip = std::string(name) + "-" + std::to_string(literals.size() + 1),
                          .text = std::string(text)});
    }
  }
  return literals;
}

ui::Phrase call_phrase(const ui::Catalogue& words, std::string_view label, std::string_view counter,
                       bool recall) {
  const char* const key = recall ? "speech.recall" : "speech.call";
  const Read parts = read(words, label, counter);
  ui::Phrase phrase{
      .language = words.language(),
      .text = ui::speakable(words, words.text(key, {{"ticket", ui::joined(parts.ticket)},
                                                    {"counter", ui::joined(parts.counter)}})),
      .clips = {}};
  const std::string pattern = words.text(key);
  const auto literals = literals_of(pattern, recall ? "recall" : "call");
  auto literal = literals.begin();
  for (const Stretch& stretch : stretches_of(pattern)) {
    if (stretch.slot) {
      add_clips(words, parts, stretch.text == "ticket", phrase.clips);
    } else if (!trimmed(stretch.text).empty()) {
      phrase.clips.push_back({{literal++->clip}});
    }
  }
  return phrase;
}

ui::Phrase number_phrase(const ui::Catalogue& words, std::string_view label,
                         std::string_view counter) {
  const Read parts = read(words, label, counter);
  ui::Phrase phrase{.language = words.language(),
                    .text = ui::speakable(
                        words, ui::joined(parts.ticket) + ", " + ui::joined(parts.counter) + "."),
                    .clips = {}};
  add_clips(words, parts, true, phrase.clips);
  add_clips(words, parts, false, phrase.clips);
  return phrase;
}

}  // namespace navbat::board
