#include "ui/voice/clips.h"

#include <algorithm>

#include "ui/voice/speech.h"
#include "ui/voice/voice_limits.h"
#include "ui/voice/wav.h"

namespace navbat::ui {
namespace {

bool is_there(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::exists(file, ignored);
}

}  // namespace

// "uz-Cyrl" is spoken as "uz" is: one set of recordings does for both.
std::optional<std::filesystem::path> Clips::file_of(const std::string& language,
                                                    const std::string& name) const {
  for (const std::string& voice : {language, voice_of(language)}) {
    std::filesystem::path file = folder_ / voice / (name + ".wav");
    if (is_there(file)) {
      return file;
    }
  }
  return std::nullopt;
}

std::optional<Sound> Clips::read(const std::filesystem::path& file, const Log& log) {
  auto sound = read_wav(file, kMostClipBytes);
  if (sound && !sound->samples.empty()) {
    return std::move(*sound);
  }
  if (log && told_.insert(file).second) {
    log(sound ? file.string() + ": silent; expected recorded sound" : sound.error());
  }
  return std::nullopt;
}

const ClipRow* Clips::recorded(const std::string& language, const ClipChoice& piece) const {
  const auto found = std::find_if(piece.begin(), piece.end(), [&](const ClipRow& row) {
    return std::all_of(row.begin(), row.end(), [&](const std::string& name) {
      return file_of(language, name).has_value();
    });
  });
  return found == piece.end() ? nullptr : &*found;
}

bool Clips::has(const std::string& language, const ClipChoice& piece) const {
  return recorded(language, piece) != nullptr;
}

std::optional<Sound> Clips::chime(Chime chime, const Log& log) {
  const std::filesystem::path file = folder_ / (std::string(to_string(chime)) + ".wav");
  if (folder_.empty() || chime == Chime::kNone || !is_there(file)) {
    return std::nullopt;
  }
  return read(file, log);
}

std::optional<Sound> Clips::sentence(const Phrase& phrase, const Log& log) {
  if (folder_.empty() || phrase.clips.empty()) {
    return std::nullopt;
  }
  // First whether all are there: most branches have none, and no file is opened in vain.
  ClipRow names;
  for (const ClipChoice& piece : phrase.clips) {
    const ClipRow* const row = recorded(phrase.language, piece);
    if (row == nullptr) {
      return std::nullopt;
    }
    names.insert(names.end(), row->begin(), row->end());
  }
  std::optional<Sound> whole;
  for (const std::string& name : names) {
    const auto file = file_of(phrase.language, name);
    auto piece = file ? read(*file, log) : std::nullopt;
    if (!piece) {
      return std::nullopt;
    }
    if (!whole) {
      whole = std::move(piece);
      continue;
    }
    if (piece->rate != whole->rate) {
      if (log && told_.insert(*file).second) {
        log(file->string() + ": " + std::to_string(piece->rate) + " samples a second; expected " +
            std::to_string(whole->rate) + " as in the other pieces of the sentence");
      }
      return std::nullopt;
    }
    whole->samples.insert(whole->samples.end(), piece->samples.begin(), piece->samples.end());
  }
  return whole;
}

}  // namespace navbat::ui
