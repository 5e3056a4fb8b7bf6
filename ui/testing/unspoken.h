#pragma once
// The proof that a frame hides nothing from those who listen.

#include <string>
#include <vector>

#include "ui/access/transcript.h"
#include "ui/testing/probe.h"

namespace navbat::ui {

// What the frame shows and its transcript does not say, one line each: a text that is neither a
// line of its own, nor on a target whose line holds it, nor marked as silent, nor under a sheet;
// and a target for the keypad that has no line. Empty: everything is spoken.
[[nodiscard]] std::vector<std::string> unspoken(const Probe& probe, const Transcript& transcript);

}  // namespace navbat::ui
