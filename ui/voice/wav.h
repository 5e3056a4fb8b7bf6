#pragma once
// WAV files, the one format of sound that programs hand over and banks record.

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "ui/voice/sound.h"

namespace navbat::ui {

// Reads a RIFF WAVE file: PCM, 16 bits, one channel. A data length that exceeds the bytes means
// "to the end", as a program writes that cannot seek back in a pipe. The error says what was
// expected.
[[nodiscard]] tl::expected<Sound, std::string> parse_wav(std::string_view bytes);

// The same from a file of at most `most_bytes`; a larger one is not read at all. The error begins
// with the file's name.
[[nodiscard]] tl::expected<Sound, std::string> read_wav(const std::filesystem::path& file,
                                                        std::size_t most_bytes);

}  // namespace navbat::ui
