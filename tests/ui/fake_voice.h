#pragma once
// A voice that notes what it is told to say.

#include <string>
#include <vector>

#include "ui/voice/voice.h"

namespace navbat::ui {

class FakeVoice final : public Voice {
 public:
  void say(Announcement announcement) override {
    said.push_back(announcement.text);
    languages.push_back(announcement.language);
  }
  void stop_all() override {
    ++stops;
    said.clear();
    languages.clear();
  }
  void set_volume(int percent) override { volume = percent; }

  std::vector<std::string> said;  // since it was last silenced
  std::vector<std::string> languages;
  int stops = 0;
  int volume = -1;
};

}  // namespace navbat::ui
