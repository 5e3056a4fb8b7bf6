#include "ui/voice/speaker.h"

#include <algorithm>
#include <utility>

namespace navbat::ui {

Speaker::Speaker(std::unique_ptr<AudioOut> out, std::unique_ptr<Speech> speech, Clips clips,
                 Moment most_behind, Hooks hooks, std::function<Moment()> clock)
    : out_(std::move(out)),
      speech_(std::move(speech)),
      clips_(std::move(clips)),
      most_behind_(most_behind),
      hooks_(std::move(hooks)),
      clock_(std::move(clock)) {}

void Speaker::load_chimes() {
  for (const Chime chime :
       {Chime::kNone, Chime::kCall, Chime::kRecall, Chime::kMessage, Chime::kEmergency}) {
    auto recorded = clips_.chime(chime, hooks_.log);
    chimes_[chime] = recorded ? std::move(*recorded) : make_chime(chime);
  }
}

Expected Speaker::expected(const Broadcast& what) const {
  const Moment chime = length_of(chimes_.at(what.chime));
  const auto phrase = [this](const Phrase& words) { return rate_.expected(words); };
  Moment all = chime;
  for (const Phrase& words : what.words) {
    all += phrase(words);
  }
  const Moment one = what.words.empty() ? chime : chime + phrase(what.words.front());
  const Moment number = what.number ? std::min(one, chime + phrase(*what.number)) : chime;
  Expected expected{.must_end = {}, .duration = {all, one, number, chime}};
  if (what.shown_at) {
    expected.must_end = *what.shown_at + most_behind_;
  }
  return expected;
}

void Speaker::speak(Turn& turn) {
  const std::vector<Phrase>& words = turn.what.words;
  std::vector<const Phrase*> phrases;
  HeardForm form = HeardForm::kWords;
  if (turn.what.patient && turn.next_phrase < words.size()) {
    phrases.push_back(&words[turn.next_phrase]);
  } else if (*turn.length == Length::kAllLanguages || *turn.length == Length::kOneLanguage) {
    const std::size_t count = *turn.length == Length::kAllLanguages ? words.size() : 1;
    for (std::size_t i = 0; i < std::min(count, words.size()); ++i) {
      phrases.push_back(&words[i]);
    }
  } else if (*turn.length == Length::kNumber && turn.what.number) {
    phrases.push_back(&*turn.what.number);
    form = HeardForm::kNumber;
  }
  // The words are made while the chime sounds.
  Prepared first = phrases.empty() ? Prepared{} : prepare(*phrases.front());
  if (turn.next_phrase == 0 && turn.what.chime != Chime::kNone) {
    if (!play(turn, chimes_.at(turn.what.chime))) {
      return;
    }
    turn.heard.form = HeardForm::kChime;
  }
  const bool said = phrases.empty() || say_phrases(turn, phrases, std::move(first), form);
  const bool time_is_short = !said && form == HeardForm::kWords &&
                             turn.heard.form != HeardForm::kWords && speech_fault_.empty();
  if (time_is_short && turn.what.number && !turn.cut.stop_requested()) {
    say_phrases(turn, {&*turn.what.number}, prepare(*turn.what.number), HeardForm::kNumber);
  }
}

// False when one of them was not said.
bool Speaker::say_phrases(Turn& turn, const std::vector<const Phrase*>& phrases, Prepared first,
                          HeardForm form) {
  Prepared next = std::move(first);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    auto sound = finish(*phrases[i], std::move(next), turn.cut);
    next = i + 1 < phrases.size() ? prepare(*phrases[i + 1]) : Prepared{};
    if (!sound || !ends_in_time(turn, *sound) || !play(turn, std::move(*sound))) {
      return false;
    }
    turn.heard.form = form;
    turn.next_phrase += turn.what.patient ? 1 : 0;
  }
  return true;
}

Speaker::Prepared Speaker::prepare(const Phrase& phrase) {
  if (auto recorded = clips_.sentence(phrase, hooks_.log)) {
    return {.recorded = std::move(recorded), .utterance = {}};
  }
  auto utterance = speech_->begin(phrase.language, phrase.text);
  if (!utterance) {
    note(speech_fault_, utterance.error(), "speech works again");
    return {};
  }
  return {.recorded = {}, .utterance = std::move(*utterance)};
}

std::optional<Sound> Speaker::finish(const Phrase& phrase, Prepared prepared,
                                     const std::stop_token& cut) {
  if (prepared.utterance) {
    auto sound = prepared.utterance->finish(cut);
    if (cut.stop_requested()) {
      return std::nullopt;
    }
    note(speech_fault_, sound ? std::string() : sound.error(), "speech works again");
    if (sound) {
      prepared.recorded = std::move(*sound);
    }
  }
  if (prepared.recorded) {
    rate_.learn(phrase, length_of(*prepared.recorded));
  }
  return std::move(prepared.recorded);
}

// Now that its length is known.
bool Speaker::ends_in_time(const Turn& turn, const Sound& sound) const {
  return !turn.what.shown_at || clock_() + length_of(sound) <= *turn.what.shown_at + most_behind_;
}

bool Speaker::play(Turn& turn, Sound sound) {
  scale(sound, turn.volume);
  const auto begun = [this, &turn] {
    if (!turn.heard.first_sample) {
      turn.heard.first_sample = clock_();
      if (hooks_.first_sound) {
        hooks_.first_sound(turn.heard.id, *turn.heard.first_sample);
      }
    }
  };
  const auto played = out_->play(sound, turn.cut, begun);
  if (turn.cut.stop_requested()) {
    return false;
  }
  note(sound_fault_, played ? std::string() : played.error(), "sound works again");
  return played.has_value();
}

void Speaker::note(std::string& fault, const std::string& error, std::string_view well_again) {
  if (error.empty() != fault.empty() && hooks_.log) {
    hooks_.log(error.empty() ? std::string(well_again) : error);
  }
  fault = error;
  const std::string& health = sound_fault_.empty() ? speech_fault_ : sound_fault_;
  if (hooks_.health && told_health_ != health) {
    hooks_.health(health);
  }
  told_health_ = health;
}

}  // namespace navbat::ui
