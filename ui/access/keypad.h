#pragma once
// A tactile keypad: a USB keyboard whose keys mean actions instead of letters. Which key means what
// is configuration; headphone plugs of such keypads are keys too.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace navbat::ui {

enum class KeypadAction {
  kNext,      // focus to the next target; the shell does it
  kPrevious,  // and back
  kActivate,  // as if the focused target were touched; the shell does it
  kBack,      // one step back, closes a sheet; the scene does it
  kHome,      // to the beginning; the scene does it
  kRepeat,    // says it again; the screen reader does it, as the next five
  kLouder,
  kQuieter,
  kSpeech,         // speech on or off
  kHeadphonesIn,   // somebody listens: speech on
  kHeadphonesOut,  // speech off
  kBlank,          // dark screen for privacy, on or off; the shell does it
};

// "next", "previous", "activate", "back", "home", "repeat", "louder", "quieter", "speech",
// "headphones_in", "headphones_out", "blank": the keys of a configuration file.
[[nodiscard]] std::optional<KeypadAction> parse_keypad_action(std::string_view name);
[[nodiscard]] std::string_view to_string(KeypadAction action);
[[nodiscard]] std::span<const KeypadAction> all_keypad_actions();

// The keys of one keypad. A value.
class KeypadMap {
 public:
  // Arrows, Tab, Enter, Escape, Home; F1 repeats, F2 and F3 turn the volume, F4 speech, F5 blanks,
  // F15 and F16 are the headphones' plug.
  [[nodiscard]] static KeypadMap standard();

  // `key` is a name that SDL knows, "Right", "F13" or "Keypad 6", with "Ctrl+" or "Alt+" before it
  // when they are held. The error says what was expected: an unknown key, one that types a
  // character (a scanner would press it), one that means something else already.
  [[nodiscard]] tl::expected<void, std::string> bind(std::string_view key, KeypadAction action);

  [[nodiscard]] std::optional<KeypadAction> action_of(std::string_view key) const;

 private:
  std::map<std::string, KeypadAction, std::less<>> actions_;
};

}  // namespace navbat::ui
