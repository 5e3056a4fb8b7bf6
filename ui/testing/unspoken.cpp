#include "ui/testing/unspoken.h"

#include <algorithm>

namespace navbat::ui {
namespace {

bool is_said(const SeenText& seen, const Probe& probe, const Transcript& transcript) {
  const auto& lines = transcript.lines();
  const bool own_line =
      std::any_of(lines.begin(), lines.end(), [&seen](const Transcript::Line& line) {
        return line.target.empty() && line.text == seen.spoken;
      });
  if (own_line) {
    return true;
  }
  const auto& targets = probe.targets();
  return std::any_of(targets.begin(), targets.end(), [&](const SeenTarget& target) {
    const Transcript::Line* line = transcript.line_of(target.id);
    return line != nullptr && target.rect.contains(seen.ink.center()) &&
           line->text.find(seen.spoken) != std::string::npos;
  });
}

}  // namespace

std::vector<std::string> unspoken(const Probe& probe, const Transcript& transcript) {
  std::vector<std::string> missing;
  for (const SeenText& seen : probe.texts()) {
    if (!seen.silent && !seen.covered && !seen.text.empty() && !is_said(seen, probe, transcript)) {
      missing.push_back("text \"" + seen.text + "\"");
    }
  }
  for (const SeenTarget& target : probe.targets()) {
    if (target.by_keypad && target.enabled && transcript.line_of(target.id) == nullptr) {
      missing.push_back("target " + target.id);
    }
  }
  return missing;
}

}  // namespace navbat::ui
