#include "ui/voice/wav.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace navbat::ui {
namespace {

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

}  // namespace

tl::expected<Sound, std::string> parse_wav(std::string_view bytes) {
  constexpr std::size_t kRiffHeader = 12;
  constexpr std::size_t kChunkHeader = 8;
  constexpr std::size_t kFormatBytes = 16;
  if (bytes.size() < kRiffHeader || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") {
    return tl::unexpected<std::string>("not a WAV file; expected RIFF WAVE");
  }
  Sound sound;
  bool format_seen = false;
  std::size_t at = kRiffHeader;
  while (bytes.size() - at >= kChunkHeader) {
    const std::string_view name = bytes.substr(at, 4);
    const std::size_t said = little_endian(bytes, at + 4, 4);
    at += kChunkHeader;
    const std::size_t length = std::min(said, bytes.size() - at);
    if (name == "fmt " && length >= kFormatBytes) {
      const bool usable = little_endian(bytes, at, 2) == 1 &&
                          little_endian(bytes, at + 2, 2) == 1 &&
                          little_endian(bytes, at + 14, 2) == 16;
      sound.rate = static_cast<int>(little_endian(bytes, at + 4, 4));
      if (!usable || sound.rate < 8'000 || sound.rate > 192'000) {
        return tl::unexpected<std::string>(
            "a WAV file of another kind; expected 16-bit PCM, one channel");
      }
      format_seen = true;
    } else if (name == "data" && format_seen) {
      sound.samples.reserve(length / 2);
      for (std::size_t i = 0; i + 1 < length; i += 2) {
        sound.samples.push_back(static_cast<std::int16_t>(little_endian(bytes, at + i, 2)));
      }
      return sound;
    }
    at += std::min(length + length % 2, bytes.size() - at);
  }
  return tl::unexpected<std::string>("a WAV file without sound; expected a fmt and a data chunk");
}

tl::expected<Sound, std::string> read_wav(const std::filesystem::path& file,
                                          std::size_t most_bytes) {
  const auto fault = [&file](const std::string& what) {
    return tl::unexpected(file.string() + ": " + what);
  };
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return fault("no file; expected a WAV file");
  }
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || size > most_bytes) {
    return fault("too large; expected at most " + std::to_string(most_bytes) + " bytes");
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) {
    return fault("cannot be read; expected a WAV file");
  }
  auto sound = parse_wav(bytes);
  return sound ? std::move(sound) : fault(sound.error());
}

}  // namespace navbat::ui
