#pragma once
// Every time and size of the voice, with the reason for its value.

#include <chrono>
#include <cstddef>

#include "ui/app/motion.h"

namespace navbat::ui {

// --- Speaking -----------------------------------------------------------------------------------

// How long the device stays open after the last word: the next call often follows at once.
inline constexpr std::chrono::seconds kRestAfter{3};

// How long a speech program may think about a phrase that somebody waits for. A phrase takes it
// 30 ms; a loaded machine may need a second.
inline constexpr std::chrono::milliseconds kSpeechPatience{5'000};

// How soon a wish to stop is noticed while the program works.
inline constexpr int kStopCheckMs = 10;

// A phrase of 20 s; more is a program gone wild.
inline constexpr std::size_t kMostSpeechBytes = std::size_t{20} * 22'050 * 2;

// What a phrase is thought to take before any was heard: measured on espeak-ng's voices, the
// slowest ones. A figure is a whole word.
inline constexpr Moment kPhraseRest{450};
inline constexpr Moment kPerLetter{66};
inline constexpr int kLettersOfAFigure = 6;

// --- Recorded sound -----------------------------------------------------------------------------

// 45 s at 44,100 Hz: no piece of a sentence and no chime is longer. A larger file is not looked at.
inline constexpr std::size_t kMostClipBytes = std::size_t{4} << 20;

// --- The device ---------------------------------------------------------------------------------

// 23 ms at 22,050 Hz: soon heard, soon silent, few wakes.
inline constexpr int kBufferSamples = 512;

// A device that takes this much longer than the sound lasts does not play.
inline constexpr std::chrono::seconds kDevicePatience{3};

// How often a playing device is asked whether it is still there.
inline constexpr std::chrono::milliseconds kDeviceCheck{100};

}  // namespace navbat::ui
