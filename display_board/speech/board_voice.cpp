#include "display_board/speech/board_voice.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <utility>

#include "display_board/limits.h"
#include "display_board/speech/call_phrase.h"
#include "ui/access/screen_reader.h"
#include "ui/text/spoken.h"

namespace navbat::board {
namespace {

ui::Moment moment_of(domain::Timestamp time) { return ui::Moment(domain::to_unix_ms(time)); }

int percent(float volume) { return static_cast<int>(std::lround(volume * 100)); }

domain::Heard heard_of(ui::HeardForm form) {
  switch (form) {
    case ui::HeardForm::kNothing:
      return domain::Heard::kNothing;
    case ui::HeardForm::kChime:
      return domain::Heard::kChime;
    case ui::HeardForm::kNumber:
      return domain::Heard::kNumber;
    case ui::HeardForm::kWords:
      return domain::Heard::kWords;
  }
  return domain::Heard::kNothing;
}

void add_text(const ui::Catalogue& words, const std::string& language, const std::string& text,
              std::vector<ui::Phrase>& phrases) {
  for (std::string& sentence : ui::breaths(ui::speakable(words, text), kMessageBreath)) {
    phrases.push_back({.language = language, .text = std::move(sentence), .clips = {}});
  }
}

}  // namespace

BoardVoice::BoardVoice(VoiceSettings settings, std::unique_ptr<ui::AudioOut> out,
                       std::unique_ptr<ui::Speech> speech, const ui::Catalogues& catalogues,
                       const domain::Clock& clock, Hooks hooks)
    : settings_(std::move(settings)),
      catalogues_(catalogues),
      hooks_(std::move(hooks)),
      announcer_(
          std::move(out), std::move(speech),
          {.volume = settings_.volume, .most_behind = kVoiceBehind},
          {.log = hooks_.log,
           .first_sound = {},
           .done = [this](const ui::Heard& heard) { tell(heard); },
           .health =
               [this](const std::string& fault) {
                 if (hooks_.health) {
                   hooks_.health(fault.empty(), fault);
                 }
               }},
          [&clock] { return moment_of(clock.now()); }, ui::Clips(settings_.sounds)) {}

void BoardVoice::tell(const ui::Heard& heard) const {
  if (!hooks_.heard) {
    return;
  }
  std::optional<domain::Timestamp> first;
  if (heard.first_sample) {
    first = domain::from_unix_ms(heard.first_sample->count());
  }
  hooks_.heard(heard.id, heard_of(heard.form), first);
}

std::vector<ui::Phrase> BoardVoice::call_words(const client::Call& call) const {
  const auto phrase = [&](std::string_view language) {
    return call_phrase(catalogues_.of(language), call.label, call.counter.value(), call.recall);
  };
  std::vector<ui::Phrase> words{phrase(call.language.value())};
  // Both alphabets of Uzbek sound the same.
  if (!settings_.second_language.empty() &&
      ui::voice_of(words.front().language) != ui::voice_of(settings_.second_language)) {
    words.push_back(phrase(settings_.second_language));
  }
  return words;
}

void BoardVoice::call(const client::Call& call, domain::Timestamp shown_since) {
  if (emergency_) {
    tell({.id = call.version, .form = ui::HeardForm::kNothing, .first_sample = {}});
    return;
  }
  ui::Broadcast broadcast;
  broadcast.id = call.version;
  broadcast.chime = call.recall ? ui::Chime::kRecall : ui::Chime::kCall;
  broadcast.words = call_words(call);
  broadcast.number =
      number_phrase(catalogues_.of(call.language.value()), call.label, call.counter.value());
  broadcast.shown_at = moment_of(shown_since);
  announcer_.announce(std::move(broadcast));
}

std::vector<ui::Phrase> BoardVoice::notice_words(const domain::Notice& notice) const {
  std::vector<ui::Phrase> phrases;
  std::set<std::string> voices;
  for (const ui::Catalogue& words : catalogues_.all()) {
    const auto text = notice.texts.find(domain::LanguageTag(words.language()));
    if (text != notice.texts.end() && voices.insert(ui::voice_of(words.language())).second) {
      add_text(words, words.language(), text->second, phrases);
    }
  }
  // Languages that the board's own words are not in; the speech program may know them.
  for (const auto& [language, text] : notice.texts) {
    if (voices.insert(ui::voice_of(language.value())).second) {
      add_text(catalogues_.of("en"), language.value(), text, phrases);
    }
  }
  return phrases;
}

void BoardVoice::notice(const domain::Notice& notice) {
  const bool emergency = notice.kind == domain::NoticeKind::kEmergency;
  if (emergency_ && !emergency) {
    return;
  }
  emergency_ = emergency;
  ui::Broadcast broadcast;
  broadcast.words = notice_words(notice);
  if (emergency) {
    broadcast.chime = ui::Chime::kEmergency;
    broadcast.urgent = true;
    broadcast.again_after = kEmergencyEvery;
    broadcast.least_volume = percent(settings_.emergency_volume);
  } else {
    broadcast.chime = ui::Chime::kMessage;
    broadcast.patient = true;
  }
  announcer_.announce(std::move(broadcast));
}

void BoardVoice::end_emergency() {
  if (std::exchange(emergency_, false)) {
    announcer_.stop_all();
  }
}

void BoardVoice::set_local_time(const ui::WallTime& time) {
  announcer_.set_volume(percent(volume_at(settings_.hours, settings_.volume, time)));
}

}  // namespace navbat::board
