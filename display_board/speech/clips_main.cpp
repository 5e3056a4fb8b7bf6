// Lists the recordings that a language still lacks, each with the words to be said:
//   navbat-clips --texts assets/lang --sounds assets/sounds LANGUAGE
// Exits with 0 when none is missing, with 1 when some are, with 2 on bad usage.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <string>

#include "display_board/speech/wanted_clips.h"
#include "ui/voice/clips.h"

namespace {

int list_missing(const navbat::ui::Catalogue& words, const std::filesystem::path& sounds) {
  const navbat::ui::Clips clips(sounds);
  int missing = 0;
  for (const auto& wanted : navbat::board::wanted_clips(words)) {
    if (!clips.has(words.language(), {{wanted.name}})) {
      const std::filesystem::path file = sounds / words.language() / (wanted.name + ".wav");
      std::printf("%s\t%s\n", file.c_str(), wanted.text.c_str());
      ++missing;
    }
  }
  std::fprintf(stderr, "%d recordings are missing\n", missing);
  return missing == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Lists the recordings that a language of the board still lacks."};
  std::filesystem::path texts;
  std::filesystem::path sounds;
  std::string language;
  app.add_option("--texts", texts, "folder of the catalogues")->required();
  app.add_option("--sounds", sounds, "folder of the recordings")->required();
  app.add_option("language", language, "uz, uz-Cyrl, az, tr, pl, ru or en")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const auto words = navbat::ui::Catalogue::load(texts / (language + ".json"), language);
  if (!words) {
    std::fprintf(stderr, "navbat-clips: %s\n", words.error().c_str());
    return 2;
  }
  return list_missing(*words, sounds);
}
