#pragma once
// Everything that a screen's model may be made of, for one frame. Hold nothing of it.

#include <functional>
#include <optional>

#include "kiosk/model/device_health.h"
#include "kiosk/model/navigator.h"
#include "kiosk/screens/header.h"
#include "ui/text/catalogues.h"
#include "ui/text/dates.h"

namespace navbat::kiosk {

struct ScreenContext {
  HeaderModel header;
  const BranchFacts& facts;
  const LiveQueue* live;      // null when there is none fresh enough to be shown as live
  const OwnWaits& own_waits;  // filled while there is nothing live
  const Openings& openings;
  const DeviceHealth& device;
  const Navigator& navigator;
  const ui::Catalogue& words;       // of the language that this frame is set in
  const ui::Catalogues& languages;  // all
  std::function<std::optional<ui::WallTime>(domain::Timestamp)> wall;  // the branch's time
  Moment now;

  const Visit& visit() const { return navigator.visit(); }
  // The preferences with the language of this frame.
  Preferences preferences() const {
    Preferences shown = navigator.preferences();
    shown.language = words.language();
    return shown;
  }
};

}  // namespace navbat::kiosk
