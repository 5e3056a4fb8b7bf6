#pragma once
// Words into sound, by a program of its own: its licence, crashes and hangs stay outside.

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "ui/voice/sound.h"
#include "ui/voice/voice_limits.h"

namespace navbat::ui {

// One phrase being synthesised. Letting go of it ends the work.
class Utterance {
 public:
  virtual ~Utterance() = default;
  // Waits for the whole sound, or until `stop` fires. The error is one line. Once.
  virtual tl::expected<Sound, std::string> finish(const std::stop_token& stop) = 0;
};

class Speech {
 public:
  virtual ~Speech() = default;
  // Begins at once and returns at once. `language` is a BCP 47 tag. Any thread.
  virtual tl::expected<std::unique_ptr<Utterance>, std::string> begin(std::string_view language,
                                                                      std::string_view text) = 0;
};

// The program's name for the voice of a language: "uz-Cyrl" is spoken by "uz".
[[nodiscard]] std::string voice_of(std::string_view language);

// Runs `PROGRAM -v VOICE --stdout -- TEXT` and reads a WAV from its output. A program that hangs,
// crashes or writes rubbish without end costs `patience` and an error.
class SpeechProgram final : public Speech {
 public:
  explicit SpeechProgram(std::string program = "espeak-ng",
                         std::chrono::milliseconds patience = kSpeechPatience)
      : program_(std::move(program)), patience_(patience) {}

  tl::expected<std::unique_ptr<Utterance>, std::string> begin(std::string_view language,
                                                              std::string_view text) override;

 private:
  const std::string program_;
  const std::chrono::milliseconds patience_;
};

}  // namespace navbat::ui
