#pragma once
// What a customer or a member of staff did, as screens report it and the navigator understands it.

#include <optional>
#include <string>
#include <variant>

#include "domain/ids.h"
#include "domain/priority.h"

namespace navbat::kiosk {

// Reachable from everywhere.
struct ChooseLanguage {
  std::string language;
};
struct OpenLanguages {};
struct OpenAccess {};  // the sheet of ways to see, hear and reach better
struct CloseSheet {};
struct ToggleContrast {};
struct ToggleLargeText {};
struct ToggleLowered {};
struct ToggleSpeech {};
struct Louder {};
struct Quieter {};
struct MoreTime {};
struct Back {};       // one step; at home nothing
struct GoHome {};     // to the beginning, with the customer's language and ways to see and hear
struct Finish {};     // done: the next customer
struct OpenStaff {};  // the hidden corner or key

// Home and attract.
struct Begin {
  std::string language;
};
struct OpenGroup {
  std::string group;
};
struct TurnPage {
  int page = 0;  // of the menu's level, from 0
};
struct ChooseService {
  domain::ServiceId service;
};
struct OpenPriority {};
struct OpenCheckIn {};
struct OpenFeedback {};

// On the way to the ticket.
struct TakeTicket {};  // of the chosen service
struct TakeSuggestion {
  std::string id;
};
struct ChoosePriority {
  std::optional<domain::PriorityReason> reason;  // nothing: none after all
};
struct SkipDetails {};

// Wherever something is typed: phone, appointment code, ticket number, PIN.
struct TypeKey {
  std::string text;
};
struct EraseKey {};
struct SubmitEntry {};
struct ShowEntry {};  // shows or hides what was typed
// A barcode scanner has typed this, on any screen.
struct Scanned {
  std::string text;
};

// Rating the visit.
struct Rate {
  int score = 0;  // 1 (bad) to 4 (good)
};
struct ToggleReason {
  std::string reason;
};
struct SendFeedback {};

// A ticket whose paper never came.
struct AcceptReprint {};
struct DeclineReprint {};

// Staff.
enum class StaffPage { kOverview, kTickets, kTicket, kVoid, kSound };
struct OpenStaffPage {
  StaffPage page = StaffPage::kOverview;
};
struct SelectTicket {
  std::string id;
};
struct ReprintSelected {};
struct VoidSelected {
  std::string reason;
};
struct TestPrint {};
struct TestSound {};
struct SetVolume {
  int percent = 0;
};
struct SetOutOfService {
  bool out = false;
};
struct LeaveProgram {};

using Intent = std::variant<
    ChooseLanguage, OpenLanguages, OpenAccess, CloseSheet, ToggleContrast, ToggleLargeText,
    ToggleLowered, ToggleSpeech, Louder, Quieter, MoreTime, Back, GoHome, Finish, OpenStaff, Begin,
    OpenGroup, TurnPage, ChooseService, OpenPriority, OpenCheckIn, OpenFeedback, TakeTicket,
    TakeSuggestion, ChoosePriority, SkipDetails, TypeKey, EraseKey, SubmitEntry, ShowEntry, Scanned,
    Rate, ToggleReason, SendFeedback, AcceptReprint, DeclineReprint, OpenStaffPage, SelectTicket,
    ReprintSelected, VoidSelected, TestPrint, TestSound, SetVolume, SetOutOfService, LeaveProgram>;

}  // namespace navbat::kiosk
