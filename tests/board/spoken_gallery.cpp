// Writes what the board says, in every language, as WAV files for people who judge how it sounds,
// and lists text, seconds and peak. Not a test.
//   NAVBAT_SOURCE=. build/dev/tests/spoken_gallery FOLDER [LANGUAGE ...]

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "tests/board/spoken_samples.h"
#include "tests/support/wav_file.h"

namespace {

using namespace navbat;

bool save(const std::filesystem::path& folder, const std::string& language) {
  const char* const source = std::getenv("NAVBAT_SOURCE");
  const auto words = ui::Catalogue::load(std::filesystem::path(source != nullptr ? source : ".") /
                                             "assets" / "lang" / (language + ".json"),
                                         language);
  if (!words) {
    std::fprintf(stderr, "%s\n", words.error().c_str());
    return false;
  }
  for (const board::SpokenSample& sample : board::spoken_samples(*words)) {
    const auto sound = board::synthesise(sample.phrase);
    if (!sound) {
      std::fprintf(stderr, "%s: %s\n", sample.phrase.text.c_str(), sound.error().c_str());
      return false;
    }
    testing::write_wav(folder / language / (sample.name + ".wav"), *sound);
    std::printf("%-8s %-18s %5.2f s  peak %5d  %s\n", language.c_str(), sample.name.c_str(),
                static_cast<double>(ui::length_of(*sound).count()) / 1000, board::peak_of(*sound),
                sample.phrase.text.c_str());
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: spoken_gallery FOLDER [LANGUAGE ...]\n");
    return 2;
  }
  std::vector<std::string> languages(argv + 2, argv + argc);
  if (languages.empty()) languages = {"uz", "uz-Cyrl", "az", "tr", "pl", "ru", "en"};
  for (const std::string& language : languages) {
    if (!save(argv[1], language)) return 1;
  }
  for (const ui::Chime chime :
       {ui::Chime::kCall, ui::Chime::kRecall, ui::Chime::kMessage, ui::Chime::kEmergency}) {
    testing::write_wav(
        std::filesystem::path(argv[1]) / (std::string(ui::to_string(chime)) + ".wav"),
        ui::make_chime(chime));
  }
  return 0;
}
