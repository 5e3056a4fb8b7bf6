#include "ui/access/keypad.h"

#include <SDL_keyboard.h>

#include <algorithm>
#include <array>
#include <utility>

namespace navbat::ui {
namespace {

constexpr std::array kActions{
    KeypadAction::kNext,         KeypadAction::kPrevious,      KeypadAction::kActivate,
    KeypadAction::kBack,         KeypadAction::kHome,          KeypadAction::kRepeat,
    KeypadAction::kLouder,       KeypadAction::kQuieter,       KeypadAction::kSpeech,
    KeypadAction::kHeadphonesIn, KeypadAction::kHeadphonesOut, KeypadAction::kBlank};

constexpr std::array<std::pair<std::string_view, KeypadAction>, 17> kStandard{
    {{"Right", KeypadAction::kNext},
     {"Down", KeypadAction::kNext},
     {"Tab", KeypadAction::kNext},
     {"Left", KeypadAction::kPrevious},
     {"Up", KeypadAction::kPrevious},
     {"Return", KeypadAction::kActivate},
     {"Keypad Enter", KeypadAction::kActivate},
     {"Escape", KeypadAction::kBack},
     {"Home", KeypadAction::kHome},
     {"F1", KeypadAction::kRepeat},
     {"F2", KeypadAction::kQuieter},
     {"F3", KeypadAction::kLouder},
     {"F4", KeypadAction::kSpeech},
     {"F5", KeypadAction::kBlank},
     {"F15", KeypadAction::kHeadphonesIn},
     {"F16", KeypadAction::kHeadphonesOut},
     {"AudioMute", KeypadAction::kSpeech}}};

// The held keys of a name, as the input writes them, and the key behind them.
std::pair<std::string, std::string> split_held(std::string_view name) {
  std::string held;
  for (const std::string_view prefix : {std::string_view("Ctrl+"), std::string_view("Alt+")}) {
    if (name.starts_with(prefix)) {
      held += prefix;
      name.remove_prefix(prefix.size());
    }
  }
  return {held, std::string(name)};
}

}  // namespace

std::string_view to_string(KeypadAction action) {
  switch (action) {
    case KeypadAction::kNext:
      return "next";
    case KeypadAction::kPrevious:
      return "previous";
    case KeypadAction::kActivate:
      return "activate";
    case KeypadAction::kBack:
      return "back";
    case KeypadAction::kHome:
      return "home";
    case KeypadAction::kRepeat:
      return "repeat";
    case KeypadAction::kLouder:
      return "louder";
    case KeypadAction::kQuieter:
      return "quieter";
    case KeypadAction::kSpeech:
      return "speech";
    case KeypadAction::kHeadphonesIn:
      return "headphones_in";
    case KeypadAction::kHeadphonesOut:
      return "headphones_out";
    case KeypadAction::kBlank:
      break;
  }
  return "blank";
}

std::span<const KeypadAction> all_keypad_actions() { return kActions; }

std::optional<KeypadAction> parse_keypad_action(std::string_view name) {
  const auto* const found = std::find_if(kActions.begin(), kActions.end(),
                                         [name](KeypadAction a) { return to_string(a) == name; });
  return found == kActions.end() ? std::nullopt : std::optional(*found);
}

KeypadMap KeypadMap::standard() {
  KeypadMap map;
  for (const auto& [key, action] : kStandard) {
    map.actions_.emplace(std::string(key), action);
  }
  return map;
}

tl::expected<void, std::string> KeypadMap::bind(std::string_view key, KeypadAction action) {
  const auto [held, plain] = split_held(key);
  const SDL_Keycode code = plain.empty() ? SDLK_UNKNOWN : SDL_GetKeyFromName(plain.c_str());
  if (code == SDLK_UNKNOWN) {
    return tl::unexpected("\"" + std::string(key) +
                          "\": expected the name of a key, as \"Right\" or \"F13\"");
  }
  const bool types = (static_cast<unsigned>(code) & SDLK_SCANCODE_MASK) == 0 && code > SDLK_SPACE &&
                     code != SDLK_DELETE;
  if (types && held.empty()) {
    return tl::unexpected("\"" + std::string(key) +
                          "\": expected a key that types no character, for a scanner types them");
  }
  const auto [entry, fresh] = actions_.emplace(held + SDL_GetKeyName(code), action);
  if (!fresh && entry->second != action) {
    return tl::unexpected("\"" + std::string(key) + "\": expected one meaning; it is \"" +
                          std::string(to_string(entry->second)) + "\" already");
  }
  return {};
}

std::optional<KeypadAction> KeypadMap::action_of(std::string_view key) const {
  const auto found = actions_.find(key);
  return found == actions_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace navbat::ui
