#pragma once
// What a customer did, as screens report it and the navigator understands it.

#include <string>
#include <variant>

#include "domain/ids.h"

namespace navbat::kiosk {

struct TakeTicket {
  domain::ServiceId service;
};
struct ChooseLanguage {
  std::string language;
};
struct OpenLanguages {};
struct CloseSheet {};
struct ToggleContrast {};
struct ToggleLargeText {};
struct Finish {};  // done with the ticket, or the message was read
struct MoreTime {};

using Intent = std::variant<TakeTicket, ChooseLanguage, OpenLanguages, CloseSheet, ToggleContrast,
                            ToggleLargeText, Finish, MoreTime>;

}  // namespace navbat::kiosk
