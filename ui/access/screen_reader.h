#pragma once
// Says what the screen shows: a new page, what the keypad reaches, and again on demand. Silent
// until somebody asks for speech; any touch or key ends the word that is being said.

#include <string>
#include <string_view>
#include <vector>

#include "ui/access/keypad.h"
#include "ui/access/transcript.h"
#include "ui/text/catalogues.h"
#include "ui/voice/voice.h"

namespace navbat::ui {

struct ReaderSettings {
  int volume = 70;  // percent, as each customer finds it
  int step = 10;    // of louder and quieter
  int least = 20;   // so that nobody ends with a kiosk that seems dead
  int most = 100;
};

// UI thread only. The shell feeds it; a scene or a button switches it.
class ScreenReader {
 public:
  // `voice` outlives the reader.
  ScreenReader(Voice& voice, ReaderSettings settings);

  bool on() const { return on_; }
  void set_on(bool on);
  bool headphones() const { return headphones_; }

  // Percent; a step up or down is said at once when speech is on.
  int volume() const { return volume_; }
  void set_volume(int percent);
  void louder() { set_volume(volume_ + settings_.step); }
  void quieter() { set_volume(volume_ - settings_.step); }

  // The focused target again; asked a second time, or with no focus, the whole page.
  void repeat();

  // The next customer: the configured volume, and silence unless headphones are in.
  void reset();

  // From the shell.
  // The customer did something: what is being said ends.
  void interrupt();
  // A key of the keypad that is the reader's. False for all others.
  bool take(KeypadAction action);
  // A frame was shown in `language`. `focus` is the id of the focused target, or empty.
  void shown(const Transcript& transcript, std::string_view focus, const Catalogues& languages,
             std::string_view language);

 private:
  void say(const Transcript::Line& line, const Catalogues& languages);
  void say_page(const Transcript& transcript, const Catalogues& languages);

  Voice& voice_;
  const ReaderSettings settings_;
  bool on_ = false;
  bool headphones_ = false;
  int volume_;
  bool volume_changed_ = false;  // and is to be said
  bool again_ = false;           // asked for by repeat()
  bool page_due_ = false;        // the whole page, whatever was said of it
  bool repeated_ = false;        // the last thing done was a repeat
  std::string page_;             // what was read of it last
  std::string focus_;
};

// Bytes that one phrase may have: speech of 20 s is refused as a program gone wild, and a slow
// speaker needs a second for a dozen letters of two bytes.
inline constexpr std::size_t kLongestBreath = 240;

// `text` in pieces that one breath can say: at the ends of sentences, else at a comma or a space.
[[nodiscard]] std::vector<std::string> breaths(std::string_view text,
                                               std::size_t longest = kLongestBreath);

}  // namespace navbat::ui
