#pragma once
// Says one broadcast: its chime, then its words from recorded clips or by the speech program. Knows
// how long that takes, and what does not work.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "ui/voice/audio_out.h"
#include "ui/voice/backlog.h"
#include "ui/voice/broadcast.h"
#include "ui/voice/clips.h"
#include "ui/voice/speaking_rate.h"
#include "ui/voice/speech.h"

namespace navbat::ui {

// A broadcast and how far it has come.
struct Turn {
  Broadcast what;
  std::size_t next_phrase = 0;   // of a patient one
  std::optional<Length> length;  // nothing: left silent
  float volume = 1;              // 0 to 1
  std::stop_token cut;           // ends it
  Heard heard;
};

// One thread.
class Speaker {
 public:
  struct Hooks {
    std::function<void(const std::string&)> log;
    std::function<void(std::int64_t id, Moment at)> first_sound;
    std::function<void(const std::string& fault)> health;
  };

  Speaker(std::unique_ptr<AudioOut> out, std::unique_ptr<Speech> speech, Clips clips,
          Moment most_behind, Hooks hooks, std::function<Moment()> clock);

  // Recorded ones, or computed: a twentieth of a second. Before anything else.
  void load_chimes();

  // How long each length of it would take, and until when.
  [[nodiscard]] Expected expected(const Broadcast& what) const;

  // Says it at `turn.length`, or one sentence of a patient one, and notes in `turn` what was heard.
  void speak(Turn& turn);

  // Gives the device back until the next turn.
  void rest() { out_->rest(); }

 private:
  // A phrase on its way to sound: recorded, or being synthesised.
  struct Prepared {
    std::optional<Sound> recorded;
    std::unique_ptr<Utterance> utterance;
  };

  bool say_phrases(Turn& turn, const std::vector<const Phrase*>& phrases, Prepared first,
                   HeardForm form);
  Prepared prepare(const Phrase& phrase);
  std::optional<Sound> finish(const Phrase& phrase, Prepared prepared, const std::stop_token& cut);
  bool ends_in_time(const Turn& turn, const Sound& sound) const;
  bool play(Turn& turn, Sound sound);
  void note(std::string& fault, const std::string& error, std::string_view well_again);

  const std::unique_ptr<AudioOut> out_;
  const std::unique_ptr<Speech> speech_;
  Clips clips_;
  const Moment most_behind_;
  const Hooks hooks_;
  const std::function<Moment()> clock_;
  std::map<Chime, Sound> chimes_;
  SpeakingRate rate_;
  std::string sound_fault_;  // empty: none; said when it begins and when it is over
  std::string speech_fault_;
  std::optional<std::string> told_health_;
};

}  // namespace navbat::ui
