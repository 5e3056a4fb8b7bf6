#pragma once
// What the bank has recorded: chimes in FOLDER/NAME.wav, pieces of sentences in
// FOLDER/LANGUAGE/NAME.wav. 16-bit PCM, one channel; all pieces of a sentence at one rate. A file
// that is no such thing counts as missing and is said once in the log.

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "ui/voice/phrase.h"
#include "ui/voice/sound.h"

namespace navbat::ui {

// One thread. Files are read each time, so that what is put there is heard from the next call on.
class Clips {
 public:
  using Log = std::function<void(const std::string& line)>;

  Clips() = default;  // nothing is recorded
  explicit Clips(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<Sound> chime(Chime chime, const Log& log);

  // The whole phrase, or nothing when a piece is missing or of another rate.
  [[nodiscard]] std::optional<Sound> sentence(const Phrase& phrase, const Log& log);

  // Whether the files of a piece are there, good or not.
  [[nodiscard]] bool has(const std::string& language, const ClipChoice& piece) const;

 private:
  [[nodiscard]] std::optional<std::filesystem::path> file_of(const std::string& language,
                                                             const std::string& name) const;
  std::optional<Sound> read(const std::filesystem::path& file, const Log& log);
  const ClipRow* recorded(const std::string& language, const ClipChoice& piece) const;

  std::filesystem::path folder_;
  std::set<std::filesystem::path> told_;
};

}  // namespace navbat::ui
