#pragma once
// The board's voice: calls, messages and emergencies in the words of each language, by the clock's
// volume, and what was heard of them.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "display_board/speech/voice_settings.h"
#include "domain/notice.h"
#include "domain/presented_call.h"
#include "domain/time.h"
#include "server_sync/client/branch_view.h"
#include "ui/text/catalogues.h"
#include "ui/text/dates.h"
#include "ui/voice/announcer.h"

namespace navbat::board {

// The methods: one thread; they return at once.
class BoardVoice {
 public:
  struct Hooks {
    // On the voice's thread, or within call(); may be null. Once for each call.
    std::function<void(std::int64_t version, domain::Heard heard,
                       std::optional<domain::Timestamp> first_sound_at)>
        heard;
    // On the voice's thread, with the first sound and when it changes. `detail` says what is wrong.
    std::function<void(bool works, const std::string& detail)> health;
    std::function<void(const std::string& line)> log;  // any thread
  };

  // `catalogues` and `clock` outlive it.
  BoardVoice(VoiceSettings settings, std::unique_ptr<ui::AudioOut> out,
             std::unique_ptr<ui::Speech> speech, const ui::Catalogues& catalogues,
             const domain::Clock& clock, Hooks hooks);

  // A call came on the stage at `shown_since`. Said in the ticket's language, then in the second
  // one; shortened or left out when it would be too late; not said during an emergency.
  void call(const client::Call& call, domain::Timestamp shown_since);

  // In all its languages, one after the other. Calls go first, between its sentences too. An
  // emergency instead ends everything, and is said again and again.
  void notice(const domain::Notice& notice);
  void end_emergency();

  // The branch's own time, for the volume; each minute, say.
  void set_local_time(const ui::WallTime& time);

 private:
  void tell(const ui::Heard& heard) const;
  [[nodiscard]] std::vector<ui::Phrase> call_words(const client::Call& call) const;
  [[nodiscard]] std::vector<ui::Phrase> notice_words(const domain::Notice& notice) const;

  const VoiceSettings settings_;
  const ui::Catalogues& catalogues_;
  const Hooks hooks_;
  bool emergency_ = false;
  ui::Announcer announcer_;  // last: its thread calls the hooks
};

}  // namespace navbat::board
