#pragma once
// Richer branches for the stage: what may save a wait, groups, more services than a screen holds.

#include "tests/kiosk/kiosk_stage.h"

namespace navbat::kiosk {

// A cash machine, an app with a code, a quieter hour and another branch for payments and cards.
void add_alternatives(FakeFeed& feed);

// Cash stays at the top; the rest is in two groups, one of them within the other.
void add_groups(FakeFeed& feed);

// So many services, all at the top.
void set_services(FakeFeed& feed, int count);

// Loans open tomorrow, savings have no tickets left today, business opens at 15:00.
void close_some(FakeFeed& feed);

// The line is cut and the kiosk reckons by itself.
void cut_line(FakeFeed& feed);

}  // namespace navbat::kiosk
